import Foundation
import Testing

/// A store whose folder is taken away, as where its disk is unmounted, and one whose writer died.
@Suite(.timeLimit(.minutes(15))) struct VanishedStoreTests {
  private let fixture: StoreFixture
  private let second: String
  private var gone: String { "\(fixture.store).gone" }

  init() async throws {
    fixture = try StoreFixture()
    second = try fixture.write(FeedText.long("second", items: 4), to: "second.xml")
    let first = try fixture.write(FeedText.long("first", items: 3), to: "first.xml")
    _ = try await fixture.answer("ingest", first)
  }

  private func events() async throws -> [String] { try await fixture.answer("log", "cat").lines }

  /// Once the log is open: before and after the events are written, marked and projected.
  @Test(
    arguments: [
      Fault(kind: .vanish, call: .change, number: 1, path: "/log/LOCK"),
      Fault(kind: .vanish, call: .write, number: 1, path: ".jsonl"),
      Fault(kind: .vanish, call: .sync, number: 1, path: ".jsonl"),
      Fault(kind: .vanish, call: .write, number: 1, path: "/DURABLE"),
      Fault(kind: .vanish, call: .change, number: 1, path: "/projections/LOCK"),
      Fault(kind: .vanish, call: .write, number: 20, path: "-wal"),
    ])
  func `a store that vanishes under a writer is said clearly, and none is made in its place`(
    _ fault: Fault
  ) async throws {
    let before = try await events()
    let run = try await fixture.run(["ingest", second], with: fault)
    #expect(run.isReached, "\(fault)")
    #expect([0, 66, 73, 74].contains(run.result.status), "\(fault): \(run.result.errors)")
    if run.result.status != 0 {
      let words = ["went away", "missing", "the index", "there is no"]
      #expect(
        words.contains { run.result.errors.contains($0) }, "\(fault): \(run.result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.store), "\(fault): made anew")
    try FileManager.default.moveItem(atPath: gone, toPath: fixture.store)
    let left = try await events()
    #expect(left.starts(with: before), "\(fault)")
    if run.result.status == 0 { #expect(left.count == before.count + 5, "\(fault)") }
    _ = try await fixture.answer("ingest", second)
    #expect(try await events().count == before.count + 5, "\(fault)")
    #expect(try await fixture.json("verify")["ok"].bool == true, "\(fault)")
  }

  @Test(
    arguments: [
      ["query"], ["verify"], ["rebuild"], ["log", "backup", "elsewhere"],
      ["redact", "abc", "--reason", "asked for"],
    ])
  func `a store that vanished between two commands is 66, and none is made`(
    _ arguments: [String]
  ) async throws {
    try FileManager.default.moveItem(atPath: fixture.store, toPath: gone)
    let result = try await fixture.start(arguments).result()
    #expect(result.status == 66, "\(result.errors)")
    #expect(result.errors.contains(fixture.store))
    #expect(!FileManager.default.fileExists(atPath: fixture.store))
  }

  @Test func `a log that vanished beside its index is 74, and none is begun`() async throws {
    try FileManager.default.moveItem(atPath: fixture.log, toPath: gone)
    let result = try await fixture.run("ingest", second)
    #expect(result.status == 74, "\(result.errors)")
    #expect(result.errors.contains("Put the log back from a backup"))
    #expect(!FileManager.default.fileExists(atPath: fixture.log))
  }

  @Test func `the lock of a process that was killed holds nobody up`() async throws {
    let fault = Fault(kind: .kill, call: .write, number: 1, path: ".jsonl")
    let killed = try await fixture.run(["ingest", second], with: fault)
    #expect(killed.isReached)
    let lock = try String(contentsOfFile: "\(fixture.log)/LOCK", encoding: .utf8)
    #expect(lock.split(separator: "\n").count == 2, "the dead one's number: \(lock)")
    let result = try await fixture.run("ingest", second, "--wait", "0")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.errors.contains("waiting"))
  }
}
