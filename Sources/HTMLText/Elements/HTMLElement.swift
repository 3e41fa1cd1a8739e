/// The elements of HTML that mean something here: to safety, to plain text, or to both.
///
/// Any other element is only a pair of tags: it loses them and keeps what is between.
/// The name of a case is the name of the element.
enum HTMLElement: UInt8, CaseIterable, Sendable {
  case a, abbr, acronym, address, annotation, applet, article, aside, audio
  case b, bdi, bdo, big, blockquote, br
  case caption, center, cite, code, col, colgroup
  case dd, del, details, dfn, dialog, dir, div, dl, dt
  case em
  case fieldset, figcaption, figure, font, footer, form
  case h1, h2, h3, h4, h5, h6, header, hgroup, hr
  case i, iframe, img, ins
  case kbd
  case legend, li
  case main, mark, menu
  case nav, noembed, noframes, noscript
  case object, ol, optgroup, option
  case p, picture, plaintext, pre
  case q
  case rp, rt, ruby
  case s, samp, script, search, section, small, source, span, strike, strong, style, sub, summary
  case sup
  case table, tbody, td, template, tfoot, th, thead, time, title, tr, tt
  case u, ul
  case `var`, video
  case wbr
  case xml, xmp

  /// The element with a name in any case, absent when it is none of ours.
  ///
  /// Markup taken out of an Atom feed may carry the prefix of XHTML. Other prefixes say that the
  /// element is not HTML: Word's `<o:p>` is no paragraph.
  init?(_ source: Span<UInt8>, _ name: Range<Int>) {
    guard let key = NameKey(source, name) else { return nil }
    if let element = Self.byName[key] {
      self = element
    } else if let colon = name.last(where: { source[$0] == UInt8(ascii: ":") }),
      let prefix = NameKey(source, name.lowerBound..<colon), Self.prefixes.contains(prefix),
      let local = NameKey(source, (colon + 1)..<name.upperBound), let element = Self.byName[local]
    {
      self = element
    } else {
      return nil
    }
  }

  /// The name in lower case.
  var name: [UInt8] { Self.names[Int(rawValue)] }

  private static let names = allCases.map { Array("\($0)".utf8) }
  private static let prefixes = ["xhtml", "html", "xh", "h"].compactMap { NameKey($0) }

  /// `image` and `listing` are how old pages write `img` and `pre`.
  private static let byName = NameTable(
    allCases.map { ("\($0)", $0) } + [("image", .img), ("listing", .pre)])
}
