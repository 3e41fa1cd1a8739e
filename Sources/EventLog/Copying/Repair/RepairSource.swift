/// Where a repair takes lines from: another copy of the log, or lines that were exported.
///
/// What is damaged in it is passed over: a copy that is damaged elsewhere is still of use.
public struct RepairSource {
  /// Some of its bytes, which hold lines in ascending order.
  private struct Part {
    /// Its first event.
    var first: Int
    var lines: () throws -> LineStream
  }

  private var parts: [Part] = []
  /// Whether the parts are the segments of a log.
  private let isLog: Bool

  private static let partSize = 1 << 20
  private static let readSize = 64 << 10

  /// Reads the folder of a log, or a store, which has it in `log/`.
  ///
  /// - Throws: ``RepairError/notALog(_:)`` where there are no segments, ``SystemError``.
  public init(folder: String) throws { try self.init(folder: folder, on: LocalDisk()) }

  package init(folder: String, on disk: any Disk) throws {
    var layout = LogLayout(folder, on: disk)
    if try layout.segments().isEmpty { layout = LogLayout("\(folder)/log", on: disk) }
    isLog = true
    for first in try layout.segments() {
      let path = layout.segment(first)
      parts.append(Part(first: first) { try LineStream(disk.open(path, .read)) })
    }
    guard !parts.isEmpty else { throw RepairError.notALog(folder) }
  }

  /// Reads plain JSON Lines from a file.
  ///
  /// - Throws: ``RepairError/notALog(_:)`` with `name` where there is no line of a log in it;
  ///   ``SystemError``.
  public init(export file: TemporaryFile, named name: String) throws {
    isLog = false
    var lines = Self.lines(of: file, from: 0)
    var next = 0
    while let range = try lines.next() {
      guard lines.offset >= next, let line = try? LogLine(lines.bytes, in: range) else { continue }
      let offset = lines.offset
      parts.append(Part(first: line.sequence) { Self.lines(of: file, from: offset) })
      next = offset + Self.partSize
    }
    guard !parts.isEmpty else { throw RepairError.notALog(name) }
  }

  private static func lines(of file: TemporaryFile, from offset: Int) -> LineStream {
    var position = offset
    return LineStream {
      let bytes = try file.read(readSize, at: position)
      position += bytes.count
      return bytes
    }
  }

  /// Hands on the sound lines with a number in `range`, in the order in which they stand.
  func forEachLine(
    in range: ClosedRange<Int>, _ body: (LogLine, [UInt8], Range<Int>) throws -> Void
  ) throws {
    for (index, part) in parts.enumerated() where part.first <= range.upperBound {
      let next = index + 1 < parts.count ? parts[index + 1].first : .max
      guard next > range.lowerBound else { continue }
      var lines = try part.lines()
      while let (line, place) = try lines.nextSound() {
        guard line.sequence < next, line.sequence <= range.upperBound else { break }
        if line.sequence >= range.lowerBound { try body(line, lines.bytes, place) }
      }
    }
  }

  /// Where in `range` new segments begin: as in the copy, or by their size.
  ///
  /// - Parameters:
  ///   - range: The events that are missing.
  ///   - size: The bytes of the segment to which the first of them belongs.
  ///   - limit: The bytes of a segment.
  /// - Returns: Their first events, in order.
  /// - Throws: ``SystemError``.
  func segmentStarts(in range: ClosedRange<Int>, size: Int, limit: Int) throws -> [Int] {
    if isLog { return parts.map(\.first).filter(range.contains) }
    var starts: [Int] = []
    var size = size
    try forEachLine(in: range) { line, _, place in
      if size > 0, size + place.count > limit {
        starts.append(line.sequence)
        size = 0
      }
      size += place.count
    }
    return starts
  }
}

extension LineStream {
  /// The next line that a log wrote and whose data are sound; the others are passed over.
  mutating func nextSound() throws -> (line: LogLine, range: Range<Int>)? {
    do {
      while let range = try next() {
        // A line that makes no sense is what a repair is about.
        guard let line = try? LogLine(bytes, in: range), line.hasSoundData(in: bytes) else {
          continue
        }
        return (line, range)
      }
    } catch is LineError {}  // no line feed for a whole segment
    return nil
  }
}
