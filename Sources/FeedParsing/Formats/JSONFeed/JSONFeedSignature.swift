/// Recognises a JSON Feed that does not start with a bracket.
///
/// It may stand behind a warning of PHP's (`<br />`), a `)]}',` against scripts of others, a
/// `callback(`, a comment or a second byte order mark.
enum JSONFeedSignature {
  private static let address = Array("jsonfeed.org/version/".utf8)
  private static let key = Array("version".utf8)
  /// How far before the address the key `version` may start.
  private static let reach = 40
  /// The markup that may stand before a feed: a page that only shows one starts otherwise.
  private static let harmlessRoots: Set<String> = ["br", "b"]

  /// Whether the first bytes of a document, and what its sender calls it, say that it is one.
  static func isFound(in head: [UInt8], contentType: String?) -> Bool {
    if contentType?.lowercased().contains("json") == true, head.contains(UInt8(ascii: "{")),
      !head.contains(UInt8(ascii: "<"))
    {
      return true
    }
    guard let found = head.firstRange(of: address) else { return false }
    let before = Array(head[..<found.lowerBound])
    guard before.contains(UInt8(ascii: "{")), before.suffix(reach).firstRange(of: key) != nil else {
      return false
    }
    guard let root = MarkupRoot.find(in: before)?.lowercased() else { return true }
    return harmlessRoots.contains(root)
  }
}
