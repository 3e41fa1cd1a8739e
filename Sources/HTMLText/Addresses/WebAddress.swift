/// Addresses as RFC 3986 writes them, without checking more of them than is needed to join two.
public enum WebAddress {
  /// The longest base, in bytes, that anything is resolved against.
  ///
  /// Each of many short links becomes as long as the base, so it has to have a bound.
  static let longestBase = 8_192

  /// An address made absolute (RFC 3986, section 5.2).
  ///
  /// - Parameters:
  ///   - reference: An address or the rest of one, white space around it ignored.
  ///   - base: What it is relative to; without it, where it is itself relative, or where it has more
  ///     than 8,192 bytes, the reference stays as it is.
  /// - Returns: The address that is meant.
  public static func resolve(_ reference: String, against base: String?) -> String {
    guard !isPlainlyAbsolute(reference) else { return reference }
    let reference = trimmed(reference)
    guard let base, !base.isEmpty, base.utf8.count <= longestBase else { return reference }
    let relative = AddressParts(reference)
    guard relative.scheme == nil else { return reference }
    let origin = AddressParts(trimmed(base))
    guard origin.scheme != nil, origin.isHierarchical else { return reference }
    return origin.resolving(relative)
  }

  /// Whether an address starts with a scheme.
  public static func isAbsolute(_ address: String) -> Bool {
    isPlainlyAbsolute(address) || AddressParts(trimmed(address)).scheme != nil
  }

  /// Whether an address is one of the web with no white space after it, as nearly all links are.
  private static func isPlainlyAbsolute(_ address: String) -> Bool {
    let bytes = address.utf8.span
    guard let last = bytes.last, last > 0x20 else { return false }
    return bytes.starts(with: "https://", at: 0) || bytes.starts(with: "http://", at: 0)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    guard first <= 0x20 || last <= 0x20 else { return text }
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(text[start...end])
  }
}
