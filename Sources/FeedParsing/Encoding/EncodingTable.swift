/// The labels that mean another encoding than they say, or that glibc calls otherwise.
///
/// They are those of the WHATWG Encoding standard, section 4.2, which reads ISO-8859-1 and ASCII as
/// windows-1252 and GB 2312 as the larger set that holds it; and what real feeds write besides. Where
/// that standard gives an encoding up for a browser's safety, such as ISO-2022-KR, it is read here.
/// `x-user-defined` is left out: no text is written in it.
enum EncodingTable {
  /// The encodings by their labels, in lower case and with hyphens for underscores.
  static let encodings: [String: CharacterEncoding] = {
    var table: [String: CharacterEncoding] = [:]
    for (name, iconvName, labels) in rows {
      let encoding = CharacterEncoding(name: name, iconvName: iconvName)
      table[name.replacing("_", with: "-")] = encoding
      for label in labels.split(whereSeparator: \.isWhitespace) { table[String(label)] = encoding }
    }
    return table
  }()

  /// What we report, what glibc calls it, and the other labels.
  private typealias Row = (name: String, iconvName: String, labels: String)

  /// All encodings.
  private static let rows = unicode + western + european + asian + mainframe

  private static let unicode: [Row] = [
    (
      "utf-8", "UTF-8", "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4"
    ),
    ("utf-16", "UTF-16", "utf16 ucs-2 ucs2 iso-10646-ucs-2 unicode csunicode unicodefeff"),
    ("utf-16le", "UTF-16LE", "utf16le ucs-2le"),
    ("utf-16be", "UTF-16BE", "utf16be ucs-2be unicodefffe unicodebig"),
    ("utf-32", "UTF-32", "utf32 ucs-4 ucs4 iso-10646-ucs-4 csucs4 wchar-t iso-10646 10646-1:1993"),
    ("utf-32le", "UTF-32LE", "utf32le ucs-4le"), ("utf-32be", "UTF-32BE", "utf32be ucs-4be"),
    ("utf-7", "UTF-7", "utf7 unicode-1-1-utf-7 csunicode11utf7"),
  ]

  private static let western: [Row] = [
    ("us-ascii", "CP1252", "ascii ansi-x3.4-1968 iso646-us iso-646.irv:1991 us"),
    (
      "iso-8859-1", "CP1252",
      """
      iso8859-1 iso88591 iso-8859-1:1987 8859-1 88591 latin1 latin-1 iso-latin-1 l1 iso-ir-100 \
      csisolatin1 cp819 ibm819
      """
    ),
    ("windows-1252", "CP1252", "cp1252 x-cp1252 cp-1252 win-1252 windows1252 1252 ansi ms-ansi"),
    ("iso-8859-14", "ISO-8859-14", "iso8859-14 iso885914"),
    ("iso-8859-15", "ISO-8859-15", "iso8859-15 iso885915 latin9 latin-9 l9 csisolatin9"),
    ("macintosh", "MACINTOSH", "mac x-mac-roman macroman mac-roman csmacintosh"),
  ]

