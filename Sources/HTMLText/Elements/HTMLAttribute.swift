/// The attributes that sanitised HTML may have, and `style`, which is only looked at.
///
/// `id`, `class` and `name` are none of them, for they reach into the page that shows the text.
/// The name of a case is the name of the attribute.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case abbr, align, alt, border, cite, colspan, controls, datetime, dir, headers, height, href
  case hreflang, lang, media, open, poster, reversed, rowspan, scope, sizes, span, src, srcset
  case start, style, summary, title, type, valign, value, width

  /// The attribute with a name in any case, absent when it is none of ours.
  init?(_ source: Span<UInt8>, _ name: Range<Int>) {
    guard let key = NameKey(source, name), let attribute = Self.byName[key] else { return nil }
    self = attribute
  }

  /// The name in lower case.
  var name: [UInt8] { Self.names[Int(rawValue)] }

  private static let names = allCases.map { Array("\($0)".utf8) }
  private static let byName = NameTable(allCases.map { ("\($0)", $0) })
}
