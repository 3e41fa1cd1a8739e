import HTMLText

/// What must hold of every text in HTML.
enum HTMLInvariants {
  static func check(_ html: String) {
    _ = HTMLText.plainText(of: html)
    _ = HTMLText.inlineText(of: html)
    let clean = HTMLText.sanitized(html, base: "https://example.org/a/")
    let again = HTMLText.sanitized(clean, base: nil)
    expect(again == clean, "sanitising again makes \(again) of \(clean)")
    let lowercased = clean.lowercased()
    for forbidden in ["<script", "<iframe", "<object", "<style", "<!--", "href=\"javascript:"] {
      expect(!lowercased.contains(forbidden), "\(forbidden) survives")
    }
  }
}
