import EventLog
import Foundation
import JSONBytes
import Testing

@Suite struct SegmentTests {
  let fixture = LogFixture()

  @Test func `a log of many segments reads like one`() throws {
    for start in stride(from: 1, to: 60, by: 7) {
      try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(start...start + 6))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.log)
    #expect(names.count { $0.hasSuffix(".jsonl") } > 3)
    #expect(names.count { $0.hasSuffix(".seal") } == names.count { $0.hasSuffix(".jsonl") } - 1)
    #expect(try fixture.read().map(\.sequence) == Array(1...63))
    #expect(try fixture.read(after: 40).map(\.sequence) == Array(41...63))
    let verification = try LogReader.verify(fixture.log)
    #expect(verification.problems.isEmpty)
    #expect(verification.statistics.events == 63)
    for event in try fixture.read() {
      #expect(try LogReader(fixture.log).hash(at: event.sequence) == event.hash)
    }
  }

  @Test func `no segment is larger than the limit`() throws {
    try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...40))
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.log)
    where name.hasSuffix(".jsonl") {
      #expect(try fixture.bytes(of: "\(fixture.log)/\(name)").count <= 4_000, "\(name)")
    }
  }

  @Test func `an event in a sealed segment is not appended again`() throws {
    do { try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...30)) }
    let writer = try fixture.writer(segmentLimit: 4_000)
    #expect(try writer.append(LogFixture.events(1...31)).count == 1)
    #expect(throws: EventLogError.conflict(id: "subject-3.1", sequence: 3)) {
      try writer.append([LogFixture.event(3, data: #"{"title":"Other"}"#)])
    }
  }

  @Test func `the index of ids may be deleted`() throws {
    do { try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...30)) }
    try FileManager.default.removeItem(atPath: "\(fixture.log)/ids")
    #expect(try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...30)).count == 0)
  }

  @Test func `a damaged index of ids is made anew`() throws {
    do { try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...30)) }
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: "\(fixture.log)/ids").min())
    let path = "\(fixture.log)/ids/\(name)"
    let whole = try fixture.bytes(of: path)
    for damaged in [[], Array(whole.dropLast()), [UInt8](repeating: 0xFF, count: whole.count)] {
      try fixture.write(damaged, to: path)
      #expect(try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...30)).count == 0)
      #expect(try fixture.bytes(of: path) == whole)
    }
  }

  @Test func `time never goes back although the clock does after a segment was sealed`() throws {
    do { try fixture.writer(segmentLimit: 4_000, now: 9_000).append(LogFixture.events(1...12)) }
    let segments = try FileManager.default.contentsOfDirectory(atPath: fixture.log)
      .filter { $0.hasSuffix(".jsonl") }.sorted()
    // As after a crash before the first event of the last segment was on disk.
    try fixture.write([], to: "\(fixture.log)/\(try #require(segments.last))")
    try FileManager.default.removeItem(atPath: "\(fixture.log)/DURABLE")
    try fixture.writer(segmentLimit: 4_000, now: 1_000).append([LogFixture.event(99)])
    #expect(try LogReader.verify(fixture.log).problems.isEmpty)
    #expect(try fixture.read().last?.time.milliseconds == 9_000)
  }

  @Test func `a crash between sealing and the next segment is no damage`() throws {
    do { try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...12)) }
    let last = try #require(
      try FileManager.default.contentsOfDirectory(atPath: fixture.log)
        .filter { $0.hasSuffix(".jsonl") }.max())
    let count = try fixture.read().count
    let lost = try fixture.bytes(of: "\(fixture.log)/\(last)").count(where: { $0 == 0x0A })
    try FileManager.default.removeItem(atPath: "\(fixture.log)/\(last)")
    try FileManager.default.removeItem(atPath: "\(fixture.log)/DURABLE")
    #expect(try fixture.read().count == count - lost)
    #expect(try fixture.writer(segmentLimit: 4_000).head.sequence == count - lost)
  }

  @Test func `a missing segment, seal or an edited seal is refused`() throws {
    for suffix in [".jsonl", ".seal"] {
      let fixture = LogFixture()
      do { try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...40)) }
      let victim = try #require(
        try FileManager.default.contentsOfDirectory(atPath: fixture.log)
          .filter { $0.hasSuffix(suffix) }.sorted().dropFirst().first)
      try FileManager.default.removeItem(atPath: "\(fixture.log)/\(victim)")
      #expect(throws: EventLogError.self, "\(victim)") {
        try fixture.writer(segmentLimit: 4_000)
      }
      #expect(try !LogReader.verify(fixture.log).problems.isEmpty, "\(victim)")
    }
  }

  @Test func `many segments have few runs of ids, which find every event`() throws {
    for start in stride(from: 1, to: 600, by: 50) {
      try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(start...start + 49))
    }
    let files = FileManager.default
    let segments = try files.contentsOfDirectory(atPath: fixture.log).count {
      $0.hasSuffix(".seal")
    }
    #expect(segments > 100)
    #expect(try files.contentsOfDirectory(atPath: "\(fixture.log)/ids").count < 16)
    #expect(try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(1...600)).count == 0)
    #expect(throws: EventLogError.conflict(id: "subject-77.1", sequence: 77)) {
      try fixture.writer(segmentLimit: 2_000).append([LogFixture.event(77, data: "{}")])
    }
  }

  @Test(arguments: ["ids", "offsets"])
  func `any damaged byte of an index costs nothing`(_ folder: String) throws {
    do { try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(1...40)) }
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(fixture.log)/\(folder)") {
      let path = "\(fixture.log)/\(folder)/\(name)"
      let whole = try fixture.bytes(of: path)
      for offset in stride(from: 0, to: whole.count, by: whole.count > 1_000 ? 61 : 7) {
        var damaged = whole
        damaged[offset] ^= 0x10
        try fixture.write(damaged, to: path)
        let reader = try LogReader(fixture.log)
        #expect(try reader.hash(at: 20) != nil, "\(name), byte \(offset)")
        #expect(try fixture.read(after: 20).count == 20, "\(name), byte \(offset)")
        let count = try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(1...40)).count
        #expect(count == 0, "\(name), byte \(offset)")
      }
      try fixture.write(whole, to: path)
    }
  }

  @Test func `an index of offsets that is missing is made anew`() throws {
    do { try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(1...40)) }
    let folder = "\(fixture.log)/offsets"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let whole = try fixture.bytes(of: "\(folder)/\(try #require(names.first))")
    try FileManager.default.removeItem(atPath: folder)
    #expect(try fixture.read(after: 30).count == 10)
    _ = try fixture.writer(segmentLimit: 2_000)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == names)
    #expect(try fixture.bytes(of: "\(folder)/\(names[0])") == whole)
  }
}
