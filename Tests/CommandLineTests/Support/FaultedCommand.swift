import Foundation
import Testing

/// A command that changes a store, run again and again on copies of one store, each time with
/// another fault.
enum FaultedCommand: String, CaseIterable, Sendable {
  case ingest, backup, redact, rebuild

  /// What `backup` writes: its path holds the store's, so that faults strike it too.
  static func backup(of fixture: StoreFixture) -> String { "\(fixture.store).copy" }

  /// The words that `redact` erases.
  static let words = "Number 1. The hospital and the university began a study of feet."

  /// A store with a sealed segment in which something is erased, one that is being written, an
  /// index, and an older backup.
  static func original() async throws -> StoreFixture {
    let fixture = try StoreFixture()
    let first = try fixture.write(FeedText.long("first", items: 3), to: "first.xml")
    let second = FeedText.feed(
      "second", [FeedText.item("second-0"), FeedText.item("second-1", text: words)])
    try fixture.write(second, to: "second.xml")
    try fixture.write(FeedText.long("third", items: 4), to: "third.xml")
    _ = try await fixture.answer("ingest", first)
    _ = try await fixture.answer("log", "backup", backup(of: fixture))
    let old = try await id(of: "first-0", in: fixture)
    _ = try await fixture.answer("redact", old, "--reason", "asked for")
    _ = try await fixture.answer("ingest", "\(fixture.folder)/second.xml")
    return fixture
  }

  /// A copy of it that nothing has been done to.
  static func copy(of original: StoreFixture) throws -> StoreFixture {
    let copy = try StoreFixture()
    try FileManager.default.removeItem(atPath: copy.folder)
    try FileManager.default.copyItem(atPath: original.folder, toPath: copy.folder)
    return copy
  }

  func arguments(in fixture: StoreFixture) async throws -> [String] {
    switch self {
    case .ingest: ["ingest", "\(fixture.folder)/third.xml"]
    case .backup: ["log", "backup", Self.backup(of: fixture)]
    case .redact:
      ["redact", try await Self.id(of: "second-1", in: fixture), "--reason", "asked for"]
    case .rebuild: ["rebuild"]
    }
  }

  private static func id(of name: String, in fixture: StoreFixture) async throws -> String {
    let listed = try await fixture.answer("query", "--limit", "0", "--format", "jsonl")
    let announcements = try listed.lines.map { try JSONValue($0) }
    return try #require(
      announcements.first { $0["title"].string == "Announcement \(name)" }?["id"].string)
  }
}
