/// Links as identities: what differs between two fetches of one page is taken away.
public enum CanonicalLink {
  private typealias Bytes = ArraySlice<UInt8>

  /// The link without scheme, default port, tracking parameters and trailing slash, its host in
  /// lower case; empty where there is no link.
  ///
  /// Nothing of it is meant to be opened: it is compared.
  public static func key(of link: String) -> String {
    let folded = Array(FoldedText.fold(link).utf8)[...]
    let bare = withoutScheme(folded)
    guard bare.count < folded.count else { return text(folded) }  // no web address

    let (beforeFragment, fragment) = split(bare, at: UInt8(ascii: "#"))
    let (address, query) = split(beforeFragment, at: UInt8(ascii: "?"))
    let (host, path) = split(address, at: UInt8(ascii: "/"))
    var key = withoutDefaultPort(lowercased(host))
    if var path, !path.isEmpty {
      if path.last == UInt8(ascii: "/") { path = path.dropLast() }
      key.append(UInt8(ascii: "/"))
      key.append(contentsOf: path)
    }
    var separator = UInt8(ascii: "?")
    for parameter in (query ?? []).split(separator: UInt8(ascii: "&"))
    where !isTracking(parameter) {
      key.append(separator)
      key.append(contentsOf: parameter)
      separator = UInt8(ascii: "&")
    }
    if let fragment, !fragment.isEmpty, !isTracking(fragment) {
      key.append(UInt8(ascii: "#"))
      key.append(contentsOf: fragment)
    }
    return text(key[...])
  }

  /// The text without a leading `http://` or `https://`.
  public static func withoutScheme(_ text: String) -> String {
    Self.text(withoutScheme(Array(text.utf8)[...]))
  }

  private static func withoutScheme(_ bytes: Bytes) -> Bytes {
    for scheme in [Array("http://".utf8), Array("https://".utf8)]
    where lowercased(bytes.prefix(scheme.count)) == scheme {
      return bytes.dropFirst(scheme.count)
    }
    return bytes
  }

  /// Parameters that say where a reader came from and not what it reads.
  private static func isTracking(_ parameter: Bytes) -> Bool {
    let name = text(lowercased(parameter.prefix { $0 != UInt8(ascii: "=") })[...])
    return name.hasPrefix("utm_") || name.hasPrefix("at_") || name.hasPrefix("ns_")
      || trackingNames.contains(name)
  }

  private static let trackingNames: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "cmp", "ocid",
    "xtor", "traffic_source",
  ]

  private static func withoutDefaultPort(_ host: [UInt8]) -> [UInt8] {
    for port in [":80", ":443"] where host.suffix(port.utf8.count).elementsEqual(port.utf8) {
      return host.dropLast(port.utf8.count)
    }
    return host
  }

  private static func split(_ bytes: Bytes, at mark: UInt8) -> (Bytes, Bytes?) {
    guard let index = bytes.firstIndex(of: mark) else { return (bytes, nil) }
    return (bytes[..<index], bytes[(index + 1)...])
  }

  /// ASCII letters in lower case; other letters are compared as they are.
  private static func lowercased(_ bytes: Bytes) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }
}
