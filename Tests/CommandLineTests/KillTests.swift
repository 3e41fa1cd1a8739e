import Foundation
import Glibc
import Testing

/// What is left of an ingest that was killed, and what the same command makes of it.
@Suite(.timeLimit(.minutes(5))) struct KillTests {
  /// More entries than go into one batch, so that some moments lie between two.
  private static let feeds = 8
  private static let itemsEach = 260
  private static let moments = 8

  @Test func `a killed ingest, run again, gives what an undisturbed one gives`() async throws {
    let undisturbed = try StoreFixture()
    let sources = try Self.writeFeeds(undisturbed)
    let (reach, whole) = try await Self.ingest(sources, undisturbed, killedAt: nil)
    #expect(whole.status == 0, "\(whole.errors)")
    let expected = try await Self.announcements(undisturbed)
    #expect(expected.count == Self.feeds * Self.itemsEach)

    var killed = 0
    for moment in 0..<Self.moments {
      let limit = reach * moment / Self.moments
      let fixture = try StoreFixture()
      let (_, first) = try await Self.ingest(sources, fixture, killedAt: limit)
      if first.status == SIGKILL { killed += 1 }
      let again = try await fixture.start(["ingest"] + sources).result()
      #expect(again.status == 0, "killed at \(limit) bytes: \(again.errors)")
      let announcements = try await Self.announcements(fixture)
      #expect(announcements == expected, "killed at \(limit) of \(reach) bytes")
      #expect(try await fixture.json("verify")["ok"].bool == true, "killed at \(limit) bytes")
    }
    #expect(killed > 2, "only \(killed) of \(Self.moments) were killed in time")
  }

  @Test func `a store that was killed has an index like a rebuilt one when it goes on`()
    async throws
  {
    let fixture = try StoreFixture()
    let source = try fixture.write(FeedText.long("one", items: 200), to: "one.xml")
    _ = try await Self.ingest([source], fixture, killedAt: 1)
    _ = try await fixture.answer("ingest", source)
    let digest = try await fixture.json("verify")["projection"]["digest"]
    #expect(try await fixture.json("rebuild")["digest"] == digest)
  }

  @Test func `an ingest that was killed within a large document goes on within it`() async throws {
    let undisturbed = try StoreFixture()
    let source = try undisturbed.write(FeedText.large("large"), to: "large.xml")
    let (reach, whole) = try await Self.ingest([source], undisturbed, killedAt: nil)
    #expect(whole.status == 0, "\(whole.errors)")
    let ids = try LoggedEvent.read(try await undisturbed.answer("log", "cat")).map(\.id)

    var within = 0
    for moment in 1...2 {
      let fixture = try StoreFixture()
      _ = try await Self.ingest([source], fixture, killedAt: reach * moment / 3)
      let before = try await fixture.answer("log", "cat").lines.count
      if before > 0, before < ids.count { within += 1 }
      _ = try await fixture.answer("ingest", source)
      let events = try LoggedEvent.read(try await fixture.answer("log", "cat"))
      #expect(events.map(\.id) == ids, "killed at event \(before) of \(ids.count)")
      #expect(try await fixture.json("verify")["ok"].bool == true)
    }
    #expect(within > 0, "none was killed between two batches")
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

  /// Ingests, and kills the command when the store has grown to `limit` bytes.
  ///
  /// - Returns: The most bytes that the store was seen to have, and what the command left; the
  ///   status is the signal where it was killed.
  private static func ingest(
    _ sources: [String], _ fixture: StoreFixture, killedAt limit: Int?
  ) async throws -> (reach: Int, result: CommandResult) {
    let command = try fixture.start(["ingest"] + sources)
    var reach = 0
    while command.isRunning {
      reach = max(reach, fixture.bytesOnDisk())
      if let limit, reach >= limit {
        kill(command.identifier, SIGKILL)
        break
      }
      try await Task.sleep(for: .microseconds(500))
    }
    return (reach, try await command.result())
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
