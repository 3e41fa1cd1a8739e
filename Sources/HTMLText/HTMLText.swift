/// HTML as feeds carry it, turned into what can be read and what can be shown.
public enum HTMLText {
  /// The largest markup that is handed to libxml2 for repair, in bytes; beyond it a text whose
  /// elements do not nest loses its markup, never its words.
  static let largestRepairedBytes = 4 << 20
  /// How deep elements may nest before a text loses its markup.
  static let deepestNesting = 256

  /// The words of a text in HTML: blocks as paragraphs, entities decoded once, scripts left out.
  ///
  /// White space is folded as a browser folds it. Line breaks and list items start a line, paragraphs
  /// and headings have an empty line between them, cells a tab; items have `- ` or their number
  /// before them, and `pre` keeps its lines. Soft hyphens, no-break spaces and characters without
  /// width stay as they are.
  public static func plainText(of html: String) -> String {
    guard !WhiteSpace.isPlainLine(html.utf8.span, allowingMarkup: false) else { return html }
    return text(of: html, isOneLine: false)
  }

  /// The words of a text in HTML on one line, as a title needs them.
  public static func inlineText(of html: String) -> String {
    guard !WhiteSpace.isPlainLine(html.utf8.span, allowingMarkup: false) else { return html }
    return WhiteSpace.folded(text(of: html, isOneLine: true))
  }

  /// Text on one line: each run of white space as one space, none around it, no-break spaces
  /// included.
  public static func oneLine(_ text: String) -> String {
    WhiteSpace.folded(text)
  }

  /// HTML that a page can show: elements and attributes from an allow list, nothing that runs, no
  /// image that only counts readers.
  ///
  /// Every address becomes absolute against `base`, and links tell search engines and the target
  /// page nothing (`rel="noopener noreferrer nofollow"`). The result is well-formed, and to
  /// sanitise it again changes nothing.
  public static func sanitized(_ html: String, base: String?) -> String {
    let builder = SanitizedBuilder(base: base, capacity: html.utf8.count)
    return HTMLReader.read(html, with: builder).finish()
  }

  /// Text as HTML: the characters that HTML would take for markup become references.
  public static func escape(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    result.appendEscaped(attribute: bytes[...])
    return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
  }

  private static func text(of html: String, isOneLine: Bool) -> String {
    let builder = PlainTextBuilder(isOneLine: isOneLine, capacity: html.utf8.count)
    return HTMLReader.read(html, with: builder).finish()
  }
}
