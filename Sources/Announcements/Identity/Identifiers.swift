/// Which feed something came from: a subscription's id, a URL, a path, or whatever names it best.
public struct FeedID: Hashable, Sendable, CustomStringConvertible {
  public var rawValue: String

  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  public var description: String { rawValue }

  /// The id as a URI reference, which CloudEvents wants as an event's source: what RFC 3986 does not
  /// allow in one is percent-encoded.
  public var uriReference: String {
    var encoded: [UInt8] = []
    let bytes = Array(rawValue.utf8)
    for (index, byte) in bytes.enumerated() {
      let isAllowed =
        byte == UInt8(ascii: "%")
        ? Self.isEscape(bytes[index...].prefix(3)) : Self.allowed.contains(byte)
      if isAllowed {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        let digits = Array("0123456789ABCDEF".utf8)
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 15)])
      }
    }
    return encoded.isEmpty ? "." : String(decoding: encoded, as: UTF8.self)
  }

  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=".utf8)

  /// Whether a percent sign begins what is encoded already, and not a title such as "100% Leeds".
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && bytes.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}

/// Which announcement: 26 characters, the same for the same input on every machine.
public struct AnnouncementID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var rawValue: String

  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  public var description: String { rawValue }

  public static func < (left: AnnouncementID, right: AnnouncementID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// SHA-256, which this module takes from its caller: it computes nothing that a library does better
/// and imports none.
public struct Hashing: Sendable {
  private let sha256: @Sendable ([UInt8]) -> [UInt8]

  /// - Parameter sha256: Returns the 32 bytes of the SHA-256 of its argument.
  public init(sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.sha256 = sha256
  }

  /// 128 bits of the SHA-256 over `parts`, each ended by a NUL, in base32 (RFC 4648, lower case,
  /// no padding): 26 characters.
  public func identifier(of parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0)
    }
    return identifier(of: bytes)
  }

  /// 128 bits of the SHA-256 over `bytes`, in base32.
  public func identifier(of bytes: [UInt8]) -> String {
    Self.base32(sha256(bytes)[..<16])
  }

  private static func base32(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var encoded: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        encoded.append(digits[buffer >> bits & 31])
      }
    }
    if bits > 0 { encoded.append(digits[buffer << (5 - bits) & 31]) }
    return String(decoding: encoded, as: UTF8.self)
  }
}
