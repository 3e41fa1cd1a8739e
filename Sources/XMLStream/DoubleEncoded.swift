/// A character whose bytes in UTF-8 are written as one reference each: `&#226;&#128;&#166;` or
/// `&acirc;&#128;&brvbar;` for an ellipsis.
///
/// Publishing systems that take UTF-8 for ISO 8859-1 and then escape it write it so. Taken by its
/// letters it would mean `â€¦`, which nobody writes as references.
struct DoubleEncoded {
  let scalar: Unicode.Scalar
  /// Past the last of the references.
  let end: Int

  /// Nil where the references behind the first are not the rest of a character.
  init?(
    lead: UInt8, from start: Int, to limit: Int, in bytes: ByteWindow,
    entity: (_ name: String) -> String?
  ) {
    guard (0xC2...0xF4).contains(lead) else { return nil }
    var character = [lead]
    var index = start
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    while character.count < length {
      guard index < limit, bytes[index] == UInt8(ascii: "&") else { return nil }
      let next = Reference(at: index, to: limit, in: bytes, entity: entity)
      guard let code = next.code, code & 0xC0 == 0x80 else { return nil }
      character.append(code)
      index = next.end
    }
    guard let text = String(validating: character, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    self.scalar = scalar
    end = index
  }
}
