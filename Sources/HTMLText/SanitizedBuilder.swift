/// Writes the HTML that is left when everything unknown and everything that runs is gone.
struct SanitizedBuilder: HTMLReceiver {
  private let base: String?
  private var result = ""

  init(base: String?) {
    self.base = base
  }

  mutating func start(_ element: String, attributes: [(name: String, value: String)]) {
    guard HTMLElements.allowed.contains(element) else { return }
    result += "<\(element)"
    var isLink = false
    for (name, value) in attributes where HTMLElements.allowedAttributes.contains(name) {
      guard let safe = safeValue(of: name, value) else { continue }
      result += " \(name)=\"\(HTMLText.escape(safe))\""
      isLink = isLink || (element == "a" && name == "href")
    }
    if isLink { result += " rel=\"noopener noreferrer nofollow\"" }
    result += ">"
  }

  mutating func end(_ element: String) {
    guard HTMLElements.allowed.contains(element), !HTMLElements.void.contains(element) else {
      return
    }
    result += "</\(element)>"
  }

  mutating func text(_ text: String) {
    result += HTMLText.escape(text)
  }

  func finish() -> String { result }

  private func safeValue(of name: String, _ value: String) -> String? {
    guard HTMLElements.addresses.contains(name) else { return value }
    let address = WebAddress.resolve(value, against: base)
    return WebAddress.isHarmless(address) ? address : nil
  }
}
