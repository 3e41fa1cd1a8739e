import EventLog
import Foundation
import Testing

/// Reading the log past damage, following it, and holding it against a head that was noted.
@Suite(.timeLimit(.minutes(15))) struct LogReadingTests {
  private let fixture: StoreFixture

  init() async throws {
    fixture = try StoreFixture()
    _ = try await fixture.answer(
      "ingest", try fixture.write(FeedText.long("first", items: 20), to: "first.xml"))
  }

  @Test func `damage ends log cat, and with --skip-damaged costs its event alone`() async throws {
    let whole = try await fixture.answer("log", "cat").lines
    try fixture.damageLog()
    let strict = try await fixture.run("log", "cat")
    #expect(strict.status == 74)
    #expect(strict.lines == Array(whole.prefix(strict.lines.count)))
    let lost = strict.lines.count
    for command in [["log", "cat"], ["log", "tail", "-n", "100"]] {
      let result = try await fixture.start(command + ["--skip-damaged"]).result()
      #expect(result.status == 74, "\(command)")
      #expect(result.lines == Array(whole[..<lost] + whole[(lost + 1)...]), "\(command)")
      #expect(result.errors.contains("event \(lost + 1) cannot be read"), "\(result.errors)")
      #expect(result.errors.contains(fixture.segment))
    }
    let behind = try await fixture.answer(
      "log", "cat", "--skip-damaged", "--from", String(lost + 2)
    ).lines
    #expect(behind == Array(whole[(lost + 1)...]), "the damage is not asked for")
  }

  @Test func `log tail prints the last events`() async throws {
    let whole = try await fixture.answer("log", "cat").lines
    #expect(try await fixture.answer("log", "tail").lines == whole.suffix(10))
    #expect(try await fixture.answer("log", "tail", "-n", "3").lines == whole.suffix(3))
    #expect(try await fixture.answer("log", "tail", "-n", "999").lines == whole)
    #expect(try await fixture.answer("log", "tail", "-n", "0").output.isEmpty)
  }

  @Test func `log tail -f prints what is ingested meanwhile, and ends when it is asked to`()
    async throws
  {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: Place.presslog)
    process.arguments = ["log", "tail", "-n", "2", "-f", "--store", fixture.store]
    process.standardOutput = pipe
    try process.run()
    let before = try await fixture.answer("log", "tail", "-n", "2").lines
    _ = try await fixture.answer(
      "ingest", try fixture.write(FeedText.long("second", items: 30), to: "second.xml"))
    let after = try await fixture.answer("log", "tail", "-n", "31").lines
    var printed: [UInt8] = []
    var ended = 0
    while ended < before.count + after.count {
      let byte = try #require(try pipe.fileHandleForReading.read(upToCount: 1))
      printed += byte
      ended += byte.count { $0 == 0x0A }
    }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
    let lines = String(decoding: printed, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines == before + after)
  }

  @Test func `verify --head finds the head that was noted, or says that it is not there`()
    async throws
  {
    let noted = try #require(try await fixture.json("verify")["head"].string)
    let events = try await fixture.json("verify")["events"]
    _ = try await fixture.answer(
      "ingest", try fixture.write(FeedText.long("second", items: 3), to: "second.xml"))
    #expect(try await fixture.json("verify", "--head", noted)["noted"]["sequence"] == events)
    let text = try await fixture.answer("verify", "--head", noted).output
    #expect(text.contains("extends   event \(events.int ?? 0), recorded 20"), "\(text)")
    let other = String(repeating: "ab", count: 32)
    let result = try await fixture.run("verify", "--head", other)
    #expect(result.status == 74)
    #expect(result.output.contains("\(other) is not in this chain"))
    #expect(try await fixture.run("verify", "--head", "ab").status == 64)
  }

  @Test func `the log of another store under an index is refused until the loss is accepted`()
    async throws
  {
    let other = try StoreFixture()
    _ = try await other.answer(
      "ingest", try other.write(FeedText.long("other", items: 40), to: "other.xml"))
    let checkpoint = try LogReader(fixture.log).head
    try FileManager.default.removeItem(atPath: fixture.log)
    try FileManager.default.copyItem(atPath: other.log, toPath: fixture.log)
    let feed = try fixture.write(FeedText.long("third", items: 2), to: "third.xml")
    for command in [["rebuild"], ["ingest", feed], ["verify"]] {
      let result = try await fixture.start(command).result()
      #expect(result.status == 74, "\(command): \(result.errors)")
    }
    #expect(try await fixture.run("rebuild").errors.contains("holds another one there"))
    #expect(try await fixture.run("rebuild", "--accept-loss").status == 0)
    let event = try JSONValue(
      try #require(try await fixture.answer("log", "tail", "-n", "1").lines.first))
    #expect(event["type"].string == "org.presslog.log.loss-accepted")
    #expect(event["data"]["sequence"].int == checkpoint.sequence)
    #expect(event["data"]["hash"].string == checkpoint.hash.description)
    #expect(event["data"]["head"]["sequence"].int == (try LogReader(other.log).head.sequence))
    _ = try await fixture.answer("verify")
    _ = try await fixture.answer("ingest", feed)
    let events = try LogReader(fixture.log).head
    #expect(try await fixture.run("rebuild", "--accept-loss").status == 0)
    #expect(try LogReader(fixture.log).head == events, "nothing is lost, so nothing is recorded")
  }
}
