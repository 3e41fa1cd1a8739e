import Foundation
import Testing

/// The checker in Python that goes with the specification of the log: another reader, by another
/// hand, for what the program writes.
@Suite(.timeLimit(.minutes(15)), .enabled("wants python3") { await Python.isThere() })
struct LogFormatTests {
  private static let checker = "\(Place.package)/Documentation/examples/check_log.py"

  @Test func `another reader finds what the program wrote, erased data included`() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    _ = try await fixture.answer("ingest", Place.sample("leeds-city-council.rss.xml"))
    try await expectAgreement(fixture)
    let listed = try ListedAnnouncement.read(
      try await fixture.answer("query", "--limit", "1", "--format", "jsonl"))
    let id = try #require(listed.first?.id)
    _ = try await fixture.answer("redact", id, "--reason", "for the test")
    try await expectAgreement(fixture)
  }

  @Test func `another reader finds every kind of damage`() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    let whole = try Data(contentsOf: URL(fileURLWithPath: fixture.segment))
    var lines = whole.split(separator: 0x0A).map { $0 + [0x0A] }
    for offset in stride(from: 0, to: whole.count, by: whole.count / 12) {
      var damaged = whole
      damaged[offset] ^= 0x01
      try damaged.write(to: URL(fileURLWithPath: fixture.segment))
      #expect(try await check(fixture).status != 0, "byte \(offset)")
    }
    lines.swapAt(0, 1)
    try Data(lines.joined()).write(to: URL(fileURLWithPath: fixture.segment))
    #expect(try await check(fixture).status != 0, "swapped")
    lines.remove(at: 0)
    try Data(lines.joined()).write(to: URL(fileURLWithPath: fixture.segment))
    #expect(try await check(fixture).status != 0, "deleted")
  }

  private func expectAgreement(_ fixture: StoreFixture) async throws {
    let verification = try await fixture.json("verify")
    let events = try #require(verification["events"].int)
    let head = try #require(verification["head"].string)
    let result = try await check(fixture)
    #expect(result.output == "\(events) events, head \(head)\n", "\(result.errors)")
  }

  private func check(_ fixture: StoreFixture) async throws -> CommandResult {
    try await RunningCommand("/usr/bin/env", ["python3", Self.checker, fixture.log]).result()
  }
}

/// The interpreter that the checker wants.
private enum Python {
  static func isThere() async -> Bool {
    let result = try? await RunningCommand("/usr/bin/env", ["python3", "--version"]).result()
    return result?.status == 0
  }
}
