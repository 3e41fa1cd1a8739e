/// A position in the bytes of a date.
struct DateScanner {
  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index >= bytes.count }
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skip() {
    index += 1
  }

  /// Takes a byte where it is the one that is expected.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  mutating func skipSpaces() {
    while let byte = peek, byte <= 0x20 { index += 1 }
  }

  /// Takes at most so many digits.
  mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
    let start = index
    var value = 0
    while let byte = peek, (0x30...0x39).contains(byte), index - start < limit {
      value = value * 10 + Int(byte - 0x30)
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }

  /// Takes letters, in lower case.
  mutating func word() -> [UInt8] {
    let start = index
    while let byte = peek, (0x61...0x7A).contains(byte | 0x20) { index += 1 }
    return bytes[start..<index].map { $0 | 0x20 }
  }

  /// Takes a zone: `Z`, `+01:00`, `-0500`, `GMT`, `GMT+1`; nothing left counts as UTC.
  mutating func zoneOffset() -> Int? {
    skipSpaces()
    guard let byte = peek else { return 0 }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { return numericZone() }
    let name = word()
    guard let offset = DateNames.zoneOffset(name) else { return nil }
    if name == Array("gmt".utf8) || name == Array("utc".utf8), let sign = peek,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    {
      return numericZone()
    }
    return offset
  }

  private mutating func numericZone() -> Int? {
    let sign = peek == UInt8(ascii: "-") ? -1 : 1
    index += 1
    guard let first = number(upTo: 4) else { return nil }
    var hours = first.value
    var minutes = 0
    if first.digits > 2 {
      minutes = first.value % 100
      hours = first.value / 100
    } else if take(UInt8(ascii: ":")) {
      guard let second = number(upTo: 2) else { return nil }
      minutes = second.value
    }
    guard hours <= 15, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// Takes `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff`.
  mutating func time(into fields: inout DateFields) -> Bool {
    guard let hour = number(upTo: 2), take(UInt8(ascii: ":")), let minute = number(upTo: 2) else {
      return false
    }
    fields.hour = hour.value
    fields.minute = minute.value
    guard take(UInt8(ascii: ":")) else { return true }
    guard let second = number(upTo: 2) else { return true }
    fields.second = second.value
    skipFraction()
    return true
  }

  mutating func skipFraction() {
    guard peek == UInt8(ascii: ".") || peek == UInt8(ascii: ",") else { return }
    index += 1
    while number(upTo: 9) != nil {}
  }
}
