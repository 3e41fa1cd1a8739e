/// The end of every line that the log writes: `,"crc32c":"9ae0daaf"}` and a line feed.
///
/// It stands last and in fixed width, so that checking a line needs no JSON parser.
enum LineChecksum {
  /// From the comma to the line feed, in bytes.
  static let width = 22

  /// Ends the line that begins at `start` and lacks only its closing brace.
  static func append(to lines: inout [UInt8], from start: Int) {
    let checksum = CRC32C.checksum(of: lines, in: start..<lines.count)
    lines.append(contentsOf: ending(checksum))
  }

  /// Whether the line `bytes[range]` ends with the checksum of what stands before it.
  static func isValid(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    guard range.count > width else { return false }
    let end = range.upperBound - width
    let checksum = CRC32C.checksum(of: bytes, in: range.lowerBound..<end)
    return bytes[end..<range.upperBound].elementsEqual(ending(checksum))
  }

  private static func ending(_ checksum: UInt32) -> [UInt8] {
    var ending = Array(#","crc32c":""#.utf8)
    for shift in [24, 16, 8, 0] {
      Hexadecimal.append(UInt8(truncatingIfNeeded: checksum >> UInt32(shift)), to: &ending)
    }
    ending.append(contentsOf: "\"}\n".utf8)
    return ending
  }
}
