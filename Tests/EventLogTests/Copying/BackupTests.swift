import EventLog
import Foundation
import Testing

@Suite struct BackupTests {
  private static func backUp(_ log: LogFixture, to backup: LogFixture) throws -> LogBackup.Report {
    try LogBackup.run(from: log.log, to: backup.log)
  }

  @Test(arguments: 1...20)
  func `a backup between any two appends is a log that ends at a durable event`(
    _ seed: Int
  ) throws {
    var random = SplitMix(state: UInt64(seed))
    let (fixture, backup) = (LogFixture(), LogFixture())
    let writer = try fixture.writer(segmentLimit: 2_000)
    var number = 0
    for _ in 1...12 {
      let count = Int.random(in: 1...5, using: &random)
      try writer.write(LogFixture.events(number + 1...number + count))
      number += count
      if Bool.random(using: &random) { try writer.commit() }
      guard Bool.random(using: &random) else { continue }
      let earlier = try LogReader(backup.log).head.sequence
      let report = try Self.backUp(fixture, to: backup)
      #expect(report.head == writer.durable, "seed \(seed)")
      #expect(report.events == writer.durable.sequence - earlier, "seed \(seed)")
      let verification = try backup.verified()
      #expect(verification.problems.isEmpty, "seed \(seed)")
      #expect(verification.statistics.head == writer.durable, "seed \(seed)")
    }
    try writer.commit()
    _ = try Self.backUp(fixture, to: backup)
    #expect(try backup.files() == fixture.files().filter { !$0.value.isEmpty }, "seed \(seed)")
  }

  @Test func `a second backup copies what is new`() throws {
    let (fixture, backup) = (try LogFixture.segmented(), LogFixture())
    let first = try Self.backUp(fixture, to: backup)
    let files = try fixture.files().filter { $0.key.hasSuffix(".jsonl") }
    #expect(first.events == 14)
    #expect(first.segments == files.count)
    #expect(first.bytes == files.values.reduce(0) { $0 + $1.count })
    let again = try Self.backUp(fixture, to: backup)
    #expect(again.events == 0 && again.segments == 0 && again.bytes == 0)
    try fixture.writer(segmentLimit: 2_000).append([LogFixture.event(15)])
    let third = try Self.backUp(fixture, to: backup)
    #expect(third.events == 1 && third.segments == 1)
    #expect(try backup.files() == fixture.files())
  }

  @Test func `a backup that is copied back is the log`() throws {
    let (fixture, backup, restored) = (try LogFixture.segmented(), LogFixture(), LogFixture())
    _ = try Self.backUp(fixture, to: backup)
    try restored.take(backup)
    let writer = try restored.writer(segmentLimit: 2_000)
    #expect(try writer.append(LogFixture.events(1...15)).count == 1)
    #expect(try restored.read().prefix(14) == fixture.read()[...])
    #expect(try restored.verified().problems.isEmpty)
  }

  @Test func `a sealed segment that was written anew under the same seal is replaced`() throws {
    let (fixture, backup) = (try LogFixture.segmented(), LogFixture())
    _ = try Self.backUp(fixture, to: backup)
    let bytes = try fixture.bytes(of: fixture.segment)
    var lines = bytes.lines
    lines[1] = LogFixture.forged(lines[1], "Number", "      ")
    try fixture.write(Array(lines.joined()), to: fixture.segment)
    let report = try Self.backUp(fixture, to: backup)
    #expect(report.events == 0 && report.segments == 1 && report.bytes == bytes.count)
    #expect(try backup.bytes(of: backup.segment) == Array(lines.joined()))
  }

  @Test func `an empty log is backed up`() throws {
    let (fixture, backup) = (LogFixture(), LogFixture())
    #expect(try Self.backUp(fixture, to: backup).events == 0)
    #expect(try backup.verified().problems.isEmpty)
  }

  @Test func `a folder with another log is refused and left alone`() throws {
    let (fixture, other) = (try LogFixture.segmented(), try LogFixture.segmented(1...5))
    let before = try other.files()
    let hashes = (try other.read()[4].hash, try fixture.read()[4].hash)
    #expect(
      throws: BackupError.otherLog(
        folder: other.log, sequence: 5, backup: hashes.0, log: hashes.1)
    ) { try Self.backUp(fixture, to: other) }
    #expect(try other.files() == before)
  }

  @Test func `newer events are not replaced by older ones`() throws {
    let (fixture, backup, older) = (try LogFixture.segmented(), LogFixture(), LogFixture())
    try older.take(fixture)
    try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(15...20))
    _ = try Self.backUp(fixture, to: backup)
    let before = try backup.files()
    #expect(throws: BackupError.newer(folder: backup.log, sequence: 20, head: 14)) {
      try Self.backUp(older, to: backup)
    }
    #expect(try backup.files() == before)
  }

  @Test func `what is damaged is not copied over what is sound`() throws {
    let (fixture, backup) = (try LogFixture.segmented(), LogFixture())
    _ = try Self.backUp(fixture, to: backup)
    let before = try backup.files()
    for name in before.keys.sorted() where name.hasSuffix(".jsonl") {
      var bytes = try #require(before[name])
      bytes[bytes.count / 2] ^= 0x01
      try fixture.write(bytes, to: "\(fixture.log)/\(name)")
      #expect(throws: EventLogError.self, "\(name)") { try Self.backUp(fixture, to: backup) }
      #expect(try backup.files() == before, "\(name)")
      try fixture.write(try #require(before[name]), to: "\(fixture.log)/\(name)")
    }
  }

  @Test func `a damaged backup is made sound by the log, or refused`() throws {
    let (fixture, backup) = (try LogFixture.segmented(), LogFixture())
    _ = try Self.backUp(fixture, to: backup)
    var bytes = try backup.bytes(of: backup.segment)
    bytes[100] ^= 0x01
    try backup.write(bytes, to: backup.segment)
    #expect(try Self.backUp(fixture, to: backup).segments == 1)
    try backup.remove("00000000000000000001.seal")
    #expect(throws: BackupError.self) { try Self.backUp(fixture, to: backup) }
    _ = try LogRepair.run(backup.log, from: try RepairSource(folder: fixture.log))
    #expect(try Self.backUp(fixture, to: backup).segments == 0)
    #expect(try backup.files() == fixture.files())
  }
}
