/// Reads JSON from bytes in one pass, value by value, as the caller asks for them.
///
/// It builds no tree: a caller walks an object with ``object(_:)`` and takes the values that it
/// knows; what it does not take is skipped, so newer writers may add keys.
public struct JSONReader: Sendable {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var depth = 0

  /// How deep values may nest.
  public static let maximumDepth = 64

  /// Creates a reader of `bytes[range]`, which holds one JSON value.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  // MARK: Values

  /// Reads an object; `body` is called with each key and must read or leave its value.
  ///
  /// - Throws: ``JSONError``, or what `body` throws.
  public mutating func object(_ body: (inout JSONReader, String) throws -> Void) throws {
    try open(UInt8(ascii: "{"), "an object")
    if try closes(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"), "`:`")
      let before = position
      try body(&self, key)
      if position == before { try skip() }
    } while try continues(until: UInt8(ascii: "}"))
  }

  /// Reads an array; `body` is called for each element and must read it.
  ///
  /// - Throws: ``JSONError``, or what `body` throws.
  public mutating func array(_ body: (inout JSONReader) throws -> Void) throws {
    try open(UInt8(ascii: "["), "an array")
    if try closes(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while try continues(until: UInt8(ascii: "]"))
  }

  /// Reads an array of strings.
  public mutating func strings() throws -> [String] {
    var strings: [String] = []
    try array { strings.append(try $0.string()) }
    return strings
  }

  /// Reads a string.
  public mutating func string() throws -> String {
    try expect(UInt8(ascii: "\""), "a string")
    let start = position
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      default: position += 1
      }
    }
    throw fail("the end of a string")
  }

  /// Reads a whole number.
  public mutating func int() throws -> Int {
    skipSpace()
    let start = position
    if position < end, bytes[position] == UInt8(ascii: "-") { position += 1 }
    while position < end, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
    guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw fail("a whole number")
    }
    return value
  }

  /// Reads `true` or `false`.
  public mutating func bool() throws -> Bool {
    skipSpace()
    if take("true") { return true }
    if take("false") { return false }
    throw fail("true or false")
  }

  /// Reads past a value of any kind.
  public mutating func skip() throws {
    skipSpace()
    guard position < end else { throw fail("a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object { reader, _ in try reader.skip() }
    case UInt8(ascii: "["): try array { try $0.skip() }
    case UInt8(ascii: "\""): _ = try string()
    default:
      guard !take("true"), !take("false"), !take("null") else { return }
      try skipNumber()
    }
  }

  // MARK: Bytes

  private mutating func skipNumber() throws {
    let start = position
    while position < end, "+-.0123456789eE".utf8.contains(bytes[position]) { position += 1 }
    guard position > start else { throw fail("a value") }
  }

  private mutating func escapedString(from start: Int) throws -> String {
    var decoded = Array(bytes[start..<position])
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"): try appendEscape(to: &decoded)
      default: decoded.append(byte)
      }
    }
    throw fail("the end of a string")
  }

  private mutating func appendEscape(to decoded: inout [UInt8]) throws {
    guard position < end else { throw fail("an escape") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "u"): decoded.append(contentsOf: String(try escapedScalar()).utf8)
    default: throw fail("a known escape")
    }
  }

  /// Reads the digits of `\uXXXX`, and of the low surrogate that must follow a high one.
  private mutating func escapedScalar() throws -> Character {
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first) else {
      return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
    }
    guard take("\\u") else { return "\u{FFFD}" }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    let scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    return Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard position + 4 <= end,
      let value = UInt32(
        String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fail("four hexadecimal digits") }
    position += 4
    return value
  }

  private mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let expected = text.description.utf8
    guard position + expected.count <= end,
      bytes[position..<position + expected.count].elementsEqual(expected)
    else { return false }
    position += expected.count
    return true
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws {
    if position < end, bytes[position] != byte { skipSpace() }
    guard position < end, bytes[position] == byte else { throw fail(what) }
    position += 1
  }

  private mutating func open(_ byte: UInt8, _ what: String) throws {
    try expect(byte, what)
    depth += 1
    guard depth <= Self.maximumDepth else { throw fail("fewer than \(depth) levels") }
  }

  private mutating func closes(_ byte: UInt8) throws -> Bool {
    skipSpace()
    guard position < end else { throw fail("a value or an end") }
    guard bytes[position] == byte else { return false }
    position += 1
    depth -= 1
    return true
  }

  private mutating func continues(until close: UInt8) throws -> Bool {
    if try closes(close) { return false }
    try expect(UInt8(ascii: ","), "`,`")
    skipSpace()
    return true
  }

  private func fail(_ expected: String) -> JSONError {
    JSONError(offset: position, expected: expected)
  }
}

/// Where bytes are not the JSON that was expected.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From the first byte that the reader was given.
  public var offset: Int
  /// What should have stood there.
  public var expected: String

  public init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }

  public var description: String { "byte \(offset): expected \(expected)" }
}
