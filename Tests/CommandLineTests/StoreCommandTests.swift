import EventLog
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct StoreCommandTests {
  private let fixture: StoreFixture

  init() async throws {
    fixture = try StoreFixture()
    _ = try await fixture.answer(
      "ingest", Place.sample("leeds-city-council.rss.xml"),
      Place.sample("university-of-leeds.rdf.xml"))
  }

  @Test func `a rebuild gives the index that there was`() async throws {
    let before = try await fixture.json("verify")
    let list = try await fixture.answer("query", "--limit", "0", "--format", "jsonl").output
    let rebuilt = try await fixture.json("rebuild")
    #expect(rebuilt.keys == ["events", "announcements", "digest", "seconds"])
    #expect(rebuilt["digest"] == before["projection"]["digest"])
    #expect(rebuilt["events"] == before["events"])
    #expect(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl").output == list)
    #expect(try await fixture.json("verify")["projection"] == before["projection"])
    #expect(try await fixture.answer("rebuild").output.contains("digest "))
  }

  @Test func `an index may be deleted and made again`() async throws {
    let list = try await fixture.answer("query", "--limit", "0", "--format", "jsonl").output
    try FileManager.default.removeItem(atPath: "\(fixture.store)/projections")
    #expect(try await fixture.run("query").status == 66)
    _ = try await fixture.answer("rebuild")
    #expect(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl").output == list)
  }

  @Test func `a sound store is verified with its figures`() async throws {
    let answer = try await fixture.json("verify")
    #expect(
      answer.keys == [
        "ok", "events", "head", "segments", "bytes", "first", "last", "projection", "problems",
      ])
    #expect(answer["ok"].bool == true)
    #expect(answer["problems"].elements.isEmpty)
    #expect(answer["projection"].keys == ["sequence", "digest", "matches"])
    #expect(answer["projection"]["sequence"] == answer["events"])
    #expect(answer["projection"]["matches"].bool == true)
    #expect(answer["head"].string == (try LogReader(fixture.log).head.hash.description))
    #expect(try await fixture.answer("verify").output.contains("everything is as it was written"))
  }

  @Test func `of an index that was not checked, because the log is damaged, no match is claimed`()
    async throws
  {
    try fixture.damageLog()
    let result = try await fixture.run("verify", "--format", "json")
    #expect(result.status == 74)
    let projection = try JSONValue(result.output)["projection"]
    #expect(projection.keys == ["sequence", "digest"])
    #expect(!(try await fixture.run("verify").output.contains("the index against the log")))
  }

  @Test func `an index that has read more than the log holds is 74, and stays`() async throws {
    let lines = try await fixture.answer("log", "cat").lines
    let digest = try await fixture.json("verify")["projection"]["digest"]
    try FileManager.default.removeItem(atPath: fixture.log)
    try FileManager.default.createDirectory(
      atPath: fixture.log, withIntermediateDirectories: true)
    let rest = lines.dropLast(3).map { $0 + "\n" }.joined()
    try Data(rest.utf8).write(to: URL(fileURLWithPath: fixture.segment))
    for command in ["rebuild", "verify"] {
      #expect(try await fixture.run(command).status == 74, "\(command)")
    }
    let ingest = try await fixture.run("ingest", Place.sample("npic.rss.xml"))
    #expect(ingest.status == 74, "\(ingest.errors)")
    let verification = try JSONValue(
      try await fixture.run("verify", "--format", "json").output)
    #expect(verification["projection"]["matches"].bool == false)
    #expect(verification["projection"]["digest"] == digest)
  }

  @Test func `the log tells its figures and its lines`() async throws {
    let stats = try await fixture.json("log", "stats")
    #expect(stats.keys == ["events", "segments", "bytes", "head", "first", "last"])
    let file = try Data(contentsOf: URL(fileURLWithPath: fixture.segment))
    #expect(stats["bytes"].int == file.count)
    #expect(try await fixture.answer("log", "cat").output == String(decoding: file, as: UTF8.self))
    let events = try #require(stats["events"].int)
    let tail = try await fixture.answer("log", "cat", "--from", String(events)).lines
    #expect(tail.count == 1)
    #expect(
      try JSONValue(tail[0])["type"].string == "org.presslog.feed.retrieved", "it comes last")
    #expect(try await fixture.answer("log", "stats").output.contains("events    \(events)"))
  }

  @Test func `an empty store is verified and counted too`() async throws {
    let empty = try StoreFixture()
    try FileManager.default.createDirectory(
      atPath: empty.store, withIntermediateDirectories: true)
    let answer = try await empty.json("verify")
    #expect(answer["ok"].bool == true)
    #expect(answer["events"].int == 0)
    #expect(try await empty.json("log", "stats")["events"].int == 0)
    #expect(try await empty.answer("log", "cat").output.isEmpty)
    #expect(try await empty.json("rebuild")["announcements"].int == 0)
  }

  @Test func `a large feed is parsed from anywhere, with temporary files or without`()
    async throws
  {
    let fixture = try StoreFixture()
    let feed = FeedText.large("large")
    let path = try fixture.write(feed, to: "large.xml")
    for (argument, input, folder) in [
      (path, "", fixture.folder), (path, "", "/nowhere/at/all"), ("-", feed, fixture.folder),
    ] {
      let result = try await fixture.start(
        ["parse", argument, "--format", "json"], input: input, temporaryFolder: folder
      ).result()
      #expect(result.status == 0, "\(argument) with \(folder): \(result.errors)")
      let entries = try JSONValue(result.output)["entries"].elements
      #expect(entries.count == 1_000, "\(argument) with \(folder)")
      #expect(entries.last?["id"].string == "large-999")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder)
    #expect(files == ["large.xml"])
  }

  @Test func `a feed is parsed without being kept`() async throws {
    let empty = try StoreFixture()
    let parsed = try await empty.json("parse", Place.sample("damaged.rss.xml"))
    #expect(parsed.keys == ["format", "encoding", "wellFormed", "issues", "feed", "entries"])
    #expect(parsed["wellFormed"].bool == false)
    #expect(!parsed["entries"].elements.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: empty.store))
    let table = try await empty.answer("parse", Place.sample("npic.rss.xml"))
    #expect(table.output.contains("PUBLISHED"))
    let page = try await empty.run("parse", "-", "--format", "json", input: "<html></html>")
    #expect(page.status == 65)
    #expect(try JSONValue(page.output)["format"].string == "unknown")
    #expect(try await empty.run("parse", "/nowhere.xml").status == 66)
  }
}
