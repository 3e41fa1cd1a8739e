import JSONBytes

/// A redaction: an event that erases the data of earlier ones.
struct Redaction: Hashable, Sendable {
  /// The number that the event has or will have.
  var sequence: Int
  /// The events whose data it erases.
  var erased: Set<Int>

  /// How the type of such an event ends.
  static let typeEnding = ".redacted"

  init(sequence: Int, erased: Set<Int>) {
    self.sequence = sequence
    self.erased = erased
  }

  /// Reads a line of the log; nil where it is no redaction.
  init?(_ line: LogLine, _ bytes: [UInt8]) {
    let type = bytes[line.type]
    guard type.suffix(Self.typeEnding.utf8.count).elementsEqual(Self.typeEnding.utf8) else {
      return nil
    }
    sequence = line.sequence
    var reader = JSONReader(bytes, in: line.data)
    // A redaction that names nothing erases nothing.
    erased = (try? Self.erased(&reader)) ?? []
  }

  /// The data of an event with `erases` as their last key.
  static func naming(_ sequences: Set<Int>, in data: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array { writer in sequences.sorted().forEach { writer.value($0) } }
    return data.dropLast() + Array((data.count > 2 ? #","erases":"# : #""erases":"#).utf8)
      + writer.bytes + [UInt8(ascii: "}")]
  }

  private static func erased(_ reader: inout JSONReader) throws -> Set<Int> {
    var erased: Set<Int> = []
    try reader.object { reader, key in
      if key == "erases" { try reader.array { erased.insert(try $0.int()) } }
    }
    return erased
  }

  // MARK: A line of `REDACTING`

  /// One line of JSON with its own checksum.
  func encoded() -> [UInt8] {
    var line = JSONWriter()
    line.object { line in
      line.field("sequence", LogLayout.padded(sequence))
      line.array("erases", erased.sorted()) { $0.value($1) }
    }
    var encoded = Array(line.bytes.dropLast())
    LineChecksum.append(to: &encoded, from: 0)
    return encoded
  }

  /// Reads what ``encoded()`` made; nil where the checksum does not match.
  init?(_ line: [UInt8]) {
    guard LineChecksum.isValid(line, in: 0..<line.count) else { return nil }
    var reader = JSONReader(line)
    var sequence: Int?
    var erased: Set<Int> = []
    do {
      try reader.object { reader, key in
        switch key {
        case "sequence": sequence = Int(try reader.string())
        case "erases": try reader.array { erased.insert(try $0.int()) }
        default: try reader.skip()
        }
      }
    } catch {
      return nil
    }
    guard let sequence else { return nil }
    self.init(sequence: sequence, erased: erased)
  }
}

// MARK: - Reading meanwhile

extension Redaction {
  /// Erases the data of an event that was read.
  func apply(to event: inout RecordedEvent) {
    guard erased.contains(event.sequence), event.redaction == nil else { return }
    event.data = ErasedData.bytes(by: sequence, count: event.data.count)
  }

  /// A line as it will be; nil where it stays as it is.
  func apply(to line: LogLine, in range: Range<Int>, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard erased.contains(line.sequence), ErasedData.redaction(in: bytes, line.data) == nil else {
      return nil
    }
    return ErasedData.erasing(line, in: range, of: bytes, by: sequence)[...]
  }
}
