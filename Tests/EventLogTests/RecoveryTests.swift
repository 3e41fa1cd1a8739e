import EventLog
import Foundation
import Testing

@Suite struct RecoveryTests {
  /// A log of six events of which four are acknowledged: the rest may be lost.
  private static func history() throws -> (LogFixture, acknowledgedBytes: Int) {
    let fixture = LogFixture()
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...4))
    let acknowledged = try fixture.bytes(of: fixture.segment).count
    try writer.write(LogFixture.events(5...6))
    return (fixture, acknowledged)
  }

  @Test func `a log cut anywhere after the acknowledged events opens with all of them`() throws {
    let (original, acknowledged) = try Self.history()
    let bytes = try original.bytes(of: original.segment)
    let mark = try original.bytes(of: "\(original.log)/DURABLE")
    for length in acknowledged...bytes.count {
      let fixture = LogFixture()
      try FileManager.default.createDirectory(
        atPath: fixture.log, withIntermediateDirectories: true)
      try fixture.write(Array(bytes[..<length]), to: fixture.segment)
      try fixture.write(mark, to: "\(fixture.log)/DURABLE")
      let before = try fixture.read()
      #expect((4...6).contains(before.count), "length \(length)")
      let writer = try fixture.writer()
      #expect(writer.head.sequence == before.count, "length \(length)")
      try writer.append([LogFixture.event(7)])
      let kept = bytes[..<length].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      #expect((writer.recovery != nil) == (kept != length), "length \(length)")
      if let recovery = writer.recovery {
        #expect(recovery.bytes == length - kept)
        #expect(try fixture.bytes(of: recovery.quarantine) == Array(bytes[kept..<length]))
      }
      #expect(try LogReader.verify(fixture.log).problems.isEmpty, "length \(length)")
    }
  }

  @Test func `a log cut within the acknowledged events is refused and left alone`() throws {
    let (original, acknowledged) = try Self.history()
    let bytes = try original.bytes(of: original.segment)
    let mark = try original.bytes(of: "\(original.log)/DURABLE")
    for length in 0..<acknowledged {
      let fixture = LogFixture()
      try FileManager.default.createDirectory(
        atPath: fixture.log, withIntermediateDirectories: true)
      try fixture.write(Array(bytes[..<length]), to: fixture.segment)
      try fixture.write(mark, to: "\(fixture.log)/DURABLE")
      #expect(throws: EventLogError.self, "length \(length)") { try fixture.writer() }
      #expect(try fixture.bytes(of: fixture.segment).count == length, "length \(length)")
      #expect(try !LogReader.verify(fixture.log).problems.isEmpty, "length \(length)")
    }
  }

  @Test func `every flipped byte of an acknowledged event is found before it is served`() throws {
    let fixture = LogFixture()
    do { try fixture.writer().append(LogFixture.events(1...3)) }
    let bytes = try fixture.bytes(of: fixture.segment)
    for offset in bytes.indices {
      var damaged = bytes
      damaged[offset] ^= 0x01
      try fixture.write(damaged, to: fixture.segment)
      #expect(throws: EventLogError.self, "offset \(offset)") { try fixture.read() }
      #expect(throws: EventLogError.self, "offset \(offset)") { try fixture.writer() }
      #expect(try fixture.bytes(of: fixture.segment) == damaged, "offset \(offset): changed")
    }
  }

  @Test func `lines that are deleted, swapped or doubled are found`() throws {
    let fixture = LogFixture()
    do { try fixture.writer().append(LogFixture.events(1...5)) }
    let lines = try fixture.bytes(of: fixture.segment).split(separator: 0x0A).map { $0 + [0x0A] }
    for index in 0..<4 {
      var deleted = lines
      deleted.remove(at: index)
      var swapped = lines
      swapped.swapAt(index, index + 1)
      var doubled = lines
      doubled.insert(lines[index], at: index)
      for (name, damaged) in [("deleted", deleted), ("swapped", swapped), ("doubled", doubled)] {
        try fixture.write(Array(damaged.joined()), to: fixture.segment)
        #expect(throws: EventLogError.self, "\(name) \(index)") { try fixture.writer() }
      }
    }
  }

  @Test func `a bad line before one that calls it durable is damage, not a torn tail`() throws {
    let fixture = LogFixture()
    do {
      let writer = try fixture.writer()
      try writer.append(LogFixture.events(1...2))
      try writer.append(LogFixture.events(3...4))
    }
    try FileManager.default.removeItem(atPath: "\(fixture.log)/DURABLE")
    var bytes = try fixture.bytes(of: fixture.segment)
    let secondLine = try #require(bytes.firstIndex(of: 0x0A)) + 10
    bytes[secondLine] ^= 0x01
    try fixture.write(bytes, to: fixture.segment)
    #expect(throws: EventLogError.self) { try fixture.writer() }
  }

  @Test func `a checkpoint that has read more than the log holds is a loss`() throws {
    let fixture = LogFixture()
    do { try fixture.writer().append(LogFixture.events(1...3)) }
    let head = try LogReader(fixture.log).head
    let ahead = LogPosition(sequence: 9, hash: head.hash)
    #expect(throws: EventLogError.self) { try fixture.writer(checkpoint: ahead) }
    #expect(try fixture.writer(checkpoint: head).head == head)
    // Gone altogether: another is not begun in its place.
    try FileManager.default.removeItem(atPath: fixture.store)
    #expect(throws: EventLogError.self) { try fixture.writer(checkpoint: head) }
    #expect(!FileManager.default.fileExists(atPath: fixture.store))
  }

  @Test func `what stands before the damage is still read, and the damage is told after it`() throws
  {
    let fixture = LogFixture()
    do { try fixture.writer().append(LogFixture.events(1...6)) }
    var bytes = try fixture.bytes(of: fixture.segment)
    let lines = bytes.indices.filter { bytes[$0] == 0x0A }
    bytes[lines[3] + 40] ^= 0x01
    try fixture.write(bytes, to: fixture.segment)
    let reader = try LogReader(fixture.log)
    #expect(reader.head.sequence == 4)
    #expect(reader.damage?.sequence == 5)
    var read: [Int] = []
    #expect(throws: EventLogError.self) {
      try reader.forEachBatch(after: 0, size: 3) { read += $0.map(\.sequence) }
    }
    #expect(read == [1, 2, 3, 4])
    let verification = try LogReader.verify(fixture.log)
    #expect(verification.statistics.events == 5)
    #expect(verification.problems.map(\.sequence) == [5])
  }

  @Test func `the mark of another log is refused`() throws {
    let (fixture, other) = (LogFixture(), LogFixture())
    for log in [fixture, other] { try log.writer().append(LogFixture.events(1...3)) }
    let mark = try other.bytes(of: "\(other.log)/DURABLE")
    try fixture.write(mark, to: "\(fixture.log)/DURABLE")
    #expect(throws: EventLogError.self) { try fixture.writer() }
    #expect(try LogReader.verify(fixture.log).problems.map(\.problem) == [.otherLog])
  }

  @Test func `a second torn tail at the same place is kept beside the first`() throws {
    let fixture = LogFixture()
    do { try fixture.writer().append(LogFixture.events(1...2)) }
    let whole = try fixture.bytes(of: fixture.segment)
    for _ in 1...3 {
      try fixture.write(whole + Array("torn".utf8), to: fixture.segment)
      #expect(try fixture.writer().recovery?.bytes == 4)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.quarantine).count == 3)
  }

  @Test func `a torn mark leaves the other slot`() throws {
    let fixture = LogFixture()
    do {
      let writer = try fixture.writer()
      for number in 1...3 { try writer.append([LogFixture.event(number)]) }
    }
    let mark = try fixture.bytes(of: "\(fixture.log)/DURABLE")
    for offset in mark.indices {
      var torn = mark
      torn[offset] ^= 0xFF
      try fixture.write(torn, to: "\(fixture.log)/DURABLE")
      #expect(try fixture.read().count == 3, "offset \(offset)")
      #expect(try fixture.writer().head.sequence == 3, "offset \(offset)")
    }
  }
}
