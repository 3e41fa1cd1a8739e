import Crypto
import EventLog

/// What is done with the whole of a log, again and again.
enum Pass: String {
  /// Every event as a ``RecordedEvent``.
  case replay
  /// Every line compared with its checksum.
  case checksums
  /// The chain followed, and data compared with their hashes.
  case chain
  /// The SHA-256 of every header and of all data, which the chain cannot be followed without; reading
  /// is not counted.
  case hashes
  /// The log opened by a reader.
  case read
  /// The log opened by a writer.
  case write

  /// Passes over a log as often as told; says in JSON what one pass found and what all of them took.
  func timed(log: String, repetitions: Int) throws -> String {
    var stopwatch = Stopwatch()
    var items = 0
    for _ in 0..<repetitions {
      switch self {
      case .replay:
        let reader = try LogReader(log)
        items = 0
        try stopwatch.measure {
          try reader.forEachBatch(after: 0, size: 500) { items += $0.count }
        }
      case .checksums:
        let reader = try LogReader(log)
        items = try stopwatch.measure { try reader.compareChecksums() }
      case .chain:
        let reader = try LogReader(log)
        items = try stopwatch.measure { try reader.followChain() }
      case .hashes: items = try LineHashes.run(log, &stopwatch)
      case .read: items = try stopwatch.measure { try LogReader(log).head.sequence }
      case .write:
        let writer = try stopwatch.measure { try LogWriter(log) }
        items = writer.head.sequence
      }
    }
    return stopwatch.answer(items: items)
  }
}

/// The floor of following the chain.
private struct LineHashes {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var count = 0

  static func run(_ log: String, _ stopwatch: inout Stopwatch) throws -> Int {
    var hashes = LineHashes()
    try LogReader(log).forEachLine(after: 0) { line in
      hashes.add(line)
      // Few enough to stay in a processor's cache.
      if hashes.count % 100 == 0 { stopwatch.measure { hashes.hash() } }
    }
    stopwatch.measure { hashes.hash() }
    return hashes.count
  }

  /// Keeps the header of a line, which ends before the first `,"data":`, and its data, which end
  /// before the checksum.
  private mutating func add(_ line: ArraySlice<UInt8>) {
    let data = Array(#","data":"#.utf8)
    var end = line.startIndex
    while let comma = line[end...].firstIndex(of: data[0]) {
      end = comma
      if line[end...].starts(with: data) { break }
      end += 1
    }
    for part in [line[..<end], line[(end + data.count)...].dropLast(22)] {
      bytes.append(contentsOf: part)
      ends.append(bytes.count)
    }
    count += 1
  }

  private mutating func hash() {
    var start = 0
    for end in ends {
      var hash = SHA256()
      bytes.withUnsafeBytes { bytes in
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      take(hash.finalize())
      start = end
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Takes a result, so that the compiler cannot leave the work out.
  @inline(never)
  private func take(_ digest: SHA256Digest) {}
}
