/// HTML as feeds carry it, turned into what can be read and what can be shown.
public enum HTMLText {
  /// The longest HTML that is parsed; what is beyond loses its markup, never its words.
  static let largestParsedBytes = 4 << 20
  /// How deep elements may nest before the rest loses its markup.
  static let deepestNesting = 256

  /// The words of a text in HTML: blocks as paragraphs, entities decoded once, scripts left out.
  ///
  /// White space is folded as a browser folds it. Line breaks and list items start a line, paragraphs
  /// and headings have an empty line between them.
  public static func plainText(of html: String) -> String {
    var builder = PlainTextBuilder()
    guard html.utf8.contains(UInt8(ascii: "<")) else {
      builder.append(HTMLEntities.decode(html))
      return builder.finish()
    }
    HTMLReader.read(html, into: &builder)
    return builder.finish()
  }

  /// The words of a text in HTML on one line, as a title needs them.
  public static func inlineText(of html: String) -> String {
    guard !WhiteSpace.isPlainLine(html, allowingMarkup: false) else { return html }
    return WhiteSpace.folded(plainText(of: html))
  }

  /// Text on one line: each run of white space as one space, none around it.
  public static func oneLine(_ text: String) -> String {
    WhiteSpace.folded(text)
  }

  /// HTML that a page can show: elements and attributes from an allow list, nothing that runs.
  ///
  /// Links and images become absolute against `base`, and links tell search engines and the target
  /// page nothing (`rel="noopener noreferrer nofollow"`).
  public static func sanitized(_ html: String, base: String?) -> String {
    var builder = SanitizedBuilder(base: base)
    HTMLReader.read(html, into: &builder)
    return builder.finish()
  }

  /// Text as HTML: the characters that HTML would take for markup become references.
  public static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { isSpecial($0) }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 { appendEscaped(byte, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  private static func appendEscaped(_ byte: UInt8, to result: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"): result += "&lt;".utf8
    case UInt8(ascii: ">"): result += "&gt;".utf8
    case UInt8(ascii: "&"): result += "&amp;".utf8
    case UInt8(ascii: "\""): result += "&quot;".utf8
    default: result.append(byte)
    }
  }
}
