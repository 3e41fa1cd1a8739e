/// An encoding that we read, from the label that a server or a document uses for it.
struct CharacterEncoding {
  /// What we report.
  var name: String
  /// What glibc calls it.
  var iconvName: String

  static let utf8 = CharacterEncoding(name: "utf-8", iconvName: "UTF-8")
  static let windows1252 = CharacterEncoding(name: "windows-1252", iconvName: "CP1252")

  var isUTF8: Bool { iconvName == "UTF-8" }
  var isWindows1252: Bool { iconvName == "CP1252" }
  var isUTF16Or32: Bool { iconvName.hasPrefix("UTF-16") || iconvName.hasPrefix("UTF-32") }

  /// Whether text in it looks like ASCII and is not.
  var isSevenBit: Bool {
    iconvName.hasPrefix("ISO-2022") || iconvName == "UTF-7" || iconvName == "HZ"
  }

  /// Nil for a label that nobody knows.
  ///
  /// Only what stands in our table reaches glibc: `iconv_open` takes more than names (`//TRANSLIT`),
  /// and one of its rarer encodings has overrun its buffer (CVE-2024-2961).
  init?(label: String) {
    let key = label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
      .replacingUnderscores
    if let found = Self.aliases[key] {
      self = found
    } else if Self.sameNames.contains(key) {
      self.init(name: key, iconvName: key.uppercased())
    } else {
      return nil
    }
  }

  init(name: String, iconvName: String) {
    self.name = name
    self.iconvName = iconvName
  }

  /// Labels that glibc knows as they are.
  private static let sameNames: Set<String> = [
    "big5-hkscs", "cp437", "cp850", "cp866", "euc-jp", "euc-tw", "gb18030", "iso-2022-jp",
    "iso-2022-kr", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16",
    "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7",
    "iso-8859-8", "koi8-r", "koi8-u", "utf-16be", "utf-16le", "utf-32be", "utf-32le", "utf-7",
  ]

  /// Labels that mean another encoding than they say, or that glibc calls otherwise.
  ///
  /// The WHATWG Encoding standard, section 4.2, reads ISO-8859-1 and ASCII as windows-1252, and
  /// GB 2312 as the larger set that holds it.
  private static let aliases: [String: CharacterEncoding] = {
    var table: [String: CharacterEncoding] = [:]
    func add(_ name: String, _ iconvName: String, _ labels: [String]) {
      for label in labels { table[label] = CharacterEncoding(name: name, iconvName: iconvName) }
    }
    add("utf-8", "UTF-8", ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"])
    add("us-ascii", "CP1252", ["us-ascii", "ascii", "ansi-x3.4-1968"])
    add("iso-8859-1", "CP1252", ["iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "88591"])
    add("windows-1252", "CP1252", ["windows-1252", "cp1252", "x-cp1252", "1252", "ansi"])
    for page in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
      add("windows-\(page)", "CP\(page)", ["windows-\(page)", "cp\(page)", "x-cp\(page)"])
    }
    add("windows-1254", "CP1254", ["iso-8859-9", "latin5"])
    add("windows-874", "CP874", ["windows-874", "iso-8859-11", "cp874"])
    add("tis-620", "CP874", ["tis-620"])
    add("gb18030", "GB18030", ["gb2312", "gbk", "gb-2312-80", "x-gbk", "cp936", "chinese"])
    add("hz-gb-2312", "HZ", ["hz-gb-2312", "hz"])
    add("big5", "CP950", ["big5", "x-x-big5", "cn-big5", "cp950"])
    add("shift_jis", "CP932", ["shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms-kanji"])
    add("euc-kr", "CP949", ["euc-kr", "ks-c-5601-1987", "ksc5601", "cp949", "windows-949"])
    add("koi8-r", "KOI8-R", ["koi8", "koi"])
    add("macintosh", "MACINTOSH", ["macintosh", "mac", "x-mac-roman", "macroman"])
    add("utf-16", "UTF-16", ["utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode"])
    add("utf-32", "UTF-32", ["utf-32", "utf32", "ucs-4", "iso-10646-ucs-4"])
    for page in ["037", "273", "277", "278", "280", "284", "285", "297", "500", "1047", "1140"] {
      add("cp\(page)", "IBM\(page)", ["cp\(page)", "ibm\(page)", "ebcdic-cp-\(page)"])
    }
    add(
      "cp037", "IBM037", ["ebcdic-cp-us", "ebcdic-cp-ca", "ebcdic-cp-wt", "ebcdic-cp-nl", "cp37"])
    return table
  }()
}

extension String {
  /// Labels are written with underscores as often as with hyphens.
  fileprivate var replacingUnderscores: String {
    String(map { $0 == "_" ? "-" : $0 })
  }
}
