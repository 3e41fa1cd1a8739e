import Foundation
import Testing

/// Disks that are full or may not be written; only where file systems can be mounted.
@Suite(
  .serialized, .timeLimit(.minutes(15)),
  .enabled("wants root and the right to mount") { await MountedFolder.isPossible() })
struct DiskTests {
  /// Room for the log's folder only, for a part of the events, for the events but not their index.
  @Test(arguments: [8, 64, 128, 256, 512])
  func `a full disk is 73, and with room the same command goes on`(kibibytes: Int) async throws {
    let disk = try await MountedFolder(kibibytes: kibibytes)
    let fixture = try StoreFixture(in: "\(disk.path)/inner")
    let elsewhere = try StoreFixture()
    let feed = try elsewhere.write(FeedText.long("big", items: 300), to: "big.xml")
    let refused = try await fixture.run("ingest", feed)
    #expect(refused.status == 73, "\(kibibytes) KiB: \(refused.errors)")
    #expect(!refused.errors.isEmpty)

    try await disk.grow(toKibibytes: 65_536)
    let result = try await fixture.run("ingest", feed)
    #expect(result.status == 0, "\(kibibytes) KiB: \(result.errors)")
    let verification = try await fixture.json("verify")
    #expect(verification["ok"].bool == true)
    #expect(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl").lines.count == 300)
    #expect(try await fixture.json("rebuild")["digest"] == verification["projection"]["digest"])
  }

  @Test func `a read-only store refuses to be written and answers all the same`() async throws {
    let disk = try await MountedFolder(kibibytes: 16_384)
    let fixture = try StoreFixture(in: "\(disk.path)/inner")
    _ = try await fixture.answer("ingest", Place.sample("leeds-city-council.rss.xml"))
    let before = try await fixture.answer("query", "--format", "jsonl").output
    try await disk.makeReadOnly()
    for arguments in [["ingest", Place.sample("npic.rss.xml")], ["rebuild"]] {
      let refused = try await fixture.start(arguments).result()
      #expect(refused.status == 73, "\(arguments): \(refused.errors)")
      #expect(refused.errors.contains("writable") || refused.errors.contains("read-only"))
    }
    #expect(try await fixture.answer("query", "--format", "jsonl").output == before)
    #expect(try await fixture.answer("partners").lines.count > 1)
    #expect(try await fixture.json("verify")["ok"].bool == true)
    #expect(!(try await fixture.answer("log", "cat").output.isEmpty))
  }

  /// Room for nothing, for a part of the document, and for all of it.
  @Test(arguments: [64, 2_048, 65_536])
  func `a large document is read with as little room for temporary files as there is`(
    kibibytes: Int
  ) async throws {
    let disk = try await MountedFolder(kibibytes: kibibytes)
    let fixture = try StoreFixture()
    let feed = try fixture.write(FeedText.large("large"), to: "large.xml")
    let result = try await fixture.start(["ingest", feed], temporaryFolder: disk.path).result()
    #expect(result.status == 0, "\(kibibytes) KiB: \(result.errors)")
    #expect(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl").lines.count == 1_000)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
  }
}
