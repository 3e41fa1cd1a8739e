import EventLog
import FeedServer
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct ExitStatusTests {
  // MARK: A single source

  @Test func `a file that is not there is 66`() async throws {
    try await expect(66, "no such file", of: "/nowhere/feed.xml")
  }

  @Test func `a folder is 66 and the message says what to name instead`() async throws {
    try await expect(66, "is a folder", of: Place.catalog)
  }

  @Test func `a host that nobody answers for is 69`() async throws {
    let server = try FeedServer(routes: [:])
    let url = server.url("/feed")
    server.stop()
    try await expect(69, url, of: url)
  }

  @Test func `a server that hangs up is 69`() async throws {
    let server = try FeedServer(routes: ["/feed": .hangUp])
    try await expect(69, "/feed", of: server.url("/feed"))
  }

  @Test(arguments: [(404, 66), (410, 66), (403, 69), (500, 69)] as [(Int, Int32)])
  func `what a server refuses has a status`(answer: Int, status: Int32) async throws {
    let server = try FeedServer(routes: ["/feed": .status(answer)])
    try await expect(status, "\(answer)", of: server.url("/feed"))
  }

  @Test func `a web page is 65, from a server and from a file`() async throws {
    let page =
      "<!doctype html><html><head><title>News</title></head><body><p>Hello</p></body></html>"
    let server = try FeedServer(routes: ["/news": .html(page)])
    try await expect(65, "/news", of: server.url("/news"))
    let fixture = try StoreFixture()
    try await expect(65, "page.html", of: fixture.write(page, to: "page.html"), fixture)
  }

  @Test(
    arguments: [
      ("empty.xml", []), ("white.xml", Array("  \n\n ".utf8)),
      ("random.xml", randomBytes(seed: 1, count: 4096)),
      ("random.bin", randomBytes(seed: 2, count: 100_000)),
      ("zeros.xml", [UInt8](repeating: 0, count: 512)),
      ("words.xml", Array("These are words and no feed.".utf8)),
    ] as [(String, [UInt8])])
  func `what is no feed is 65`(name: String, bytes: [UInt8]) async throws {
    let fixture = try StoreFixture()
    try await expect(65, name, of: fixture.write(bytes, to: name), fixture)
  }

  @Test(arguments: ["ftp://example.org/feed", "gopher://example.org/", "javascript://x"])
  func `a URL of another kind is 65`(url: String) async throws {
    try await expect(65, "http, https and file", of: url)
  }

  @Test func `several sources of which one failed are 1, and the others are kept`() async throws {
    let fixture = try StoreFixture()
    let good = try fixture.write(FeedText.feed("a", [FeedText.item("one")]), to: "a.xml")
    let result = try await fixture.run("ingest", "/nowhere.xml", good)
    #expect(result.status == 1)
    #expect(result.errors.contains("/nowhere.xml"))
    #expect(try await fixture.answer("query", "--format", "jsonl").lines.count == 1)
  }

  @Test func `an argument that is no source does not stop the others`() async throws {
    let fixture = try StoreFixture()
    let good = try fixture.write(FeedText.feed("a", [FeedText.item("one")]), to: "a.xml")
    let result = try await fixture.run("ingest", "ftp://example.org/feed", good)
    #expect(result.status == 1)
    #expect(try await fixture.answer("query", "--format", "jsonl").lines.count == 1)
  }

  @Test func `an entry that no event can hold costs itself and no other source`() async throws {
    let fixture = try StoreFixture()
    let huge = String(repeating: "word ", count: 1 << 20)
    let feed = FeedText.feed("huge", [FeedText.item("huge", text: huge), FeedText.item("small")])
    let paths = [
      try fixture.write(feed, to: "huge.xml"),
      try fixture.write(FeedText.feed("b", [FeedText.item("other")]), to: "b.xml"),
    ]
    let answer = try JSONValue(
      try await fixture.answer("ingest", "--format", "json", paths[0], paths[1]).output)
    #expect(answer["sources"][0]["published"].int == 1)
    #expect(!answer["sources"][0]["issues"].elements.isEmpty)
    #expect(answer["sources"][1]["published"].int == 1)
  }

  @Test func `a store that is not there is not found, rather than whole`() async throws {
    #expect(try await StoreFixture().run("verify").status == 66)
  }

  @Test func `an answer that cannot be written is an error, and what is stored is stored`()
    async throws
  {
    let fixture = try StoreFixture()
    let feed = try fixture.write(FeedText.long("full", items: 30), to: "a.xml")
    let program = "\(Place.presslog) ingest --store \(fixture.store) \(feed) >/dev/full"
    let result = try await RunningCommand("/bin/sh", ["-c", program]).result()
    #expect(result.status == 74)
    #expect(result.errors.contains("cannot be written"))
    #expect(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl").lines.count == 30)
  }

  @Test func `a reader that has read enough ends a query well`() async throws {
    let fixture = try StoreFixture()
    let feed = try fixture.write(FeedText.long("pipe", items: 200), to: "a.xml")
    _ = try await fixture.answer("ingest", feed)
    let query = "\(Place.presslog) query --store \(fixture.store) --limit 0 --format json"
    let script = "{ \(query); echo status $? >&2; } | head -c 10"
    let result = try await RunningCommand("/bin/sh", ["-c", script]).result()
    #expect(result.errors.contains("status 0"), "\(result.errors)")
  }

  // MARK: Imperfect feeds

  @Test func `a truncated feed gives what it holds, with an issue`() async throws {
    let fixture = try StoreFixture()
    let whole = FeedText.feed("cut", (1...3).map { FeedText.item("cut-\($0)") })
    let cut = try fixture.write(String(whole.prefix(whole.count - 120)), to: "cut.xml")
    let source = try await fixture.json("ingest", cut)["sources"][0]
    #expect((source["published"].int ?? 0) >= 2)
    #expect(!source["issues"].elements.isEmpty)
  }

  @Test func `a feed without items is read and holds nothing`() async throws {
    let fixture = try StoreFixture()
    let empty = try fixture.write(FeedText.feed("none", []), to: "none.xml")
    let answer = try await fixture.json("ingest", empty)
    #expect(answer["sources"][0]["entries"].int == 0)
    #expect(answer["sources"][0]["error"] == .null)
  }

  // MARK: Usage

  @Test(arguments: [
    ["ingest", "a.xml", "--title", "A title"], ["ingest", "--as", "article"],
    ["ingest", "a.xml", "--as", "poem"], ["ingest", "a.xml", "--wait", "-1"],
    ["ingest", "a.txt", "--as", "article", "--published", "yesterday-ish"],
    ["query", "--limit", "-1"], ["query", "--since", "soon"], ["query", "..."],
    ["query", "--format", "xml"], ["show"], ["parse"], ["parse", "a.xml", "--header", "nonsense"],
    ["log", "cat", "--from", "0"], ["rebuild", "--what"], ["no-such-command"],
  ])
  func `wrong usage is 64`(arguments: [String]) async throws {
    let result = try await StoreFixture().start(arguments).result()
    #expect(result.status == 64, "\(arguments): \(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test func `nothing to ingest is wrong usage`() async throws {
    let fixture = try StoreFixture(catalog: "/nowhere")
    #expect(try await fixture.run("ingest").status == 64)
  }

  @Test(arguments: [["query"], ["partners"], ["topics"], ["show", "abc"]])
  func `a question without an index is 66 and says what to do`(arguments: [String]) async throws {
    let result = try await StoreFixture().start(arguments).result()
    #expect(result.status == 66)
    #expect(result.errors.contains("ingest something first"))
  }

  @Test func `a catalog with a mistake is 65 and names file and line`() async throws {
    let fixture = try StoreFixture()
    try fixture.write(
      "partners:\n  - id: a\n    kind: nonsense\n    names: [A]\n", to: "partners.yaml")
    let result = try await fixture.run(
      "ingest", Place.sample("npic.rss.xml"), "--feeds", fixture.folder)
    #expect(result.status == 65)
    #expect(result.errors.contains("partners.yaml"))
    #expect(result.errors.contains("3"))
  }

  @Test func `an unknown announcement, partner or topic says where to look`() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    let unknown = try await fixture.run("show", "zzzz")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("presslog query"))
    let partner = try await fixture.run("query", "--partner", "nobody")
    #expect(partner.status == 64)
    #expect(partner.errors.contains("presslog partners"))
  }

  // MARK: The store

  @Test func `a corrupt log is 74 from every command that reads it, and is not touched`()
    async throws
  {
    let fixture = try StoreFixture()
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    try fixture.damageLog()
    let damaged = try Data(contentsOf: URL(fileURLWithPath: fixture.segment))
    let other = Place.sample("damaged.rss.xml")
    for arguments in [
      ["ingest", other], ["verify"], ["rebuild"], ["log", "cat"], ["log", "stats"],
    ] {
      let result = try await fixture.start(arguments).result()
      #expect(result.status == 74, "\(arguments): \(result.errors)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.segment)) == damaged)
    let verification = try await fixture.run("verify", "--format", "json")
    #expect(try JSONValue(verification.output)["ok"].bool == false)
    #expect(try JSONValue(verification.output)["problems"].elements.count == 1)
  }

  @Test func `a store that another process writes is 75, and says which`() async throws {
    let fixture = try StoreFixture()
    let writer = try LogWriter(fixture.log)
    let source = Place.sample("npic.rss.xml")
    let refused = try await fixture.run("ingest", source, "--wait", "0")
    #expect(refused.status == 75)
    #expect(refused.errors.contains("--wait"))
    #expect(writer.head == .start)
    try expectNothingStored(fixture)
  }

  @Test func `whoever waits for another process is told so`() async throws {
    let fixture = try StoreFixture()
    let writer = try LogWriter(fixture.log)
    let result = try await fixture.run("ingest", Place.sample("npic.rss.xml"), "--wait", "1")
    #expect(result.status == 75)
    #expect(result.errors.contains("waiting for another writer"))
    #expect(writer.head == .start)
  }
}

extension ExitStatusTests {
  /// Ingests one bad source: the status, the words on standard error, and nothing stored.
  private func expect(
    _ status: Int32, _ words: String, of source: String, _ fixture: StoreFixture? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let fixture = try fixture ?? StoreFixture()
    let result = try await fixture.run("ingest", source, "--format", "json")
    #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errors.contains(words), "\(result.errors)", sourceLocation: sourceLocation)
    try expectNothingStored(fixture)
  }

  private func expectNothingStored(_ fixture: StoreFixture) throws {
    #expect(try LogReader(fixture.log).head.sequence == 0)
  }
}

/// Bytes that are the same for the same seed everywhere.
private func randomBytes(seed: UInt64, count: Int) -> [UInt8] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}
