import HTMLText
import XMLStream

/// Texts that may carry markup: Atom's text constructs and content, and what RSS calls HTML.
extension FeedReader {
  /// The text as the feed gave it, and whether it is HTML.
  func richText(of value: FieldValue) -> RichText {
    guard field.hasAttributes || field.hasChildren else {
      return RichText(value.text, kind: isHTML("", name: value.name) ? .html : .plain, base: base)
    }
    let type = attributes.type?.lowercased() ?? ""
    // Markup written out within a wrapper, as TypePad did: RFC 4287, section 4.1.3.3, has no elements
    // in a text of type html, so what counts are the characters.
    if field.hasChildren, attributes.mode != "escaped",
      type != "html" || !value.text.utf8.contains(0x3C)
    {
      return RichText(
        markup(from: field.tag.upperBound, to: value.endTag.lowerBound), kind: .html, base: base)
    }
    if attributes.mode == "base64" || Self.isEncodedBinary(type),
      let decoded = Base64.decode(value.text)
    {
      return RichText(decoded, kind: type == "text/plain" ? .plain : .html, base: base)
    }
    return RichText(value.text, kind: isHTML(type, name: value.name) ? .html : .plain, base: base)
  }

  /// The markup between two offsets, as HTML.
  private func markup(from start: Int, to end: Int) -> String {
    let markup = Self.allowed(CDATASections.escaped(in: source(start..<max(start, end))))
    // Line ends as everywhere else (XML 1.0, section 2.11).
    return markup.utf8.contains(0x0D)
      ? markup.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : markup
  }

  /// The characters that XML 1.0, production 2, allows.
  private static func allowed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xEF || $0 < 0x20 && !isSpace($0) }) else {
      return text
    }
    let scalars = text.unicodeScalars.filter { scalar in
      scalar.value < 0x20
        ? isSpace(UInt8(truncatingIfNeeded: scalar.value))
        : scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// The text on one line, without markup.
  func line(of value: FieldValue) -> String? {
    let text = richText(of: value)
    let line =
      text.kind == .html ? HTMLText.inlineText(of: text.markup) : HTMLText.oneLine(text.markup)
    return line.isEmpty ? nil : line
  }

  private func isHTML(_ type: String, name: FeedName) -> Bool {
    if type.isEmpty {
      return !isAtom || name == .encoded || name == .xhtmlBody
    }
    return type != "text" && !type.hasPrefix("text/plain")
  }

  var isAtom: Bool { format == .atom10 || format == .atom03 }

  /// RFC 4287, section 4.1.3.3: content of any other media type than text and XML is Base64.
  private static func isEncodedBinary(_ type: String) -> Bool {
    type.utf8.contains(UInt8(ascii: "/")) && !type.hasPrefix("text/") && !type.hasSuffix("+xml")
      && !type.hasSuffix("/xml")
  }
}

/// CDATA sections inside markup that was taken from the document as it stands.
enum CDATASections {
  /// HTML knows no CDATA: the characters in it become references.
  static func escaped(in markup: String) -> String {
    var rest = Substring(markup)
    guard rest.contains("<![CDATA[") else { return markup }
    var result = ""
    while let start = rest.firstRange(of: "<![CDATA[") {
      result += rest[..<start.lowerBound]
      let after = rest[start.upperBound...]
      let end = after.firstRange(of: "]]>") ?? after.endIndex..<after.endIndex
      result += HTMLText.escape(String(after[..<end.lowerBound]))
      rest = after[end.upperBound...]
    }
    return result + rest
  }
}
