import Announcements
import EventLog
import Foundation
import Ingestion
import Projections
import Testing

/// Where a process may have ended between the log and the index, and what the next one makes of it.
@Suite(.timeLimit(.minutes(15))) struct CrashTests {
  private let fixture: IngestFixture
  private let first: String
  private let second: String

  init() throws {
    fixture = try IngestFixture()
    first = try fixture.write(
      FeedText.rss(FeedText.item("one"), FeedText.item("two"), title: "First"), to: "a.xml")
    second = try fixture.write(
      FeedText.rss(FeedText.item("three"), FeedText.item("four"), title: "Second"), to: "b.xml")
  }

  /// What an undisturbed run gives.
  private func undisturbed() async throws -> [String: String] {
    let other = try IngestFixture()
    try await other.ingest([first, second])
    return try other.standing()
  }

  private func expectUndisturbed(_ comment: Comment) async throws {
    #expect(try await fixture.standing() == undisturbed(), comment)
    let reader = try IndexReader(fixture.store.index)
    #expect(try reader.checkpoint == fixture.store.log().head, comment)
    #expect(try LogReader.verify(fixture.store.logDirectory).problems.isEmpty, comment)
    let digest = try reader.digest()
    let report = try fixture.store.index.rebuild(
      catalog: fixture.catalog, log: { try fixture.store.log() })
    #expect(report.digest == digest, comment)
  }

  @Test func `an index that lags behind the log is brought up before anything is decided`()
    async throws
  {
    let files = FileManager.default
    let saved = "\(fixture.folder)/saved"
    try await fixture.ingest([first])
    try files.copyItem(atPath: fixture.store.index.path, toPath: saved)
    try await fixture.ingest([second])
    let count = try fixture.store.log().head.sequence
    try files.removeItem(atPath: fixture.store.index.path)
    try files.copyItem(atPath: saved, toPath: fixture.store.index.path)

    let reports = try await fixture.ingest([second])
    #expect(reports.map(\.unchanged) == [2])
    #expect(try fixture.store.log().head.sequence == count)
    try await expectUndisturbed("the index of before the second source")
  }

  /// A large document is stored in several batches, and may end between any two of them as well.
  @Test(arguments: [nil, LargeDocument.options(batchEntries: 1)])
  func `a batch of which only the first events were written is finished`(
    options: IngestOptions?
  ) async throws {
    let whole = try IngestFixture()
    try await whole.ingest([first, second], options: options)
    let events = try whole.events()
    for count in 1..<events.count {
      let torn = try IngestFixture()
      do {
        try LogWriter(torn.store.logDirectory).append(
          events[..<count].map { recorded, event in
            Event(
              id: recorded.id, source: recorded.source, type: recorded.type,
              subject: recorded.subject, data: event.encodedData())
          })
      }
      try await torn.ingest([first, second], options: options)
      #expect(try torn.standing() == whole.standing(), "\(count) events were written")
      #expect(
        try torn.events().map(\.recorded.id) == events.map(\.recorded.id),
        "\(count) events were written")
    }
  }

  @Test func `a line that was cut off is taken out of the way and written again`() async throws {
    try await fixture.ingest([first])
    let segment = "\(fixture.store.logDirectory)/00000000000000000001.jsonl"
    let handle = try #require(FileHandle(forWritingAtPath: segment))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"specversion":"1.0","id":"half a li"#.utf8))
    try handle.close()
    try await fixture.ingest([first, second])
    try await expectUndisturbed("a torn line")
    let quarantine = "\(fixture.store.path)/quarantine"
    #expect(try FileManager.default.contentsOfDirectory(atPath: quarantine).count == 1)
  }

  @Test func `an index that is deleted is made again`() async throws {
    try await fixture.ingest([first])
    try FileManager.default.removeItem(atPath: fixture.store.index.path)
    try await fixture.ingest([second])
    try await expectUndisturbed("no index")
  }
}
