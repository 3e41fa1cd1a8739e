import Foundation
import Glibc
import Testing

/// What is left of an ingest that was killed, and what the same command makes of it.
@Suite(.timeLimit(.minutes(15))) struct KillTests {
  /// More entries than go into one batch, so that some moments lie between two.
  private static let feeds = 8
  private static let itemsEach = 260
  private static let moments = 8

  @Test func `a killed ingest, run again, gives what an undisturbed one gives`() async throws {
    let undisturbed = try StoreFixture()
    let sources = try Self.writeFeeds(undisturbed)
    let whole = try await undisturbed.start(["ingest"] + sources).result()
    #expect(whole.status == 0, "\(whole.errors)")
    let reach = try undisturbed.segmentSize()
    let expected = try await Self.announcements(undisturbed)
    #expect(expected.count == Self.feeds * Self.itemsEach)

    for moment in 0..<Self.moments {
      let limit = reach * moment / Self.moments
      let fixture = try StoreFixture()
      let first = try await fixture.start(["ingest"] + sources, endedAtFileSize: limit).result()
      #expect(first.status == SIGXFSZ, "killed at \(limit) bytes: \(first.errors)")
      let again = try await fixture.start(["ingest"] + sources).result()
      #expect(again.status == 0, "killed at \(limit) bytes: \(again.errors)")
      let announcements = try await Self.announcements(fixture)
      #expect(announcements == expected, "killed at \(limit) of \(reach) bytes")
      #expect(try await fixture.json("verify")["ok"].bool == true, "killed at \(limit) bytes")
    }
  }

  @Test func `a store that was killed has an index like a rebuilt one when it goes on`()
    async throws
  {
    let fixture = try StoreFixture()
    let source = try fixture.write(FeedText.long("one", items: 200), to: "one.xml")
    let killed = try await fixture.start(["ingest", source], endedAtFileSize: 1 << 16).result()
    #expect(killed.status == SIGXFSZ, "\(killed.errors)")
    _ = try await fixture.answer("ingest", source)
    let digest = try await fixture.json("verify")["projection"]["digest"]
    #expect(try await fixture.json("rebuild")["digest"] == digest)
  }

  @Test(arguments: [8, 9])
  func `an ingest that was killed within a large document goes on within it`(
    mebibytes: Int
  ) async throws {
    let undisturbed = try StoreFixture()
    let source = try undisturbed.write(FeedText.large("large"), to: "large.xml")
    _ = try await undisturbed.answer("ingest", source)
    let ids = try LoggedEvent.read(try await undisturbed.answer("log", "cat")).map(\.id)

    let fixture = try StoreFixture()
    let killed = try await fixture.start(["ingest", source], endedAtFileSize: mebibytes << 20)
      .result()
    #expect(killed.status == SIGXFSZ, "\(killed.errors)")
    let before = try await fixture.answer("log", "cat").lines.count
    #expect((1..<ids.count).contains(before), "killed between two batches")
    _ = try await fixture.answer("ingest", source)
    let events = try LoggedEvent.read(try await fixture.answer("log", "cat"))
    #expect(events.map(\.id) == ids, "killed at event \(before) of \(ids.count)")
    #expect(try await fixture.json("verify")["ok"].bool == true)
  }

  /// Announcements as the log has them: which, and their words; the index lists the same.
  private static func announcements(_ fixture: StoreFixture) async throws -> [String: String] {
    var words: [String: String] = [:]
    for event in try LoggedEvent.read(try await fixture.answer("log", "cat")) {
      guard let id = event.subject else {
        #expect(event.type == "org.presslog.feed.retrieved")
        continue
      }
      #expect(event.type == "org.presslog.announcement.published", "a revision of the same words")
      #expect(words[id] == nil, "\(id) stands twice in the log")
      words[id] = "\(event.data.title ?? "")\n\(event.data.text ?? "")"
    }
    let listed = try ListedAnnouncement.read(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl"))
    #expect(Set(listed.map(\.id)) == Set(words.keys))
    #expect(listed.count == words.count)
    return words
  }

  private static func writeFeeds(_ fixture: StoreFixture) throws -> [String] {
    try (0..<feeds).map { number in
      let items = (0..<itemsEach).map {
        FeedText.item("\(number)-\($0)", text: "What was said in \(number) as number \($0).")
      }
      return try fixture.write(FeedText.feed("\(number)", items), to: "\(number).xml")
    }
  }
}
