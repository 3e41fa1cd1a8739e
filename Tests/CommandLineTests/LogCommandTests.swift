import EventLog
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct LogCommandTests {
  private let fixture: StoreFixture
  private let other: StoreFixture

  init() async throws {
    fixture = try StoreFixture()
    other = try StoreFixture()
    _ = try await fixture.answer(
      "ingest", Place.sample("leeds-city-council.rss.xml"),
      Place.sample("university-of-leeds.rdf.xml"))
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  // MARK: Export and import

  @Test(arguments: ["events.jsonl", "events.jsonl.gz", "events.jsonl.zst"])
  func `what is exported is imported as the same log`(_ name: String) async throws {
    let path = "\(fixture.folder)/\(name)"
    #expect(try await fixture.answer("log", "export", "--to", path).output.isEmpty)
    let report = try await other.json("log", "import", path)
    let events = try #require(try await fixture.json("log", "stats")["events"].int)
    #expect(report.keys == ["added", "present", "sequence", "head"])
    #expect(report["added"].int == events && report["present"].int == 0)
    #expect(try bytes(other.segment) == bytes(fixture.segment))
    #expect(try await other.json("verify")["head"] == fixture.json("verify")["head"])
    #expect(try await other.json("log", "import", path)["present"].int == events)
    #expect(try await other.json("rebuild")["digest"] == fixture.json("rebuild")["digest"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted()
        == ["Store", name])
  }

  @Test func `an export is the log's lines, and imports from standard input`() async throws {
    let export = try await fixture.answer("log", "export").output
    #expect(Data(export.utf8) == (try bytes(fixture.segment)))
    #expect(
      try await fixture.answer("log", "export", "--from", "5").lines
        == Array(export.split(separator: "\n").map(String.init).dropFirst(4)))
    #expect(try await other.run("log", "import", "-", input: export).status == 0)
    #expect(try bytes(other.segment) == bytes(fixture.segment))
  }

  @Test func `a reader that has read enough ends the export well`() async throws {
    for options in ["", "--compress gzip", "--compress zstd"] {
      let script = """
        '\(Place.presslog)' log export \(options) --store '\(fixture.store)' | head -c 20 >/dev/null
        exit ${PIPESTATUS[0]}
        """
      let result = try await RunningCommand("/usr/bin/env", ["bash", "-c", script]).result()
      #expect(result.status == 0 && result.errors.isEmpty, "\(options): \(result.errors)")
    }
  }

  @Test func `another history is 65 and names the event`() async throws {
    _ = try await other.answer("ingest", Place.sample("npic.rss.xml"))
    let before = try bytes(other.segment)
    let path = "\(fixture.folder)/events.jsonl"
    _ = try await fixture.answer("log", "export", "--to", path)
    let result = try await other.run("log", "import", path)
    #expect(result.status == 65)
    for store in [fixture, other] {
      let hash = try #require(try LogReader(store.log).hash(at: 1))
      #expect(result.errors.contains(hash.description))
    }
    #expect(result.errors.contains("event 1 "))
    #expect(try bytes(other.segment) == before)
  }

  @Test func `input that is bad or not there, and output that cannot be written`() async throws {
    let page = try fixture.write("<html></html>\n", to: "page.html")
    let cut = try fixture.write([0x1F, 0x8B, 0x08, 0x00], to: "cut.gz")
    #expect(try await other.run("log", "import", page).status == 65)
    #expect(try await other.run("log", "import", cut).status == 65)
    #expect(try await other.run("log", "import", "/nowhere.jsonl").status == 66)
    #expect(try await other.run("log", "import", fixture.folder).status == 66)
    #expect(try await other.json("log", "stats")["events"].int == 0)
    #expect(try await fixture.run("log", "export", "--to", "/nowhere/at/all.gz").status == 73)
    #expect(try await fixture.run("log", "export", "--compress", "rar").status == 64)
    #expect(try await fixture.run("log", "export", "--store", "/nowhere").status == 66)
  }

  @Test func `a damaged log is exported up to the damage, and into no file`() async throws {
    try fixture.damageLog()
    let path = "\(fixture.folder)/events.jsonl"
    let result = try await fixture.run("log", "export")
    #expect(result.status == 74 && !result.lines.isEmpty)
    #expect(result.errors.contains("presslog log repair --from"))
    #expect(try await fixture.run("log", "export", "--to", path).status == 74)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  // MARK: Backup

  @Test func `a backup is a store that verifies, and is restored by copying it`() async throws {
    let backup = "\(fixture.folder)/backup"
    let first = try await fixture.json("log", "backup", backup)
    #expect(first.keys == ["events", "segments", "bytes", "sequence", "head"])
    #expect(first["bytes"].int == (try bytes(fixture.segment).count))
    #expect(try await fixture.json("verify", "--store", backup)["head"] == first["head"])
    let again = try await fixture.json("log", "backup", backup)
    #expect(again["events"].int == 0 && again["bytes"].int == 0 && again["head"] == first["head"])
    let digest = try await fixture.json("rebuild")["digest"]
    try FileManager.default.removeItem(atPath: fixture.log)
    try FileManager.default.copyItem(atPath: "\(backup)/log", toPath: fixture.log)
    #expect(try await fixture.json("rebuild")["digest"] == digest)
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    let third = try await fixture.json("log", "backup", backup)
    #expect(third["events"].int ?? 0 > 0 && third["segments"].int == 1)
    #expect(try await fixture.answer("log", "backup", backup).output.contains("0 new events"))
  }

  @Test func `a backup into another log or over later events is 73`() async throws {
    _ = try await other.answer("ingest", Place.sample("npic.rss.xml"))
    let before = try bytes(other.segment)
    let result = try await fixture.run("log", "backup", other.store)
    #expect(result.status == 73 && result.errors.contains("another log"), "\(result.errors)")
    #expect(try bytes(other.segment) == before)
    let backup = "\(fixture.folder)/backup"
    let old = "\(fixture.folder)/old"
    _ = try await fixture.answer("log", "backup", old)
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    _ = try await fixture.answer("log", "backup", backup)
    let older = try await fixture.run("log", "backup", backup, "--store", old)
    #expect(older.status == 73 && older.errors.contains("log repair --from"), "\(older.errors)")
    #expect(try await fixture.run("log", "backup", fixture.store + "/").status == 64)
    #expect(try await fixture.run("log", "backup", old, "--store", "/nowhere").status == 66)
    try fixture.write("", to: "file")
    #expect(try await fixture.run("log", "backup", "\(fixture.folder)/file").status == 73)
  }

  // MARK: Repair

  @Test func `a damaged log is repaired from a backup, a folder or an export`() async throws {
    let backup = "\(fixture.folder)/backup"
    let export = "\(fixture.folder)/events.jsonl.zst"
    _ = try await fixture.answer("log", "backup", backup)
    _ = try await fixture.answer("log", "export", "--to", export)
    let whole = try bytes(fixture.segment)
    for source in [backup, backup + "/log/", export] {
      try fixture.damageLog()
      let damaged = try bytes(fixture.segment)
      #expect(try await fixture.run("ingest", Place.sample("npic.rss.xml")).status == 74)
      let dry = try await fixture.answer("log", "repair", "--from", source, "--dry-run")
      #expect(dry.output.contains("would be repaired"))
      #expect(try bytes(fixture.segment) == damaged)
      let report = try await fixture.json("log", "repair", "--from", source)
      #expect(report.keys == ["dryRun", "repaired", "sequence", "head"])
      let action = report["repaired"][0]
      #expect(action["kind"].string == "segment" && action["taken"].elements.count == 1)
      #expect(try bytes(try #require(action["kept"].string)) == damaged)
      #expect(try bytes(fixture.segment) == whole)
      #expect(try await fixture.json("verify")["ok"].bool == true)
    }
    #expect(try await fixture.answer("log", "repair").output.contains("nothing to repair"))
  }

  @Test func `what no copy has is 74 with the numbers, and nothing is changed`() async throws {
    let backup = "\(fixture.folder)/backup"
    _ = try await fixture.answer("log", "backup", backup)
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    let head = try #require(try await fixture.json("log", "stats")["events"].int)
    let whole = try bytes(fixture.segment)
    let last = try #require(whole.dropLast().lastIndex(of: 0x0A))
    try whole.prefix(through: last).write(to: URL(fileURLWithPath: fixture.segment))
    for arguments in [["log", "repair"], ["log", "repair", "--from", backup]] {
      let result = try await fixture.start(arguments).result()
      #expect(result.status == 74 && result.errors.contains("events \(head) "), "\(result.errors)")
      #expect(try bytes(fixture.segment) == whole.prefix(through: last))
    }
    let page = try fixture.write("<html></html>\n", to: "page.html")
    #expect(try await fixture.run("log", "repair", "--from", page).status == 66)
    #expect(try await fixture.run("log", "repair", "--from", "/nowhere").status == 66)
  }
}
