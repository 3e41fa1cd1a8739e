/// What a look at all bytes of a window tells of characters that need care.
///
/// Almost every feed has none of them, and then no text has to be looked at for them again.
struct ByteTraits: OptionSet {
  let rawValue: UInt8

  /// Carriage returns, which XML 1.0, section 2.11, makes line feeds.
  static let carriageReturns = ByteTraits(rawValue: 1)
  /// Characters that XML 1.0, production 2, does not allow: controls, U+FFFE, U+FFFF.
  static let illegalCharacters = ByteTraits(rawValue: 2)

  /// U+0080 to U+009F, which are windows-1252 that somebody took for ISO 8859-1.
  static let legacyCharacters = ByteTraits(rawValue: 4)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Looks at eight bytes at once, and closer where one of them may be a control or no ASCII.
  init(_ bytes: ByteWindow) {
    self = []
    var index = bytes.start
    let end = bytes.end
    while index &+ 8 <= end {
      let word = bytes.word(at: index)
      if Self.mark(word) & Self.repeated(0x80) != 0, Self.isSuspicious(word) {
        note(bytes, from: index, to: index &+ 8)
      }
      index &+= 8
    }
    note(bytes, from: index, to: end)
  }

  /// Has the high bit of a byte set where that is no ASCII or a control, and perhaps of the one above.
  @inline(__always)
  private static func mark(_ word: UInt64) -> UInt64 { (word &- repeated(0x20)) | word }

  /// Whether a byte of eight is 0xEF, 0xC2 or a control other than tab and line feed.
  @inline(__always)
  private static func isSuspicious(_ word: UInt64) -> Bool {
    let controls = zeros(word & repeated(0xE0))
    let allowed = zeros(word ^ repeated(0x0A)) | zeros(word ^ repeated(0x09))
    let leads = zeros(word ^ repeated(0xEF)) | zeros(word ^ repeated(0xC2))
    return controls & ~allowed | leads != 0
  }

  /// The high bits of the bytes that are zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let rest = repeated(0x7F)
    return ~(((word & rest) &+ rest) | word | rest)
  }

  @inline(__always)
  private static func repeated(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  @inline(never)
  private mutating func note(_ bytes: ByteWindow, from start: Int, to end: Int) {
    for index in start..<end {
      let byte = bytes[index]
      if byte == 0x0D {
        insert(.carriageReturns)
      } else if XMLCharacter.isIllegalControl(byte)
        || byte == 0xEF && XMLCharacter.isNoncharacter(bytes, at: index)
      {
        insert(.illegalCharacters)
      } else if byte == 0xC2, XMLCharacter.isLegacy(bytes, at: index) {
        insert(.legacyCharacters)
      }
    }
  }
}
