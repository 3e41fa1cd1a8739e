/// Divides bytes that come in pieces into lines, whatever stands in them.
struct LineStream {
  /// The bytes that the last range refers to.
  private(set) var bytes: [UInt8] = []
  /// The number of the last line, from 1, and where in the stream it begins.
  private(set) var number = 0
  private(set) var offset = 0

  private let read: () throws -> [UInt8]
  private var end = 0
  private var dropped = 0
  private var isAtEnd = false

  /// The bytes of a line beyond which it is none of a log's: the largest segment.
  static let limit = 64 << 20
  private static let chunk = 1 << 20

  /// Reads from whatever gives bytes; none mean the end.
  init(_ read: @escaping () throws -> [UInt8]) { self.read = read }

  /// Reads a file, up to `end` where that is given.
  init(_ file: any DiskFile, to end: Int = .max) throws(SystemError) {
    let end = min(end, try file.size())
    var position = 0
    self.init {
      var bytes: [UInt8] = []
      guard position < end else { return bytes }
      position += try file.read(
        min(Self.chunk, end - position), at: position, appendingTo: &bytes)
      return bytes
    }
  }

  /// The next line with its line feed, which the last one may lack; nil at the end.
  ///
  /// - Throws: ``LineError`` where a line is longer than ``limit``; what reading throws.
  mutating func next() throws -> Range<Int>? {
    let start = end
    var searched = start
    while true {
      if let lineFeed = bytes.firstOffset(of: 0x0A, in: searched..<bytes.count) {
        return accept(start..<lineFeed + 1)
      }
      if isAtEnd { return start == bytes.count ? nil : accept(start..<bytes.count) }
      if start > 0 {
        bytes.removeFirst(start)
        dropped += start
        end = 0
        return try next()
      }
      searched = bytes.count
      guard bytes.count <= Self.limit else {
        number += 1
        throw LineError(problem: .format)
      }
      let more = try read()
      isAtEnd = more.isEmpty
      bytes.append(contentsOf: more)
    }
  }

  private mutating func accept(_ range: Range<Int>) -> Range<Int> {
    number += 1
    offset = dropped + range.lowerBound
    end = range.upperBound
    return range
  }
}

extension LogLine {
  /// Whether the data are those that the line was written with, or have been erased since.
  func hasSoundData(in bytes: [UInt8]) -> Bool {
    hasIntactData(in: bytes) || ErasedData.redaction(in: bytes, data) != nil
  }
}
