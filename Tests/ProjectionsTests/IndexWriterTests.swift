import Announcements
import Catalog
import EventLog
import Foundation
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct IndexWriterTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture()
    try fixture.append([SampleEvent.published("a", text: "A grant.")])
  }

  /// Opens a writer and returns what it said.
  private func notices(topics: String = SampleCatalog.topics) throws -> [String] {
    var notices: [String] = []
    var options = IndexWriter.Options()
    options.notice = { notices.append($0) }
    _ = try IndexWriter(
      fixture.index, catalog: try fixture.catalog(topics: topics), log: try fixture.reader(),
      options)
    return notices
  }

  @Test func `an index that is missing is made, and one that is not is gone on with`() throws {
    #expect(throws: ProjectionError.noIndex(fixture.index.link)) { try fixture.read() }
    #expect(try notices() == ["there is no index yet: making it from the log"])
    #expect(try notices() == [])
    #expect(try fixture.titles() == ["a"])
  }

  @Test func `an index may be deleted at any time`() throws {
    _ = try notices()
    let digest = try fixture.read().digest()
    try fixture.removeIndex()
    _ = try notices()
    #expect(try fixture.read().digest() == digest)
    try FileManager.default.removeItem(atPath: try #require(try fixture.index.current))
    #expect(throws: ProjectionError.noIndex(fixture.index.link)) { try fixture.read() }
    _ = try notices()
    #expect(try fixture.read().digest() == digest)
  }

  @Test func `an old index that cannot be removed is an error, because of what it may hold`() throws
  {
    _ = try notices()
    // A folder in the place of the file: no unlink takes it away.
    let old = "\(fixture.index.path)/announcements.000000.sqlite"
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    #expect(throws: SystemError.self) { try notices() }
    try FileManager.default.removeItem(atPath: old)
    #expect(try notices() == [])
  }

  @Test(arguments: [0, 1, 100, 5_000])
  func `an index that is damaged is made anew`(length: Int) throws {
    _ = try notices()
    let digest = try fixture.read().digest()
    let file = try #require(try fixture.index.current)
    try Data(repeating: 0x55, count: length).write(to: URL(fileURLWithPath: file))
    for suffix in ["-wal", "-shm"] {
      // They may not be there.
      try? FileManager.default.removeItem(atPath: file + suffix)
    }
    #expect(throws: ProjectionError.self) { try fixture.read() }
    #expect(try notices() == ["the index is damaged: making it anew from the log"])
    #expect(try fixture.read().digest() == digest)
  }

  @Test func `a changed catalog makes the writer rebuild, and say so`() throws {
    _ = try notices()
    #expect(try fixture.titles { $0.topic = "money" } == ["a"])
    #expect(
      try notices(topics: "") == ["the catalog has changed: making the index anew from the log"])
    #expect(try fixture.titles { $0.topic = "money" } == [])
    #expect(try fixture.read().topics().isEmpty)
    _ = try notices()
    #expect(try fixture.titles { $0.topic = "money" } == ["a"])
  }

  @Test func `a reader knows the catalog of its index`() throws {
    _ = try notices()
    #expect(try fixture.read().catalogDigest == fixture.catalog().digest)
    #expect(try fixture.read().catalogDigest != fixture.catalog(topics: "").digest)
  }

  @Test func `two writers exclude each other, rebuilds included`() throws {
    let catalog = try fixture.catalog()
    let writer = try fixture.writer(catalog)
    #expect(throws: EventLogError.self) { try fixture.writer(catalog) }
    var options = IndexWriter.Options()
    options.wait = .zero
    #expect(throws: EventLogError.self) {
      try fixture.index.rebuild(catalog: catalog, log: { try fixture.reader() }, options)
    }
    #expect(writer.checkpoint.sequence == 1)
  }

  @Test func `a writer that is gone lets the next one in`() throws {
    let catalog = try fixture.catalog()
    for _ in 0..<3 { #expect(try fixture.writer(catalog).checkpoint.sequence == 1) }
  }

  @Test func `readers see what a writer projects, each when it looks`() throws {
    let catalog = try fixture.catalog()
    let writer = try fixture.writer(catalog)
    let reader = try fixture.read()
    let events = [SampleEvent.published("b")]
    let written = try fixture.append(events)
    #expect(try reader.announcementCount() == 1)
    try writer.project(events, at: written.time, upTo: try fixture.reader().head)
    #expect(try reader.announcementCount() == 2)
    #expect(try writer.checkpoint == fixture.reader().head)
  }

  @Test func `an index is read where nothing can be written`() throws {
    _ = try notices()
    let files = FileManager.default
    for name in try fixture.files() where name.hasSuffix("-wal") || name.hasSuffix("-shm") {
      try files.removeItem(atPath: "\(fixture.index.path)/\(name)")
    }
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.index.path)
    defer {
      // The folder must be writable to go away with the test.
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.index.path)
    }
    #expect(try fixture.titles() == ["a"])
  }

  @Test func `a checkpoint is that of the live index`() throws {
    #expect(try fixture.index.checkpoint() == nil)
    _ = try notices()
    #expect(try fixture.index.checkpoint() == fixture.reader().head)
  }
}
