/// What an ampersand in text or in an attribute's value stands for.
struct Reference {
  /// What takes the reference's place.
  enum Meaning {
    case ascii(UInt8)
    case scalar(Unicode.Scalar)
    case text(String)
    /// A character that XML cannot have.
    case nothing
  }

  private(set) var meaning = Meaning.ascii(UInt8(ascii: "&"))
  /// The number of a character below 256, before it is read as windows-1252.
  private(set) var code: UInt8?
  /// What is wrong with it, nil for what XML knows.
  private(set) var problem: XMLRepair?
  /// Where it starts and ends; where it starts none, only the ampersand.
  let start: Int
  private(set) var end: Int

  /// The longest name is `CounterClockwiseContourIntegral`.
  private static let longestName = 32

  @inline(__always)
  init(
    at ampersand: Int, to limit: Int, in bytes: ByteWindow, entity: (_ name: String) -> String?
  ) {
    start = ampersand
    end = ampersand + 1
    guard end < limit else {
      problem = .bareAmpersand
      return
    }
    if bytes[end] == UInt8(ascii: "#") {
      readNumber(to: limit, in: bytes)
    } else if !readPredefined(to: limit, in: bytes) {
      readName(to: limit, in: bytes, entity)
    }
  }

  /// A sentence on ``problem``.
  func message(in bytes: ByteWindow) -> String {
    let text = bytes.string(start..<min(end, start + 48))
    return switch problem {
    case .namedEntity: "XML has no entity \(text)"
    case .illegalCharacter: "XML does not allow the character \(text)"
    default: "There is a & that starts no reference."
    }
  }

  /// The five of XML 1.0, section 4.6, told by their first letter and length.
  @inline(__always)
  private mutating func readPredefined(to limit: Int, in bytes: ByteWindow) -> Bool {
    let letter = bytes[end]
    if letter == UInt8(ascii: "l") || letter == UInt8(ascii: "g") {
      guard end &+ 2 < limit, bytes[end &+ 1] == UInt8(ascii: "t"),
        bytes[end &+ 2] == UInt8(ascii: ";")
      else { return false }
      meaning = .ascii(letter == UInt8(ascii: "l") ? UInt8(ascii: "<") : UInt8(ascii: ">"))
      end &+= 3
      return true
    }
    return take("amp;", as: UInt8(ascii: "&"), to: limit, in: bytes)
      || take("quot;", as: UInt8(ascii: "\""), to: limit, in: bytes)
      || take("apos;", as: UInt8(ascii: "'"), to: limit, in: bytes)
  }

  private mutating func take(
    _ name: StaticString, as byte: UInt8, to limit: Int, in bytes: ByteWindow
  ) -> Bool {
    guard end &+ name.utf8CodeUnitCount <= limit, bytes.has(name, at: end) else { return false }
    meaning = .ascii(byte)
    end &+= name.utf8CodeUnitCount
    return true
  }

  private mutating func readName(
    to limit: Int, in bytes: ByteWindow, _ entity: (_ name: String) -> String?
  ) {
    var index = end
    while index < limit, index - end <= Self.longestName, Self.isAlphanumeric(bytes[index]) {
      index += 1
    }
    guard index > end, index < limit, bytes[index] == UInt8(ascii: ";"),
      let text = entity(bytes.string(end..<index))
    else {
      problem = .bareAmpersand
      return
    }
    problem = .namedEntity
    meaning = .text(text)
    code = text.unicodeScalars.first.flatMap { UInt8(exactly: $0.value) }
    end = index + 1
  }

  private mutating func readNumber(to limit: Int, in bytes: ByteWindow) {
    var index = end + 1
    let isHexadecimal = index < limit && bytes[index] | 0x20 == UInt8(ascii: "x")
    let hasCapital = isHexadecimal && bytes[index] == UInt8(ascii: "X")
    if isHexadecimal { index += 1 }
    let firstDigit = index
    var number: UInt32 = 0
    while index < limit, let digit = Self.digit(bytes[index], isHexadecimal: isHexadecimal) {
      number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > firstDigit, index < limit, bytes[index] == UInt8(ascii: ";") else {
      problem = .bareAmpersand
      return
    }
    end = index + 1
    code = UInt8(exactly: number)
    if XMLCharacter.isAllowed(number), let scalar = Windows1252.character(reference: number) {
      meaning = .scalar(scalar)
      // XML writes a hexadecimal reference with a small x.
      if hasCapital { problem = .namedEntity }
    } else {
      meaning = .nothing
      problem = .illegalCharacter
    }
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
