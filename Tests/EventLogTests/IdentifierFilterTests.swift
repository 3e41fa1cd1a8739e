import EventLog
import Foundation
import Synchronization
import Testing

@Suite struct IdentifierFilterTests {
  private let fixture = LogFixture()

  /// A log of two runs of ids, of eight pages of pairs and two of the filter together.
  private func makeLog() throws {
    let writer = try fixture.writer(segmentLimit: 400_000)
    try writer.append(LogFixture.events(1...1_800))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(fixture.log)/ids").count == 2)
  }

  @Test func `of a new id mostly the filter alone is read, and once`() throws {
    try makeLog()
    let disk = ReadCountingDisk()
    let writer = try fixture.writer(segmentLimit: 4 << 20, disk: disk)
    try writer.append(LogFixture.events(10_001...12_000))
    // Of four thousand look-ups one in 270 is not ruled out, and reads a page or two of pairs.
    #expect((2..<60).contains(disk.reads), "\(disk.reads) reads")
  }

  @Test func `an id that is there passes the filter`() throws {
    try makeLog()
    let writer = try fixture.writer(segmentLimit: 4 << 20)
    #expect(try writer.append(LogFixture.events(1...1_800)).count == 0)
  }

  @Test func `a run of before there was a filter is made anew`() throws {
    try makeLog()
    let folder = "\(fixture.log)/ids"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let whole = try fixture.bytes(of: "\(folder)/\(name)")
      try fixture.write(Array(whole.dropLast(4_096)), to: "\(folder)/\(name)")
      #expect(try fixture.writer().append(LogFixture.events(1...1_800)).count == 0)
      #expect(try fixture.bytes(of: "\(folder)/\(name)") == whole)
    }
  }
}

/// The real disk, that counts the reads of runs of ids.
private final class ReadCountingDisk: ForwardingDisk {
  let base: any Disk = LocalDisk()
  private let count = Atomic(0)

  var reads: Int { count.load(ordering: .relaxed) }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    let file = try base.open(path, mode)
    return path.hasSuffix(".ids") && mode == .read ? File(file, self) : file
  }

  private final class File: ForwardingFile {
    let base: any DiskFile
    private let disk: ReadCountingDisk

    init(_ base: any DiskFile, _ disk: ReadCountingDisk) { (self.base, self.disk) = (base, disk) }

    func read(
      _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
    ) throws(SystemError) -> Int {
      disk.count.add(1, ordering: .relaxed)
      return try base.read(count, at: offset, appendingTo: &buffer)
    }
  }
}
