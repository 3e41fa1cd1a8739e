/// The choice of an encoding for a document, by the whole of it.
///
/// The order is: byte order mark; the zero bytes of UTF-16 and UTF-32, or EBCDIC's `<?xm`; valid UTF-8
/// that is more than ASCII, its last character complete or not; a label of a 7-bit encoding together
/// with its escapes; bytes of which ten times as much is UTF-8 as is not; the server's charset; the
/// document's own; bytes that are UTF-8 more than not; what they look like; windows-1252. A label is
/// passed over that cannot be true of the bytes: UTF-16 without zero bytes, EBCDIC before a `<` of
/// ASCII, UTF-8 on what is not UTF-8 for the most part, if somebody says something else. What RFC 3023
/// said of `text/xml` is not followed, nor is it by anybody since RFC 7303.
struct EncodingChoice {
  private(set) var encoding: CharacterEncoding
  private(set) var decision: EncodingDecision
  /// How many bytes a byte order mark takes.
  private(set) var markLength = 0
  /// Whether all bytes are UTF-8, where that was looked at.
  private(set) var verdict: UTF8Check.Verdict?

  /// A label and the encoding that it means.
  private typealias Label = (written: EncodingDecision.Label, encoding: CharacterEncoding?)

  init(_ bytes: [UInt8], contentType: String?, isHTML: Bool) {
    let ebcdic = EBCDICHead(bytes)
    let own =
      ebcdic?.label ?? EncodingLabel.xmlDeclaration(in: bytes)
      ?? (isHTML ? EncodingLabel.htmlMeta(in: bytes) : nil)
    let labels = Self.labels(
      server: contentType.flatMap(EncodingLabel.charset(ofContentType:)), own: own)
    if let mark = ByteOrderMark(bytes) {
      self.init(mark.encoding, because: .byteOrderMark, against: labels)
      markLength = mark.length
    } else if let encoding = BytePattern.encoding(of: bytes) {
      self.init(encoding, because: .bytePattern, against: labels)
    } else if let ebcdic {
      let page = labels.compactMap(\.encoding).first(where: ebcdic.isTrue)
      self.init(page ?? .cp037, because: .bytePattern, against: labels)
    } else {
      var check = UTF8Check()
      check.consume(bytes.span)
      switch check.verdict {
      case .ascii: self.init(ascii: bytes, labels: labels)
      case .valid: self.init(.utf8, because: .validUTF8, against: labels)
      case .invalid where check.isCutOff: self.init(cutOff: bytes, labels: labels)
      case .invalid: self.init(mixed: bytes, labels: labels)
      }
      verdict = check.verdict
    }
  }

  /// Chooses for bytes that are UTF-8 but for the last character, of which something is missing.
  ///
  /// Where it is the only one that is more than ASCII it may be whole in another encoding.
  private init(cutOff bytes: [UInt8], labels: [Label]) {
    let hasOthers = UTF8Repair.tally(bytes[...]).characters > 0
    if hasOthers || Self.usable(labels, on: bytes).allSatisfy(\.encoding.isUTF8) {
      self.init(.utf8, because: .validUTF8, against: labels)
    } else {
      self.init(mixed: bytes, labels: labels)
    }
  }

  /// Chooses for bytes that are nothing but ASCII: what a label says is right, if it can be.
  private init(ascii bytes: [UInt8], labels: [Label]) {
    if let label = Self.escapedLabel(bytes, labels) {
      self.init(label.encoding, because: .sevenBitLabel, against: labels)
    } else if let label = Self.usable(labels, on: bytes).first {
      self.init(.utf8, named: label.encoding.name, because: label.source, against: [])
      decision.overruled = labels.filter { !Self.isUsable($0, on: bytes) }.map(\.written)
    } else {
      self.init(.utf8, because: .asciiOnly, against: labels)
    }
  }

  /// Chooses for bytes that are neither ASCII nor UTF-8 as a whole.
  private init(mixed bytes: [UInt8], labels: [Label]) {
    if let label = Self.escapedLabel(bytes, labels) {
      self.init(label.encoding, because: .sevenBitLabel, against: labels)
      return
    }
    let tally = UTF8Repair.tally(bytes[...])
    let usable = Self.usable(labels, on: bytes).filter { SevenBitEscapes($0.encoding) == nil }
    if let first = usable.first, first.encoding.isUTF8, tally.isMostlyUTF8 {
      self.init(.utf8, because: first.source, against: labels)
    } else if tally.isSurelyUTF8 {
      self.init(.utf8, because: .mostlyUTF8, against: labels)
    } else if let label = usable.first(where: { !$0.encoding.isUTF8 }) {
      self.init(label.encoding, because: label.source, against: labels)
    } else if usable.isEmpty, tally.isMostlyUTF8 {
      self.init(.utf8, because: .mostlyUTF8, against: labels)
    } else if let guess = EastAsianGuess.encoding(of: bytes) ?? AlphabetGuess.encoding(of: bytes) {
      self.init(guess, because: .guess, against: labels)
    } else if let first = usable.first {
      self.init(.utf8, because: first.source, against: labels)
    } else {
      self.init(.windows1252, because: .fallback, against: labels)
    }
  }

  private init(
    _ encoding: CharacterEncoding, named name: String? = nil,
    because reason: EncodingDecision.Reason, against labels: [Label]
  ) {
    self.encoding = encoding
    let overruled = labels.filter { $0.encoding.map { !$0.isSame(as: encoding) } ?? true }
    decision = EncodingDecision(
      name: name ?? (encoding.isWindows1252 ? "windows-1252" : encoding.name), reason: reason,
      overruled: overruled.map(\.written))
  }

  /// What the server says, and then what the document says.
  private static func labels(server: String?, own: String?) -> [Label] {
    let written = [(server, EncodingDecision.Reason.contentType), (own, .declaration)]
    return written.compactMap { text, source in
      text.map {
        (EncodingDecision.Label(source: source, text: $0), CharacterEncoding(label: $0))
      }
    }
  }

  /// The first label of a 7-bit encoding whose escapes are there.
  private static func escapedLabel(
    _ bytes: [UInt8], _ labels: [Label]
  ) -> (encoding: CharacterEncoding, source: EncodingDecision.Reason)? {
    usable(labels, on: bytes).first { SevenBitEscapes($0.encoding)?.occur(in: bytes) == true }
  }

  /// The labels that may be true of the bytes.
  private static func usable(
    _ labels: [Label], on bytes: [UInt8]
  ) -> [(encoding: CharacterEncoding, source: EncodingDecision.Reason)] {
    labels.compactMap { label in
      guard let encoding = label.encoding, isUsable(label, on: bytes) else { return nil }
      return (encoding, label.written.source)
    }
  }

  private static func isUsable(_ label: Label, on bytes: [UInt8]) -> Bool {
    guard let encoding = label.encoding, encoding.unitLength == 1 else { return false }
    let first = bytes.first { $0 > 0x20 }
    return first != UInt8(ascii: "<") || encoding.isASCIICompatible
  }
}
