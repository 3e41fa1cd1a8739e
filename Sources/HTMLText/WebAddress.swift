/// Addresses as RFC 3986 writes them, without checking more of them than is needed to join two.
public enum WebAddress {
  /// The schemes that a link in a page may have.
  private static let harmlessSchemes: Set<String> = [
    "feed", "ftp", "http", "https", "mailto", "tel", "urn", "xmpp", "irc", "magnet", "news", "nntp",
    "sip", "sms",
  ]

  /// An address made absolute (RFC 3986, section 5.2).
  ///
  /// - Parameters:
  ///   - reference: An address or the rest of one, white space around it ignored.
  ///   - base: What it is relative to; without it, or where it is itself relative, the reference
  ///     stays as it is.
  /// - Returns: The address that is meant.
  public static func resolve(_ reference: String, against base: String?) -> String {
    let reference = trimmed(reference)
    guard let base = base.map({ trimmed($0) }), !base.isEmpty else { return reference }
    let relative = AddressParts(reference)
    guard relative.scheme == nil else { return reference }
    let origin = AddressParts(base)
    guard origin.scheme != nil, origin.isHierarchical else { return reference }
    return origin.appending(relative).text
  }

  /// Whether an address starts with a scheme.
  public static func isAbsolute(_ address: String) -> Bool {
    AddressParts(trimmed(address)).scheme != nil
  }

  /// Whether following an address cannot run code in a page.
  ///
  /// Browsers skip control characters and white space inside a scheme, so they do not count here.
  static func isHarmless(_ address: String) -> Bool {
    let visible = String(
      String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 }))
    guard let colon = visible.firstIndex(of: ":") else { return true }
    let scheme = visible[..<colon].lowercased()
    let isScheme = !scheme.utf8.contains {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }
    return !isScheme || harmlessSchemes.contains(scheme)
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return text }
    guard first <= 0x20 || last <= 0x20 else { return text }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { $0.value > 0x20 }),
      let end = scalars.lastIndex(where: { $0.value > 0x20 })
    else { return "" }
    return String(scalars[start...end])
  }
}
