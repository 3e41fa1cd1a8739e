/// A document's characters in UTF-8, whatever the bytes were.
struct DecodedDocument {
  /// The text, without a byte order mark; the caller's own array where nothing had to be changed.
  let text: ValidText
  var decision: EncodingDecision
  var bytes: [UInt8] { text.bytes }
  /// How many bytes were no text in the encoding that was decided on.
  var strayBytes: Int

  /// Decides on an encoding by the whole of the document, and decodes it.
  ///
  /// The order is: byte order mark; the zero bytes of UTF-16 and UTF-32; a label of a 7-bit encoding;
  /// valid UTF-8 that is more than ASCII; the server's charset; the document's own; windows-1252.
  init(_ bytes: [UInt8], contentType: String?, isHTML: Bool = false) {
    let server = contentType.flatMap(EncodingLabel.charset(ofContentType:))
    let own =
      EncodingLabel.xmlDeclaration(in: bytes) ?? (isHTML ? EncodingLabel.htmlMeta(in: bytes) : nil)
    let labels = [(server, EncodingDecision.Reason.contentType), (own, .declaration)]
      .compactMap { label, reason in
        label.flatMap(CharacterEncoding.init(label:)).map { (encoding: $0, reason: reason) }
      }
    if let mark = ByteOrderMark(bytes) {
      self.init(bytes.dropFirst(mark.length), as: mark.encoding, because: .byteOrderMark)
    } else if let encoding = BytePattern.encoding(of: bytes) {
      self.init(bytes[...], as: encoding, because: .bytePattern)
    } else if let label = labels.first(where: \.encoding.isSevenBit) {
      self.init(bytes[...], as: label.encoding, because: .sevenBitLabel)
    } else {
      self.init(bytes, labels: labels)
    }
  }

  private init(
    _ bytes: [UInt8], labels: [(encoding: CharacterEncoding, reason: EncodingDecision.Reason)]
  ) {
    // A label of UTF-16 on bytes that have none of its zero bytes is a mistake.
    let label = labels.first { !$0.encoding.isUTF16Or32 }
    let check = UTF8Check(bytes)
    switch check {
    case .ascii:
      let decision = EncodingDecision(
        name: label?.encoding.name ?? "utf-8", reason: label?.reason ?? .asciiOnly)
      self.init(ValidText(bytes, checked: check), decision: decision)
    case .valid:
      self.init(
        ValidText(bytes, checked: check),
        decision: EncodingDecision(name: "utf-8", reason: .validUTF8))
    case .invalid:
      self.init(
        bytes[...], as: label?.encoding ?? .windows1252, because: label?.reason ?? .fallback)
    }
  }

  private init(_ text: ValidText, decision: EncodingDecision) {
    self.text = text
    self.decision = decision
    strayBytes = 0
  }

  private init(
    _ bytes: ArraySlice<UInt8>, as encoding: CharacterEncoding,
    because reason: EncodingDecision.Reason
  ) {
    decision = EncodingDecision(
      name: encoding.isWindows1252 ? "windows-1252" : encoding.name, reason: reason)
    if encoding.isUTF8, case let whole = Array(bytes), case let check = UTF8Check(whole),
      check != .invalid
    {
      text = ValidText(whole, checked: check)
      strayBytes = 0
    } else {
      let transcoder = Transcoder(bytes, from: encoding)
      text = ValidText(transcoder.output, checked: UTF8Check(transcoder.output))
      strayBytes = transcoder.strayBytes
    }
  }
}
