import Announcements
import EventLog
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct DigestTests {
  @Test(arguments: [1, 3, 7, 50], [1, 2, 3] as [UInt64])
  func `an index is the same in any batching as rebuilt`(size: Int, seed: UInt64) throws {
    let fixture = try IndexFixture()
    let catalog = try fixture.catalog()
    let history = SampleHistory(seed: seed, count: 90)
    for start in stride(from: 0, to: history.events.count, by: size) {
      let end = min(start + size, history.events.count)
      try fixture.record(Array(history.events[start..<end]), catalog)
    }
    let incremental = try fixture.read().digest()
    let report = try fixture.rebuild(catalog)
    #expect(report.digest == incremental, "seed \(seed), batches of \(size)")
    #expect(try fixture.read().digest() == incremental, "seed \(seed), batches of \(size)")
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `what is projected at once is what is read from the log later`(seed: UInt64) throws {
    let fixture = try IndexFixture()
    let catalog = try fixture.catalog()
    let history = SampleHistory(seed: seed, count: 120)
    do {
      let writer = try fixture.writer(catalog)
      for start in stride(from: 0, to: history.events.count, by: 40) {
        let events = Array(history.events[start..<start + 40])
        let written = try fixture.append(events)
        try #require(written.count == events.count)
        try writer.project(events, at: written.time, upTo: try fixture.reader().head)
      }
    }
    let projected = try fixture.read().digest()
    #expect(try fixture.rebuild(catalog).digest == projected, "seed \(seed)")
    try fixture.removeIndex()
    _ = try fixture.writer(catalog)
    #expect(try fixture.read().digest() == projected, "seed \(seed)")
  }

  @Test func `another catalog or another event is another digest`() throws {
    let fixture = try IndexFixture()
    let catalog = try fixture.catalog()
    try fixture.record([SampleEvent.published("a", text: "A grant.")], catalog)
    let before = try fixture.read().digest()
    try fixture.record([SampleEvent.published("b")], catalog)
    let after = try fixture.read().digest()
    #expect(before != after)
    let other = try fixture.catalog(topics: "")
    #expect(try fixture.rebuild(other).digest != after)
  }
}
