import EventLog
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct WriterTests {
  @Test func `two writers at once both succeed, and nothing is lost or doubled`() async throws {
    let fixture = try StoreFixture()
    let shared = try fixture.write(FeedText.long("shared", items: 60), to: "shared.xml")
    let commands = try (0..<4).map { writer in
      let own = try fixture.write(
        FeedText.long("own-\(writer)", items: 40), to: "own-\(writer).xml")
      return try fixture.start(["ingest", own, shared, "--wait", "30"])
    }
    for command in commands {
      let result = try await command.result()
      #expect(result.status == 0, "\(result.errors)")
    }
    let subjects = try LoggedEvent.read(try await fixture.answer("log", "cat"))
      .compactMap(\.subject)
    #expect(subjects.count == 60 + 4 * 40)
    #expect(Set(subjects).count == subjects.count)
    #expect(try await fixture.json("verify")["ok"].bool == true)
    #expect(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl").lines.count
        == subjects.count)
  }

  @Test func `queries are answered while somebody writes`() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    let feed = try fixture.write(FeedText.long("big", items: 400), to: "big.xml")
    let writer = try fixture.start(["ingest", feed])
    var answers = 0
    repeat {
      let answer = try await fixture.run("query", "--limit", "3", "--format", "jsonl")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.lines.count == 3)
      answers += 1
    } while writer.isRunning
    #expect(try await writer.result().status == 0)
    #expect(answers > 0)
  }
}
