import EventLog
import Foundation
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct FollowerTests {
  private let fixture = LogFixture()

  /// Follows the log until event `last`, and returns what was handed on.
  private func follow(
    after sequence: Int = 0, until last: Int, _ check: ([RecordedEvent]) -> Void = { _ in }
  ) throws -> [Int] {
    let follower = try LogFollower(fixture.log, after: sequence)
    var sequences: [Int] = []
    try follower.follow(batches: 7) { batch in
      check(batch)
      sequences += batch.map(\.sequence)
      if let end = batch.last?.sequence, end >= last { follower.cancel() }
    }
    return sequences
  }

  /// Runs `work` on a thread of its own beside `body`, and fails where it fails.
  private func beside<Result>(
    _ work: @escaping @Sendable () throws -> Void, _ body: () throws -> Result
  ) throws -> Result {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      #expect(throws: Never.self) { try work() }
      done.signal()
    }
    thread.start()
    let result = try body()
    done.wait()
    return result
  }

  @Test func `a follower sees every event once, in order, and none before it is durable`() throws {
    let disk = SyncNotingDisk()
    let log = fixture.log
    let sequences = try beside {
      var options = LogWriter.Options()
      options.segmentLimit = 4_000
      options.disk = disk
      let writer = try LogWriter(log, options)
      for start in stride(from: 1, to: 200, by: 5) {
        try writer.write(LogFixture.events(start...start + 2))
        try writer.write(LogFixture.events(start + 3...start + 4))
        try writer.commit()
      }
    } _: {
      try follow(until: 200) { batch in
        #expect(batch.last?.sequence ?? 0 <= disk.synced)
      }
    }
    #expect(sequences == Array(1...200))
  }

  @Test func `a follower may begin anywhere, and before there is a folder`() throws {
    let log = fixture.log
    let sequences = try beside {
      for start in [1, 21] {
        var options = LogWriter.Options()
        options.segmentLimit = 4_000
        try LogWriter(log, options).append(LogFixture.events(start...start + 19))
      }
    } _: {
      try follow(after: 13, until: 40)
    }
    #expect(sequences == Array(14...40))
    #expect(try follow(after: 37, until: 40) == [38, 39, 40], "what is there is not waited for")
  }

  @Test func `what a killed writer left is seen once it is synced`() throws {
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...2))
    try writer.write(LogFixture.events(3...4))
    _ = consume writer
    #expect(try follow(until: 4) == [1, 2, 3, 4])
  }

  @Test func `a follower that is cancelled ends, also before it begins`() throws {
    let follower = try LogFollower(fixture.log, after: 0)
    follower.cancel()
    try follower.follow { _ in Issue.record("there are no events") }
  }

  @Test func `a follower ends where nobody reads its output any more`() throws {
    let pipe = Pipe()
    let follower = try LogFollower(
      fixture.log, after: 0, endingWith: pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForReading.close()
    try follower.follow { _ in Issue.record("there are no events") }
  }

  @Test func `damage ends a follower, or is told and passed over`() throws {
    do { try fixture.writer().append(LogFixture.events(1...6)) }
    var bytes = try fixture.bytes(of: fixture.segment)
    let lines = bytes.indices.filter { bytes[$0] == 0x0A }
    bytes[lines[2] + 40] ^= 0x01
    try fixture.write(bytes, to: fixture.segment)
    var seen: [Int] = []
    let strict = try LogFollower(fixture.log, after: 0)
    #expect(throws: EventLogError.self) {
      try strict.follow { seen += $0.map(\.sequence) }
    }
    #expect(seen == [1, 2, 3])
    seen = []
    let follower = try LogFollower(fixture.log, after: 0)
    var missing: [Range<Int>?] = []
    try follower.follow(skipped: { missing.append($0.missing) }) {
      seen += $0.map(\.sequence)
      if seen.last == 6 { follower.cancel() }
    }
    #expect(seen == [1, 2, 3, 5, 6])
    #expect(missing == [4..<5])
  }
}

/// The disk of this machine, which notes how many lines of a log were synced.
private final class SyncNotingDisk: ForwardingDisk {
  let base: any Disk = LocalDisk()
  private let counts = Mutex((written: 0, synced: 0))

  /// The lines that were in the segments when a sync of them ended well.
  var synced: Int { counts.withLock(\.synced) }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    let file = try base.open(path, mode)
    return path.hasSuffix(".jsonl") ? File(file, self) : file
  }

  private final class File: ForwardingFile {
    let base: any DiskFile
    private let disk: SyncNotingDisk

    init(_ base: any DiskFile, _ disk: SyncNotingDisk) { (self.base, self.disk) = (base, disk) }

    func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
      try base.write(bytes, at: offset)
      disk.counts.withLock { $0.written += bytes.count { $0 == 0x0A } }
    }

    func syncData() throws(SystemError) {
      let written = disk.counts.withLock(\.written)
      try base.syncData()
      disk.counts.withLock { $0.synced = written }
    }
  }
}
