import Foundation
import Glibc
import Testing

/// What is left of an ingest that was killed, and what the same command makes of it.
@Suite(.timeLimit(.minutes(15))) struct KillTests {
  private static let feeds = 6
  private static let itemsEach = 60

  /// At the first bytes of the log, before it is synced, and while the index is written.
  @Test(
    arguments: [
      Fault(kind: .kill, call: .write, number: 1, path: ".jsonl"),
      Fault(kind: .kill, call: .sync, number: 1, path: ".jsonl"),
      Fault(kind: .kill, call: .write, number: 1, path: "/DURABLE"),
      Fault(kind: .kill, call: .write, number: 40, path: "/projections/"),
      Fault(kind: .kill, call: .write, number: 80, path: "/projections/"),
    ])
  func `a killed ingest, run again, gives what an undisturbed one gives`(
    _ fault: Fault
  ) async throws {
    let undisturbed = try StoreFixture()
    let sources = try Self.writeFeeds(undisturbed)
    let whole = try await undisturbed.start(["ingest"] + sources).result()
    #expect(whole.status == 0, "\(whole.errors)")
    let expected = try await Self.announcements(undisturbed)
    #expect(expected.count == Self.feeds * Self.itemsEach)

    let fixture = try StoreFixture()
    let killed = try await fixture.run(["ingest"] + sources, with: fault)
    #expect(killed.result.status == SIGKILL, "\(killed.result.errors)")
    let again = try await fixture.start(["ingest"] + sources).result()
    #expect(again.status == 0, "\(again.errors)")
    #expect(try await Self.announcements(fixture) == expected)
    let verification = try await fixture.json("verify")
    #expect(verification["ok"].bool == true)
    let digest = verification["projection"]["digest"]
    #expect(try await fixture.json("rebuild")["digest"] == digest)
  }

  /// At the second batch, before its sync, and at the third.
  @Test(
    arguments: [
      Fault(kind: .kill, call: .write, number: 2, path: ".jsonl"),
      Fault(kind: .kill, call: .sync, number: 2, path: ".jsonl"),
      Fault(kind: .kill, call: .write, number: 3, path: ".jsonl"),
    ])
  func `an ingest that was killed within a large document goes on within it`(
    _ fault: Fault
  ) async throws {
    let undisturbed = try StoreFixture()
    let source = try undisturbed.write(FeedText.large("large"), to: "large.xml")
    _ = try await undisturbed.answer("ingest", source)
    let ids = try LoggedEvent.read(try await undisturbed.answer("log", "cat")).map(\.id)

    let fixture = try StoreFixture()
    let killed = try await fixture.run(["ingest", source], with: fault)
    #expect(killed.result.status == SIGKILL, "\(killed.result.errors)")
    let before = try await fixture.answer("log", "cat").lines.count
    #expect((1..<ids.count).contains(before), "\(before) events: not between two batches")
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
