/// How an encoding that writes everything in 7 bits goes over from ASCII to something else.
///
/// Such text looks like ASCII, and ASCII is also such text: only a label together with an escape says
/// that more is meant.
enum SevenBitEscapes {
  /// ISO 2022: an escape character (RFC 1468, RFC 1557, RFC 1922).
  case iso2022
  /// HZ: `~{` (RFC 1843).
  case hz
  /// UTF-7: a plus sign (RFC 2152), or an ampersand in IMAP (RFC 3501, section 5.1.3), and base64.
  case utf7(shift: UInt8)

  /// Nil for an encoding of 8 bits or more.
  init?(_ encoding: CharacterEncoding) {
    switch encoding.iconvName {
    case "HZ": self = .hz
    case "UTF-7": self = .utf7(shift: UInt8(ascii: "+"))
    case "UTF-7-IMAP": self = .utf7(shift: UInt8(ascii: "&"))
    case let name where name.contains("2022"): self = .iso2022
    default: return nil
    }
  }

  /// Whether bytes have such an escape.
  func occur(in bytes: [UInt8]) -> Bool {
    switch self {
    case .iso2022: bytes.contains(0x1B)
    case .hz: bytes.firstRange(of: [UInt8(ascii: "~"), UInt8(ascii: "{")]) != nil
    case .utf7(let shift): Self.hasBase64(bytes, after: shift)
    }
  }

  /// Whether whole units of UTF-16 stand behind a shift: `C++` and `&amp;` have none.
  private static func hasBase64(_ bytes: [UInt8], after shift: UInt8) -> Bool {
    var index = 0
    while let start = bytes[index...].firstIndex(of: shift) {
      index = start + 1
      var last: UInt8 = 0
      while index < bytes.count, let digit = base64(bytes[index]) {
        last = digit
        index += 1
      }
      // Three units are eight digits; two bits are over after three digits, and four after six.
      let isClosed = index < bytes.count && bytes[index] == UInt8(ascii: "-")
      guard shift == UInt8(ascii: "+") || isClosed, index > start + 1 else { continue }
      switch (index - start - 1) % 8 {
      case 0: return true
      case 3 where last & 0b11 == 0: return true
      case 6 where last & 0b1111 == 0: return true
      default: continue
      }
    }
    return false
  }

  /// The digit that a byte is; IMAP writes a comma for the last one.
  private static func base64(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"), UInt8(ascii: ","): 63
    default: nil
    }
  }
}
