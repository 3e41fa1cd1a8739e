/// The names that a client wants to recognise, by namespace and local name and never by prefix.
///
/// Feeds misspell both: `https` for `http` in a namespace, a slash too many at its end, a space around
/// it, `PubDate` for `pubDate`. So letter case, the scheme, trailing slashes and spaces do not count.
public struct XMLVocabulary: Sendable {
  /// A namespace's names, as they were added and in lower case.
  private struct Names {
    var spelt: [String: XMLToken] = [:]
    var folded: [String: XMLToken] = [:]
  }

  private var names: [Names] = []
  /// The places of namespaces in `names`, as they were added and folded.
  private var spelt: [String: Int] = [:]
  private var folded: [String: Int] = [:]

  /// A vocabulary without names.
  public init() {}

  /// Makes names known.
  ///
  /// - Parameters:
  ///   - tokens: What stands for each name from now on, by the name without its prefix.
  ///   - namespace: The namespace's URI, empty for names in no namespace.
  public mutating func add(_ tokens: [String: XMLToken], in namespace: String) {
    let place = place(of: namespace)
    for (name, token) in tokens {
      names[place].spelt[name] = token
      names[place].folded[name.lowercased()] = token
    }
  }

  private mutating func place(of namespace: String) -> Int {
    let key = Self.folded(namespace)
    let place = folded[key] ?? names.count
    if place == names.count { names.append(Names()) }
    folded[key] = place
    spelt[namespace] = place
    return place
  }

  /// The token of a name, ``XMLToken/unknown`` where nobody added it.
  public func token(of localName: String, in namespace: String) -> XMLToken {
    guard let place = spelt[namespace] ?? folded[Self.folded(namespace)] else { return .unknown }
    return names[place].spelt[localName] ?? names[place].folded[localName.lowercased()] ?? .unknown
  }

  /// Whether any name was added in a namespace.
  public func knows(namespace: String) -> Bool {
    spelt[namespace] != nil || folded[Self.folded(namespace)] != nil
  }

  /// A namespace in lower case, without its scheme, white space around it and what may end it.
  private static func folded(_ namespace: String) -> String {
    var bytes = namespace.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
    bytes = bytes.drop { $0 == 0x20 }
    for scheme in ["http://", "https://"] where bytes.starts(with: scheme.utf8) {
      bytes = bytes.dropFirst(scheme.utf8.count)
    }
    while let last = bytes.last, last == 0x2F || last == 0x20 || last == 0x23 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
