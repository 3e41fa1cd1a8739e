import CSystem
import EventLog
import Foundation

extension LogFixture {
  /// A log of small segments, and one with the same events whatever happens to it.
  static func segmented(
    _ events: ClosedRange<Int> = 1...14, limit: Int = 2_000
  ) throws -> LogFixture {
    let fixture = LogFixture()
    let writer = try fixture.writer(segmentLimit: limit)
    for number in events { try writer.append([event(number)]) }
    return fixture
  }

  /// The segments and seals, by name.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: log)
    where name.hasSuffix(".jsonl") || name.hasSuffix(".seal") || name.hasSuffix(".tmp") {
      files[name] = try bytes(of: "\(log)/\(name)")
    }
    return files
  }

  /// Puts the files of another log in place of this one's.
  func take(_ other: LogFixture) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: store) { try manager.removeItem(atPath: store) }
    try manager.createDirectory(atPath: store, withIntermediateDirectories: true)
    try manager.copyItem(atPath: other.log, toPath: log)
  }

  /// The lines that a reader sees, as they stand in the files.
  func lines(after sequence: Int = 0) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    try LogReader(log).forEachLine(after: sequence) { lines.append(Array($0)) }
    return lines
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(log)/\(name)") }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(log)/\(name)")
  }

  func verified() throws -> LogVerification { try LogReader.verify(log) }

  /// The events and the lines of what `LogImport` and `RepairSource` read.
  static func input(_ lines: [[UInt8]]) -> () throws -> [UInt8] {
    // In pieces that do not end where lines do.
    var rest = Array(lines.joined())[...]
    return {
      let piece = Array(rest.prefix(700))
      rest = rest.dropFirst(700)
      return piece
    }
  }

  /// A line with other words and the right checksum: no accident.
  static func forged(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let text = String(decoding: line, as: UTF8.self).replacingOccurrences(of: old, with: new)
    let body = Array(text.utf8).dropLast(22)
    let checksum = unsafe Array(body).withUnsafeBytes {
      unsafe presslog_crc32c(0, $0.baseAddress, $0.count)
    }
    let digits = String(checksum, radix: 16)
    let padding = String(repeating: "0", count: 8 - digits.count)
    return body + Array(",\"crc32c\":\"\(padding)\(digits)\"}\n".utf8)
  }
}

extension [UInt8] {
  /// The lines, each with its line feed.
  var lines: [[UInt8]] { split(separator: 0x0A).map { $0 + [0x0A] } }
}

/// Random numbers that are the same for one seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
