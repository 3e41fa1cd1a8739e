/// The end of every line that the log writes: `,"crc32c":"9ae0daaf"}` and a line feed.
///
/// It stands last and in fixed width, so that checking a line needs no JSON parser.
enum LineChecksum {
  /// From the comma to the line feed, in bytes.
  static let width = 22

  private static let beginning: StaticString = #","crc32c":""#
  private static let end: StaticString = "\"}\n"

  /// Ends the line that begins at `start` and lacks only its closing brace.
  static func append(to lines: inout [UInt8], from start: Int) {
    appendBlank(to: &lines)
    store(in: &lines, of: start..<lines.count)
  }

  /// Ends a line whose checksum is not known yet.
  static func appendBlank(to lines: inout [UInt8]) {
    lines.append(beginning)
    lines.append(littleEndian: Decimal.zeros)
    lines.append(end)
  }

  /// Puts the checksum of the line `lines[range]` in its place.
  static func store(in lines: inout [UInt8], of range: Range<Int>) {
    let start = range.upperBound - width
    let checksum = CRC32C.checksum(of: lines, in: range.lowerBound..<start)
    lines.store(
      Hexadecimal.digits(of: checksum.byteSwapped), at: start + beginning.utf8CodeUnitCount)
  }

  /// Whether the line `bytes[range]` ends with the checksum of what stands before it.
  static func isValid(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    guard range.count > width else { return false }
    let start = range.upperBound - width
    let digits = start + beginning.utf8CodeUnitCount
    guard bytes.has(beginning, at: start), bytes.has(end, at: digits + 8) else { return false }
    let checksum = CRC32C.checksum(of: bytes, in: range.lowerBound..<start)
    return bytes.word(at: digits) == Hexadecimal.digits(of: checksum.byteSwapped)
  }
}
