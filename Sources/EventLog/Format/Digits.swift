/// Hexadecimal digits in lower case, eight at a time in a word: the first digit in the lowest byte.
enum Hexadecimal {
  /// The digits of four bytes, of which the first is the lowest.
  static func digits(of bytes: UInt32) -> UInt64 {
    var spread = UInt64(bytes)
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
    let low: UInt64 = 0x000F_000F_000F_000F
    return digits(ofNibbles: spread >> 4 & low | (spread & low) << 8)
  }

  /// The digits of eight bytes, of which the first is the lowest.
  static func digits(of bytes: UInt64) -> (UInt64, UInt64) {
    (
      digits(of: UInt32(truncatingIfNeeded: bytes)),
      digits(of: UInt32(truncatingIfNeeded: bytes >> 32))
    )
  }

  /// The four bytes that eight digits stand for; nil where one of them is none.
  static func bytes(of digits: UInt64) -> UInt32? {
    let letters = digits >> 6 & 0x0101_0101_0101_0101
    let nibbles = (digits & 0x0F0F_0F0F_0F0F_0F0F) + letters * 9
    guard nibbles & 0xF0F0_F0F0_F0F0_F0F0 == 0, self.digits(ofNibbles: nibbles) == digits else {
      return nil
    }
    var packed = (nibbles << 4 | nibbles >> 8) & 0x00FF_00FF_00FF_00FF
    packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: packed | packed >> 16)
  }

  /// A digit for each byte, which is less than 16.
  private static func digits(ofNibbles nibbles: UInt64) -> UInt64 {
    let letters = (nibbles + 0x7676_7676_7676_7676) >> 7 & 0x0101_0101_0101_0101
    return nibbles + 0x3030_3030_3030_3030 + letters * 0x27
  }
}

/// Decimal digits, eight at a time in a word: the first digit in the lowest byte.
enum Decimal {
  /// Eight zeros.
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The eight digits of a number.
  static func digits(of number: UInt64) -> UInt64 {
    var rest = number
    var digits: UInt64 = 0
    for _ in 0..<8 {
      digits = digits << 8 | (0x30 + rest % 10)
      rest /= 10
    }
    return digits
  }

  /// The number that eight digits stand for; nil where one of them is none.
  static func number(of digits: UInt64) -> Int? {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard digits & high == zeros, ((digits & ~high) + 0x0606_0606_0606_0606) & high == 0 else {
      return nil
    }
    let ones = digits & ~high
    let pairs = (ones &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
    return Int((fours &* 42_949_672_960_001) >> 32)
  }
}

extension [UInt8] {
  /// Appends twenty decimal digits.
  mutating func append(padded number: Int) {
    let start = count
    append(contentsOf: repeatElement(0, count: 20))
    store(padded: number, at: start)
  }

  /// Puts twenty decimal digits in the place of what stands at `offset`.
  mutating func store(padded number: Int, at offset: Int) {
    let number = UInt64(number)
    store(Decimal.digits(of: number / 1_000_000_000_000), at: offset)
    store(Decimal.digits(of: number / 10_000 % 100_000_000), at: offset + 8)
    store(Decimal.digits(of: number % 100_000_000), at: offset + 12)
  }
}
