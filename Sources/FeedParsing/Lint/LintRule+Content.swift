/// Rules for the HTML in an entry's text.
extension LintRule {
  static let contentRules: [LintRule] = [
    LintRule(
      "active-html", .warning, "The text has nothing in it that runs.",
      remedy: "Remove scripts, frames, forms and event handlers; readers drop them.",
      source: "RSS Advisory Board's best practices, description; RFC 4287, section 8.1",
      check: html { tag in
        activeElements.contains(tag.name) ? "<\(tag.name)>" : tag.runningAttribute
      } message: {
        "The text has \($0)."
      }),
    LintRule(
      "overlaying-style", .warning, "The text does not place itself on the page of its reader.",
      remedy: "Remove position, url() and expressions from style attributes.",
      source: "RFC 4287, section 8.1",
      check: html { tag in
        guard let style = tag.value(of: "style")?.lowercased() else { return nil }
        return overlayingStyles.contains(where: style.contains) ? style : nil
      } message: {
        "The text has the style \($0.prefix(60))."
      }),
    LintRule(
      "tracking-pixel", .advice, "The text does not count its readers.",
      remedy: "Remove pictures that nobody can see.", source: "RFC 4287, section 8.5",
      check: html { tag in
        tag.name == "img" && ["0", "1"].contains(tag.value(of: "width") ?? "")
          ? tag.value(of: "src") ?? "a picture" : nil
      } message: {
        "The text has a picture that nobody sees: \($0.prefix(80))."
      }),
    LintRule(
      "image-alternative", .advice, "A picture has words for those who cannot see it.",
      remedy: "Add alt to every img; empty for decoration.", source: "WCAG 2.2, 1.1.1",
      check: html { tag in
        tag.name == "img" && tag.value(of: "alt") == nil ? tag.value(of: "src") ?? "img" : nil
      } message: {
        "A picture has no alternative text: \($0.prefix(80))."
      }),
    LintRule(
      "relative-html-link", .warning, "Links and pictures in the text have full addresses.",
      remedy: "Write https:// addresses; readers do not know the page.",
      source: "RSS Advisory Board's best practices, description",
      check: html(withBase: false) { tag in
        tag.address.flatMap { $0.isRelativeAddress ? $0 : nil }
      } message: {
        "The text has the relative address \($0.prefix(80))."
      }),
    insecureLink,
  ]

  static let insecureLink = LintRule(
    "insecure-link", .advice, "Links lead to https where the feed is served by it.",
    remedy: "Write https:// addresses.", source: "RFC 9110, section 4.2.2",
    check: .entry { entry in
      entry.link?.hasPrefix("http:") == true ? "The link has no https." : nil
    })

  private static let activeElements: Set<String> = [
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button",
    "select", "textarea", "meta", "link", "base", "style", "noscript", "plaintext", "isindex",
  ]

  private static let overlayingStyles = [
    "position", "expression", "url(", "javascript", "behavior", "behaviour", "-moz-binding",
    "-o-link", "z-index",
  ]

  /// A check of each tag in the HTML of an entry; the first that is wrong is the finding.
  private static func html(
    withBase: Bool = true, _ fault: @escaping @Sendable (ContentTag) -> String?,
    message: @escaping @Sendable (String) -> String
  ) -> Check {
    .entry { entry in
      for text in [entry.summary].compactMap({ $0 }) + entry.content
      where text.kind == .html && (withBase || text.base == nil) {
        var tags = ContentTags(text.markup)
        while let tag = tags.next() {
          if let fault = fault(tag) { return message(fault) }
        }
      }
      return nil
    }
  }
}

extension String {
  /// Whether it is an address that a base has to be known for.
  fileprivate var isRelativeAddress: Bool {
    let address = drop(while: \.isWhitespace)
    guard let first = address.first, first != "#" else { return false }
    return address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":") == false
      && !address.hasPrefix("//")
  }
}
