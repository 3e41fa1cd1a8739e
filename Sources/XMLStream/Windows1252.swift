/// The characters that windows-1252 has where Unicode has control characters.
///
/// A reference such as `&#150;` names a control character by the letter of XML; whoever writes it
/// means the dash that windows-1252 has there, and HTML reads it so (WHATWG HTML, 13.2.5.80).
public enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F; 0xFFFD where windows-1252 has none.
  private static let characters: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The character of a byte of windows-1252; a byte without one keeps its control character.
  public static func character(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let code = characters[Int(byte) - 0x80]
    return code == 0xFFFD ? Unicode.Scalar(byte) : Unicode.Scalar(code) ?? Unicode.Scalar(byte)
  }

  /// Reads a number of a numeric character reference as HTML does.
  public static func character(reference number: UInt32) -> Unicode.Scalar? {
    if (0x80...0x9F).contains(number) { return character(UInt8(number)) }
    return Unicode.Scalar(number)
  }

  /// Puts the characters of windows-1252 where a text has the control characters 128 to 159.
  static func replacingControls(in text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(character(reference: scalar.value) ?? scalar)
    }
    return String(result)
  }
}
