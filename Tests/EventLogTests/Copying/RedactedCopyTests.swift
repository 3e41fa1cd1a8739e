import EventLog
import Foundation
import Testing

@Suite struct RedactedCopyTests {
  private let fixture: LogFixture
  private let older = LogFixture()

  /// A log in which event 2 was redacted, and a copy from before.
  init() throws {
    fixture = try LogFixture.segmented(1...9)
    try older.take(fixture)
    let event = Event(
      id: "subject-2.x", source: "https://example.org/feed", type: "org.presslog.test.redacted",
      subject: "subject-2", data: Array(#"{"reason":"asked"}"#.utf8))
    try fixture.writer(segmentLimit: 2_000).redact(event, erasing: [2])
    try fixture.writer(segmentLimit: 2_000).append([LogFixture.event(10)])
  }

  private var options: LogWriter.Options {
    var options = LogWriter.Options()
    options.segmentLimit = 2_000
    return options
  }

  private func holdsWords(_ log: LogFixture) throws -> Bool {
    try log.files().values.contains { String(decoding: $0, as: UTF8.self).contains("Number 2\"") }
  }

  @Test func `an import takes over what is erased`() throws {
    let copy = LogFixture()
    _ = try LogImport.run(into: copy.log, options, from: LogFixture.input(try fixture.lines()))
    #expect(try copy.lines() == fixture.lines())
    #expect(try copy.verified().problems.isEmpty)
  }

  @Test func `what is erased and named by no redaction is not imported`() throws {
    let lines = try fixture.lines()
    #expect(throws: ImportError.self) {
      try LogImport.run(
        into: LogFixture().log, options, from: LogFixture.input(Array(lines.prefix(9))))
    }
  }

  @Test func `a redaction that is imported erases what was there`() throws {
    #expect(try holdsWords(older))
    _ = try LogImport.run(into: older.log, options, from: LogFixture.input(try fixture.lines()))
    #expect(try older.verified().problems.isEmpty)
    #expect(try !holdsWords(older))
  }

  @Test func `a backup is brought up to a redaction`() throws {
    let backup = LogFixture()
    _ = try LogBackup.run(from: older.log, to: backup.log)
    _ = try LogBackup.run(from: fixture.log, to: backup.log)
    #expect(try backup.verified().problems.isEmpty)
    #expect(try !holdsWords(backup))
  }

  @Test func `a repair does not bring back what was erased`() throws {
    let whole = try fixture.files()
    let damaged: [[UInt8]] = [[], Array(try fixture.bytes(of: fixture.segment).dropLast(1_200))]
    for bytes in damaged {
      try fixture.write(bytes, to: fixture.segment)
      _ = try LogRepair.run(fixture.log, from: try RepairSource(folder: older.log), options)
      #expect(try fixture.files() == whole)
      #expect(try fixture.verified().problems.isEmpty)
    }
  }
}
