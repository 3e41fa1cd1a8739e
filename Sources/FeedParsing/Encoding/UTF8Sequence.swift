/// How far a character of UTF-8 is read, byte by byte (Unicode 16, table 3-7).
struct UTF8Sequence {
  /// How many bytes are still to come.
  private var missing = 0
  /// Between what the next of them must lie.
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether the bytes so far end with the end of a character.
  var isComplete: Bool { missing == 0 }

  /// Takes the next byte; false where no character has it there.
  mutating func take(_ byte: UInt8) -> Bool {
    guard missing == 0 else {
      guard byte >= lowest, byte <= highest else { return false }
      missing -= 1
      (lowest, highest) = (0x80, 0xBF)
      return true
    }
    switch byte {
    case ..<0x80: return true
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF: missing = 2
    case 0xF0...0xF4: missing = 3
    default: return false
    }
    // No overlong form, no surrogate, nothing beyond U+10FFFF.
    if byte == 0xE0 { lowest = 0xA0 }
    if byte == 0xED { highest = 0x9F }
    if byte == 0xF0 { lowest = 0x90 }
    if byte == 0xF4 { highest = 0x8F }
    return true
  }

  /// How long the character is that starts at an offset; 0 where none does.
  static func length(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var sequence = UTF8Sequence()
    var end = offset
    repeat {
      guard end < bytes.count, unsafe sequence.take(bytes[end]) else { return 0 }
      end += 1
    } while !sequence.isComplete
    return end - offset
  }
}
