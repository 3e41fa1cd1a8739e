import HTMLText
import XMLStream

/// An ampersand, and what has to stand in its place.
struct RepairedReference {
  /// What is wrong; nil where the reference can stay.
  private(set) var issue: FeedIssue.Kind?
  private(set) var message = ""
  private(set) var replacement: [UInt8] = []
  /// Past the reference, or past the ampersand where it starts none.
  private(set) var end: Int

  private static let predefined: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
  private static let longestName = 32

  init(at index: Int, in scanner: MarkupScanner) {
    end = index + 1
    if end >= scanner.bytes.count {
      becomeAmpersand()
    } else if scanner.bytes[end] == UInt8(ascii: "#") {
      readNumber(at: index, in: scanner)
    } else {
      readName(at: index, in: scanner)
    }
  }

  private mutating func becomeAmpersand() {
    issue = .bareAmpersand
    message = "There is a & that starts no reference."
    replacement = Array("&amp;".utf8)
  }

  private mutating func readName(at index: Int, in scanner: MarkupScanner) {
    var nameEnd = index + 1
    while nameEnd < scanner.bytes.count, nameEnd - index <= Self.longestName,
      Self.isAlphanumeric(scanner.bytes[nameEnd])
    { nameEnd += 1 }
    let isClosed = nameEnd < scanner.bytes.count && scanner.bytes[nameEnd] == UInt8(ascii: ";")
    let name = scanner.text(index + 1..<nameEnd)
    guard isClosed else { return becomeAmpersand() }
    if Self.predefined.contains(name) {
      end = nameEnd + 1
    } else if let characters = HTMLEntities.characters(of: name) {
      end = nameEnd + 1
      issue = .namedEntity
      message = "XML has no entity &\(name);"
      replacement = Array(HTMLText.escape(characters).utf8)
    } else {
      becomeAmpersand()
    }
  }

  private mutating func readNumber(at index: Int, in scanner: MarkupScanner) {
    var digit = index + 2
    let isHexadecimal = digit < scanner.bytes.count && scanner.bytes[digit] | 0x20 == 0x78
    if isHexadecimal { digit += 1 }
    let start = digit
    while digit < scanner.bytes.count, digit - start < 8, Self.isAlphanumeric(scanner.bytes[digit])
    {
      digit += 1
    }
    let number = UInt32(scanner.text(start..<digit), radix: isHexadecimal ? 16 : 10)
    guard let number, digit < scanner.bytes.count, scanner.bytes[digit] == UInt8(ascii: ";") else {
      return becomeAmpersand()
    }
    end = digit + 1
    let hasCapitalX = isHexadecimal && scanner.bytes[index + 2] == UInt8(ascii: "X")
    if !Self.isAllowed(number) {
      issue = .illegalCharacter
      message = "XML does not allow the character &#\(number);"
    } else if hasCapitalX {
      issue = .bareAmpersand
      message = "XML writes a hexadecimal reference with a small x."
      replacement = Array("&#\(number);".utf8)
    }
  }

  /// XML 1.0, production 2.
  private static func isAllowed(_ number: UInt32) -> Bool {
    switch number {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}

/// Numbers as Unicode writes code points.
enum Hexadecimal {
  static func padded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