  private static let european: [Row] = [
    ("windows-1250", "CP1250", "cp1250 x-cp1250 cp-1250 win-1250 windows1250"),
    ("windows-1251", "CP1251", "cp1251 x-cp1251 cp-1251 win-1251 windows1251"),
    ("windows-1253", "CP1253", "cp1253 x-cp1253"),
    (
      "windows-1254", "CP1254",
      """
      cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso-8859-9:1989 latin5 l5 iso-ir-148 csisolatin5
      """
    ),
    ("windows-1255", "CP1255", "cp1255 x-cp1255"), ("windows-1256", "CP1256", "cp1256 x-cp1256"),
    ("windows-1257", "CP1257", "cp1257 x-cp1257"), ("windows-1258", "CP1258", "cp1258 x-cp1258"),
    (
      "iso-8859-2", "ISO-8859-2",
      "iso8859-2 iso88592 iso-8859-2:1987 latin2 l2 iso-ir-101 csisolatin2"
    ),
    ("iso-8859-3", "ISO-8859-3", "iso8859-3 iso88593 iso-8859-3:1988 latin3 l3 csisolatin3"),
    ("iso-8859-4", "ISO-8859-4", "iso8859-4 iso88594 iso-8859-4:1988 latin4 l4 csisolatin4"),
    (
      "iso-8859-5", "ISO-8859-5",
      "iso8859-5 iso88595 iso-8859-5:1988 cyrillic iso-ir-144 csisolatincyrillic"
    ),
    (
      "iso-8859-6", "ISO-8859-6",
      """
      iso8859-6 iso88596 iso-8859-6:1987 arabic asmo-708 ecma-114 iso-ir-127 csisolatinarabic \
      iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i
      """
    ),
    (
      "iso-8859-7", "ISO-8859-7",
      """
      iso8859-7 iso88597 iso-8859-7:1987 greek greek8 ecma-118 elot-928 iso-ir-126 csisolatingreek \
      sun-eu-greek
      """
    ),
    (
      "iso-8859-8", "ISO-8859-8",
      """
      iso8859-8 iso88598 iso-8859-8:1988 hebrew visual logical iso-ir-138 csisolatinhebrew \
      iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i
      """
    ),
    ("iso-8859-10", "ISO-8859-10", "iso8859-10 iso885910 latin6 l6 iso-ir-157 csisolatin6"),
    ("iso-8859-13", "ISO-8859-13", "iso8859-13 iso885913"),
    ("iso-8859-16", "ISO-8859-16", "iso8859-16 iso885916"),
    ("koi8-r", "KOI8-R", "koi8 koi cskoi8r"), ("koi8-u", "KOI8-U", "koi8-ru"),
    ("cp866", "CP866", "866 ibm866 csibm866"),
    ("x-mac-cyrillic", "MAC-UK", "x-mac-ukrainian"),
  ]

  private static let asian: [Row] = [
    (
      "windows-874", "CP874", "cp874 dos-874 x-windows-874 iso-8859-11 iso8859-11 iso885911"
    ),
    ("tis-620", "CP874", "tis620 tis620-0"),
    (
      "gb18030", "GB18030",
      """
      gb2312 gb-2312 gb-2312-80 gbk x-gbk cp936 ms936 windows-936 chinese csgb2312 csiso58gb231280 \
      iso-ir-58 euc-cn euccn x-euc-cn cn-gb
      """
    ),
    ("hz-gb-2312", "HZ", "hz"),
    ("iso-2022-cn", "ISO-2022-CN", "csiso2022cn iso2022cn iso-2022-cn-ext iso2022cnext"),
    ("big5", "CP950", "big-5 bigfive big-five x-x-big5 cn-big5 csbig5 cp950 windows-950"),
    ("big5-hkscs", "BIG5-HKSCS", "big5hkscs"),
    (
      "euc-jp", "EUC-JP-MS", "eucjp x-euc-jp ujis cseucpkdfmtjapanese eucjp-ms eucjp-win eucjp-open"
    ),
    ("iso-2022-jp", "ISO-2022-JP", "csiso2022jp iso2022jp iso-2022-jp-1 cp50220 cp50221"),
    (
      "shift_jis", "CP932",
      "sjis x-sjis csshiftjis windows-31j cswindows31j cp932 ms932 ms-kanji sjis-win sjis-open"
    ),
    (
      "euc-kr", "CP949",
      """
      euckr cseuckr korean ks-c-5601-1987 ks-c-5601-1989 ksc5601 ksc-5601 csksc56011987 iso-ir-149 \
      windows-949 cp949 ms949 mscp949 uhc
      """
    ),
    ("iso-2022-kr", "ISO-2022-KR", "csiso2022kr iso2022kr"),
  ]

  private static let mainframe: [Row] = [
    ("cp037", "IBM037", "cp37 ibm037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl"),
    ("cp277", "IBM277", "ibm277 ebcdic-cp-dk ebcdic-cp-no"),
    ("cp500", "IBM500", "ibm500 ebcdic-cp-be ebcdic-cp-ch"),
  ]
}
