/// The names that a client wants to recognise, by namespace and local name and never by prefix.
///
/// Feeds misspell both: `https` for `http` in a namespace, a slash too many at its end,
/// `PubDate` for `pubDate`. So letter case, the scheme and trailing slashes do not count here.
public struct XMLVocabulary: Sendable {
  private var tokens: [String: [String: XMLToken]] = [:]

  /// A vocabulary without names.
  public init() {}

  /// Makes a name known.
  ///
  /// - Parameters:
  ///   - localName: The name without its prefix.
  ///   - namespace: The namespace's URI, empty for names in no namespace.
  ///   - token: What stands for the name from now on.
  public mutating func add(_ localName: String, in namespace: String, as token: XMLToken) {
    tokens[Self.canonical(namespace), default: [:]][localName.lowercased()] = token
  }

  /// The token of a name, ``XMLToken/unknown`` where nobody added it.
  public func token(of localName: String, in namespace: String) -> XMLToken {
    tokens[Self.canonical(namespace)]?[localName.lowercased()] ?? .unknown
  }

  /// Whether any name was added in a namespace.
  public func knows(namespace: String) -> Bool {
    tokens[Self.canonical(namespace)] != nil
  }

  private static func canonical(_ namespace: String) -> String {
    var rest = Substring(namespace.lowercased())
    for scheme in ["http://", "https://"] where rest.hasPrefix(scheme) {
      rest.removeFirst(scheme.count)
    }
    while rest.last == "/" || rest.last == " " || rest.last == "#" { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    return String(rest)
  }
}
