import EventLog
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct RedactCommandTests {
  private let fixture: StoreFixture
  private let feed: String
  private let id: String

  private static let secret = FeedText.item(
    "geheimpfad", title: "Geheimtitel of a person", text: "Geheimtext about the person.",
    date: "Geheimdatum in spring")
  private static let others = [
    FeedText.item("one", text: "The first."), FeedText.item("two", text: "The second."),
  ]

  init() async throws {
    fixture = try StoreFixture()
    feed = try fixture.write(
      FeedText.feed("news", [Self.others[0], Self.secret, Self.others[1]]), to: "news.xml")
    _ = try await fixture.answer("ingest", feed)
    let revised = Self.secret.replacing("Geheimtext", with: "Geheimtext, edited,")
    try fixture.write(FeedText.feed("news", [revised, Self.others[0]]), to: "news.xml")
    _ = try await fixture.answer("ingest", feed)
    let found = try await fixture.answer("query", "Geheimtext", "--format", "jsonl")
    id = try #require(ListedAnnouncement.read(found).first).id
  }

  /// The files of the store that hold a word that has to go, in any case.
  private func filesHoldingSecrets() throws -> [String] {
    let secrets = ["geheimpfad", "geheimtitel", "geheimtext", "geheimdatum"]
    return try FileManager.default.subpathsOfDirectory(atPath: fixture.store).filter { name in
      let url = URL(fileURLWithPath: "\(fixture.store)/\(name)")
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return false
      }
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self).lowercased()
      return secrets.contains(where: text.contains)
    }
  }

  private func redact() async throws -> JSONValue {
    try await fixture.json("redact", String(id.prefix(10)), "--reason", "asked for")
  }

  @Test func `no file of the store holds the words any more, and the log is whole`() async throws {
    let head = try #require(try await fixture.json("verify")["head"].string)
    let events = try #require(try await fixture.json("verify")["events"].int)
    try FileManager.default.createDirectory(
      atPath: "\(fixture.store)/quarantine", withIntermediateDirectories: true)
    try fixture.write("Geheimtext", to: "Store/quarantine/a.torn")
    try #require(filesHoldingSecrets().count >= 3)

    let report = try await redact()
    #expect(report["id"].string == id)
    #expect(report["redacted"]["sequence"].int == events + 1)
    // Both revisions, and the two retrievals whose issues quote the date.
    #expect(report["erased"].int == 4)
    #expect(report["before"].bool == false)
    #expect(try filesHoldingSecrets() == [])

    let verified = try await fixture.json("verify")
    #expect(verified["ok"].bool == true)
    #expect(verified["events"].int == events + 1)
    #expect(verified["projection"]["matches"].bool == true)
    let rebuilt = try await fixture.json("rebuild")
    #expect(rebuilt["digest"] == verified["projection"]["digest"])
    #expect(try LogReader(fixture.log).hash(at: events)?.description == head)
    #expect(try await fixture.answer("query", "Geheimtext").lines.count <= 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(fixture.store)/projections")
    #expect(names.filter { $0.hasSuffix(".sqlite") }.count == 2, "\(names)")
  }

  @Test func `a feed that still carries it brings nothing back, whatever it makes of it`()
    async throws
  {
    _ = try await redact()
    let variants = [
      Self.secret, Self.secret.replacing("about", with: "on"),
      Self.secret.replacing("Geheimtitel", with: "Geheimtitel again"),
      Self.secret.replacing(">geheimpfad</guid>", with: ">other</guid>"),
      Self.secret.replacing("org/geheimpfad", with: "org/other"),
      Self.secret.replacing("<guid isPermaLink=\"false\">geheimpfad</guid>", with: ""),
    ]
    for (number, variant) in variants.enumerated() {
      let new = FeedText.item("new-\(number)", text: "News number \(number).")
      try fixture.write(FeedText.feed("news", [new, variant, Self.others[0]]), to: "news.xml")
      let source = try await fixture.json("ingest", feed)["sources"][0]
      #expect(source["published"].int == 1, "variant \(number)")
      #expect(source["revised"].int == 0, "variant \(number)")
      #expect(source["unchanged"].int == 2, "variant \(number)")
      #expect(source["redacted"].int == 1, "variant \(number)")
    }
    let listed = try await fixture.answer("query", "--limit", "0", "--format", "jsonl")
    #expect(!listed.output.lowercased().contains("geheim"))
    // Not even in what is said of the document, whose issues quote the date.
    #expect(try filesHoldingSecrets() == [])
    let verified = try await fixture.json("verify")
    #expect(verified["ok"].bool == true)
    #expect(try await fixture.json("rebuild")["digest"] == verified["projection"]["digest"])
  }

  @Test func `one that was redacted says so, when and why`() async throws {
    _ = try await redact()
    let shown = try await fixture.answer("show", id)
    #expect(shown.output.contains("redacted"))
    #expect(shown.output.contains("asked for"))
    let json = try await fixture.json("show", id)
    #expect(json.keys == ["id", "feed", "redacted"])
    #expect(json["redacted"].keys == ["sequence", "recorded", "reason"])
    let before = try await fixture.json("verify")
    let again = try await fixture.json("redact", id, "--reason", "another")
    #expect(again["before"].bool == true)
    #expect(again["redacted"]["reason"].string == "asked for")
    #expect(try await fixture.answer("redact", id, "--reason", "x").output.contains("asked for"))
    #expect(try await fixture.json("verify") == before)
  }

  @Test func `words that a copy of the log brought back are erased by redacting once more`()
    async throws
  {
    let segment = URL(fileURLWithPath: fixture.segment)
    let before = try Data(contentsOf: segment)
    _ = try await redact()
    // All of it but the redaction itself.
    let redaction = try Data(contentsOf: segment).dropFirst(before.count)
    try (before + redaction).write(to: segment)
    let result = try await fixture.run("verify")
    #expect(result.status == 74)
    #expect(result.output.contains("Redact the announcement once more"))
    _ = try await redact()
    #expect(try filesHoldingSecrets() == [])
    #expect(try await fixture.json("verify")["ok"].bool == true)
  }

  @Test func `what is unknown or not said is refused, and nothing changes`() async throws {
    let before = try await fixture.json("verify")
    #expect(try await fixture.run("redact", "zzzz", "--reason", "x").status == 66)
    #expect(try await fixture.run("redact", id).status == 64)
    #expect(try await fixture.run("redact", id, "--reason", " ").status == 64)
    #expect(try await fixture.json("verify") == before)
    let empty = try StoreFixture()
    #expect(try await empty.run("redact", id, "--reason", "x").status == 66)
    #expect(!FileManager.default.fileExists(atPath: empty.store))
  }
}
