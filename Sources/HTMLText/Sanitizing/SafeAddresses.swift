/// Makes the addresses of a text absolute, and refuses those that could run something.
struct SafeAddresses {
  /// What a page does with an address.
  enum Use {
    /// It goes there when a reader says so.
    case link
    /// It shows what is there as an image.
    case image
    /// It plays what is there.
    case media
  }

  private static let linkSchemes: Set<String> = [
    "feed", "ftp", "http", "https", "irc", "magnet", "mailto", "news", "nntp", "sip", "sms", "tel",
    "urn", "xmpp",
  ]

  /// Types of images that are pixels and nothing else: SVG can run scripts.
  private static let pixelTypes: [StaticString] = [
    "data:image/avif;base64,", "data:image/gif;base64,", "data:image/jpeg;base64,",
    "data:image/jpg;base64,", "data:image/png;base64,", "data:image/webp;base64,",
  ]

  /// How many bytes a base may add to the addresses of one text.
  ///
  /// Without a bound a text of short links with a long base would grow without measure.
  private static let mostAddedBytes = 4 << 20

  private let base: String?
  private var addedBytes = 0

  init(base: String?) {
    self.base = base
  }

  /// The address that is meant, absent when a page must not have it.
  mutating func safe(_ value: ArraySlice<UInt8>, for use: Use) -> ArraySlice<UInt8>? {
    if Self.isPlain(value) { return value }
    // Browsers pass over tabs and line breaks inside an address.
    let visible = value.filter { $0 >= 0x20 && $0 != 0x7F }
    // An empty address is the page itself, which is no image.
    guard use == .link || visible.contains(where: { $0 != 0x20 }) else { return nil }
    let resolved = WebAddress.resolve(String(decoding: visible, as: UTF8.self), against: base)
    addedBytes += max(0, resolved.utf8.count - visible.count)
    guard addedBytes <= Self.mostAddedBytes else { return nil }
    let address = Self.withoutSpace(resolved)
    return Self.isHarmless(address, for: use) ? address[...] : nil
  }

  /// Whether an address is absolute, of the web, and needs no change.
  private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
    let span = value.span
    guard span.starts(with: "https://", at: 0) || span.starts(with: "http://", at: 0) else {
      return false
    }
    return !value.contains { $0 <= 0x20 || $0 == 0x7F }
  }

  private static func withoutSpace(_ address: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(address.utf8.count)
    for byte in address.utf8 where byte >= 0x20 && byte != 0x7F {
      if byte == 0x20 { result += "%20".utf8 } else { result.append(byte) }
    }
    return result
  }

  private static func isHarmless(_ address: [UInt8], for use: Use) -> Bool {
    let end = address.firstIndex {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
        || $0 == UInt8(ascii: "#")
    }
    guard let end, address[end] == UInt8(ascii: ":") else { return true }
    let scheme = String(decoding: address[..<end].map(\.lowercased), as: UTF8.self)
    switch use {
    case .link: return linkSchemes.contains(scheme)
    case .image where scheme == "data":
      return pixelTypes.contains { address.span.starts(with: $0, at: 0) }
    case .image, .media: return scheme == "http" || scheme == "https"
    }
  }
}
