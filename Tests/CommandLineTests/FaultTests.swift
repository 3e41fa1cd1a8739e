import Foundation
import Glibc
import Testing

/// Every system call by which an ingest changes the log fails once, in every way.
@Suite(.timeLimit(.minutes(15))) struct FaultTests {
  /// What the command answers; a short write is completed.
  private static let statuses: [Fault.Kind: Int32] = [
    .kill: SIGKILL, .EIO: 74, .ENOSPC: 73, .EROFS: 73, .short: 0,
  ]

  @Test(arguments: Fault.Kind.once)
  func `whichever call fails, nothing acknowledged is lost and the same command goes on`(
    _ kind: Fault.Kind
  ) async throws {
    let elsewhere = try StoreFixture()
    let first = try elsewhere.write(FeedText.long("first", items: 3), to: "first.xml")
    let second = try elsewhere.write(FeedText.long("second", items: 4), to: "second.xml")
    var number = 0
    while true {
      number += 1
      let fault = Fault(kind: kind, call: .change, number: number, path: "/Store/log")
      let fixture = try StoreFixture()
      // What the first command acknowledged must be there whatever happens to the second.
      _ = try await fixture.answer("ingest", first)
      let acknowledged = try await fixture.answer("log", "cat").lines
      let run = try await fixture.run(["ingest", second], with: fault)
      guard run.isReached else {
        #expect(run.result.status == 0, "\(fault): \(run.result.errors)")
        break
      }
      // The mark is synced once more at the very end: a hint, whose failure takes nothing back.
      if run.result.status != 0 {
        #expect(run.result.status == Self.statuses[kind], "\(fault): \(run.result.errors)")
      }
      let left = try await fixture.answer("log", "cat").lines
      #expect(left.starts(with: acknowledged), "\(fault): \(left.count) events")
      if run.result.status == 0 { #expect(left.count == acknowledged.count + 5, "\(fault)") }
      let again = try await fixture.start(["ingest", second]).result()
      #expect(again.status == 0, "\(fault): \(again.errors)")
      let listed = try await fixture.answer("query", "--limit", "0", "--format", "jsonl")
      #expect(Set(listed.lines).count == 7, "\(fault)")
      #expect(try await fixture.json("verify")["ok"].bool == true, "\(fault)")
    }
    #expect(number > 4, "hardly a call was reached")
  }
}
