/// An encoding that we read, from the label that a server or a document uses for it.
struct CharacterEncoding: Equatable {
  /// What we report.
  var name: String
  /// What glibc calls it.
  var iconvName: String

  static let utf8 = CharacterEncoding(name: "utf-8", iconvName: "UTF-8")
  static let windows1252 = CharacterEncoding(name: "windows-1252", iconvName: "CP1252")
  static let utf16LE = CharacterEncoding(name: "utf-16le", iconvName: "UTF-16LE")
  static let utf16BE = CharacterEncoding(name: "utf-16be", iconvName: "UTF-16BE")
  static let utf32LE = CharacterEncoding(name: "utf-32le", iconvName: "UTF-32LE")
  static let utf32BE = CharacterEncoding(name: "utf-32be", iconvName: "UTF-32BE")
  static let cp037 = CharacterEncoding(name: "cp037", iconvName: "IBM037")

  var isUTF8: Bool { iconvName == "UTF-8" }
  var isWindows1252: Bool { iconvName == "CP1252" }

  /// How many bytes a unit has; a damaged unit is lost as a whole.
  var unitLength: Int {
    if iconvName.hasPrefix("UTF-32") || iconvName.hasPrefix("UCS-4") { return 4 }
    return iconvName.hasPrefix("UTF-16") || iconvName.hasPrefix("UCS-2") ? 2 : 1
  }

  /// Whether it keeps the letters of markup where ASCII has them.
  var isASCIICompatible: Bool {
    if isUTF8 || isWindows1252 || SevenBitEscapes(self) != nil { return true }
    let markup = Array("<?xml version='1.0'?>".utf8)
    return unitLength == 1 && Converter.text(of: markup, in: iconvName) == markup
  }

  /// Whether two labels mean the same, the order of the bytes left aside.
  func isSame(as other: CharacterEncoding) -> Bool {
    iconvName == other.iconvName || unitLength > 1 && unitLength == other.unitLength
  }

  /// The encoding of a label; nil for one that neither our table nor glibc knows.
  ///
  /// `iconv_open` takes more than names (`//TRANSLIT`) and reads the empty name as that of the
  /// process's locale, so that only plain names of a sensible length get there.
  init?(label: String) {
    let plain = label.filter { $0 != " " && $0 != "\"" && $0 != "'" }.lowercased()
    if let found = EncodingTable.encodings[plain.replacing("_", with: "-")] {
      self = found
    } else if Self.isName(plain), Converter.exists(plain.uppercased()) {
      self.init(name: plain, iconvName: plain.uppercased())
    } else {
      return nil
    }
  }

  init(name: String, iconvName: String) {
    self.name = name
    self.iconvName = iconvName
  }

  /// Whether a label is a name as the IANA's register has them (RFC 2978, section 2.3).
  private static func isName(_ label: String) -> Bool {
    (1...45).contains(label.utf8.count)
      && label.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || "-_.:+()".utf8.contains(byte)
      }
  }
}
