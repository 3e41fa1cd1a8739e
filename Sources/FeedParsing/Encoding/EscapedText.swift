/// Reads ISO-2022-JP and HZ, which write the pairs of EUC in 7 bits between escapes.
///
/// glibc does not know HZ at all, and its ISO-2022-JP has neither the half-width letters nor the signs
/// of row 13 that Windows writes into such text (as the WHATWG Encoding standard, section 12.2, reads
/// it), so that the pairs are read as those of EUC-JP and GB 18030.
struct EscapedText: ~Copyable {
  /// What bytes mean until the next escape.
  private enum Mode {
    case ascii
    /// ASCII with the yen sign and the overline (JIS X 0201).
    case roman
    /// Half-width katakana of JIS X 0201.
    case katakana
    /// Pairs, with what the third plane of EUC-JP has before each (JIS X 0212).
    case pairs(prefix: [UInt8])
  }

  private static let japanese: [(escape: [UInt8], mode: Mode)] = [
    (Array("\u{1B}(B".utf8), .ascii), (Array("\u{1B}(J".utf8), .roman),
    (Array("\u{1B}(I".utf8), .katakana), (Array("\u{1B}$@".utf8), .pairs(prefix: [])),
    (Array("\u{1B}$B".utf8), .pairs(prefix: [])), (Array("\u{1B}$(D".utf8), .pairs(prefix: [0x8F])),
  ]
  private static let chinese: [(escape: [UInt8], mode: Mode)] = [
    (Array("~{".utf8), .pairs(prefix: [])), (Array("~}".utf8), .ascii),
  ]

  /// How many bytes of pairs are gathered before they are converted.
  private static let mostPairs = 32 << 10

  private let isHZ: Bool
  private let escapes: [(escape: [UInt8], mode: Mode)]
  private var transcoder: Transcoder
  private var text: DecodedText
  private var mode = Mode.ascii

  private init(isHZ: Bool, transcoder: consuming Transcoder, capacity: Int) {
    text = DecodedText(capacity: capacity)
    self.isHZ = isHZ
    escapes = isHZ ? Self.chinese : Self.japanese
    self.transcoder = transcoder
  }

  /// Reads bytes; nil where the encoding is none of the two.
  static func decode(_ bytes: ArraySlice<UInt8>, as encoding: CharacterEncoding) -> DecodedText? {
    let isHZ = encoding.iconvName == "HZ"
    guard isHZ || encoding.iconvName == "ISO-2022-JP" else { return nil }
    let euc = CharacterEncoding(name: encoding.name, iconvName: isHZ ? "GB18030" : "EUC-JP-MS")
    guard let transcoder = Transcoder(euc) else { return nil }
    var reader = EscapedText(
      isHZ: isHZ, transcoder: transcoder, capacity: DecodedText.capacity(for: bytes.count))
    reader.read(bytes)
    return reader.text
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    let mark = isHZ ? UInt8(ascii: "~") : 0x1B
    var rest = bytes
    while let first = rest.first {
      if first == mark, let length = takeEscape(rest) {
        rest = rest.dropFirst(length)
        continue
      }
      let end = rest.dropFirst().firstIndex(of: mark) ?? rest.endIndex
      append(rest[..<end])
      rest = rest[end...]
    }
  }

  /// Reads an escape; nil where none stands there, which is text then.
  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    if let found = escapes.first(where: { bytes.starts(with: $0.escape) }) {
      mode = found.mode
      return found.escape.count
    }
    guard isHZ else { return nil }
    // A tilde is doubled, and one before the end of a line joins it with the next.
    if bytes.starts(with: Array("~~".utf8)) {
      text.append(CollectionOfOne(UInt8(ascii: "~")))
      return 2
    }
    return bytes.starts(with: Array("~\n".utf8)) ? 2 : nil
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    switch mode {
    case .ascii, .roman, .katakana:
      for byte in bytes { append(single: byte) }
    case .pairs(let prefix):
      appendPairs(bytes, prefix: prefix)
    }
  }

  private mutating func append(single byte: UInt8) {
    switch (mode, byte) {
    case (_, 0x80...): text.appendStray(byte)
    case (.roman, UInt8(ascii: "\\")): text.append("\u{A5}".utf8)
    case (.roman, UInt8(ascii: "~")): text.append("\u{203E}".utf8)
    case (.katakana, 0x21...0x5F):
      text.append(UTF8.encode(Unicode.Scalar(0xFF40 + UInt16(byte)) ?? "\u{FFFD}") ?? .init())
    default: text.append(CollectionOfOne(byte))
    }
  }

  /// Reads pairs as EUC has them; what cannot be one of a pair stays as it is.
  private mutating func appendPairs(_ bytes: ArraySlice<UInt8>, prefix: [UInt8]) {
    var pairs: [UInt8] = []
    let isHalf: (UInt8) -> Bool = { (0x21...0x7E).contains($0) }
    var rest = bytes
    while let first = rest.popFirst() {
      if isHalf(first), let second = rest.first, isHalf(second) {
        pairs += prefix
        pairs += [first | 0x80, second | 0x80]
        rest = rest.dropFirst()
        if pairs.count >= Self.mostPairs { flush(&pairs) }
        continue
      }
      flush(&pairs)
      if first > 0x20 {
        text.appendStray(first)
      } else {
        text.append(CollectionOfOne(first))
      }
      // A line of HZ ends in ASCII whatever stands in it (RFC 1843).
      if isHZ, first == UInt8(ascii: "\n") {
        mode = .ascii
        return append(rest)
      }
    }
    flush(&pairs)
  }

  private mutating func flush(_ pairs: inout [UInt8]) {
    guard !pairs.isEmpty else { return }
    transcoder.decode(pairs[...], into: &text)
    pairs.removeAll(keepingCapacity: true)
  }
}
