import JSONBytes

/// What stands in the place of data that a redaction erased: `{"redacted":42}`, with spaces before
/// the closing brace, so that the line is as long as it was.
///
/// No data that a writer encoded begins like this: the first key of those is `nonce`.
enum ErasedData {
  private static let beginning: StaticString = #"{"redacted":"#

  /// Erased data of `count` bytes.
  ///
  /// - Parameters:
  ///   - redaction: The sequence of the event that erases them.
  ///   - count: The bytes of the data as they were, which have a nonce and so have room.
  /// - Returns: A JSON object.
  static func bytes(by redaction: Int, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(beginning)
    bytes.append(contentsOf: String(redaction).utf8)
    precondition(bytes.count < count, "data have a nonce, which leaves room")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count - bytes.count - 1))
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// The redaction that erased the data in `bytes[range]`; nil for data that stand.
  static func redaction(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let width = beginning.utf8CodeUnitCount
    guard range.count > width + 1, bytes.has(beginning, at: range.lowerBound) else { return nil }
    let digits = bytes[range].dropFirst(width).prefix { (0x30...0x39).contains($0) }
    guard let redaction = Int(String(decoding: digits, as: UTF8.self)),
      bytes[range].elementsEqual(Self.bytes(by: redaction, count: range.count))
    else { return nil }
    return redaction
  }

  /// A line with its data erased and its checksum made anew; all else is as it was.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - range: Where it stands, its line feed included.
  ///   - bytes: The bytes that `line` was read from.
  ///   - redaction: The sequence of the event that erases it.
  /// - Returns: As many bytes as before.
  static func erasing(
    _ line: LogLine, in range: Range<Int>, of bytes: [UInt8], by redaction: Int
  ) -> [UInt8] {
    var erased = Array(bytes[range.lowerBound..<line.data.lowerBound])
    erased.append(contentsOf: Self.bytes(by: redaction, count: line.data.count))
    LineChecksum.append(to: &erased, from: 0)
    return erased
  }
}

extension RecordedEvent {
  /// The sequence of the event that erased the data; nil where they stand as they were written.
  public var redaction: Int? { ErasedData.redaction(in: data, 0..<data.count) }
}
