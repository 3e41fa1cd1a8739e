/// Something by which an entry may be known again when its feed is next read.
public struct Candidate: Hashable, Sendable {
  /// What kind of thing, in the order in which they decide.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case guid
    case link
    case title
  }

  public var kind: Kind
  /// Normalised, so that what means the same is equal.
  public var key: String

  public init(_ kind: Kind, _ key: String) {
    self.kind = kind
    self.key = key
  }

  /// The key of a guid: without its scheme, because feeds flip between http and https.
  ///
  /// Such flips double whole feeds in other readers (feedbin#206, FreshRSS#5151, NetNewsWire#324).
  public static func guid(_ guid: String) -> Candidate? {
    let key = CanonicalLink.withoutScheme(FoldedText.fold(guid))
    return key.isEmpty ? nil : Candidate(.guid, key)
  }

  /// The key of a link: see ``CanonicalLink``.
  public static func link(_ link: String) -> Candidate? {
    let canonical = CanonicalLink.key(of: link)
    return canonical.isEmpty ? nil : Candidate(.link, canonical)
  }

  /// The key of a title, with the day or a fingerprint behind it where the title alone is shared.
  public static func title(_ title: String, and detail: String? = nil) -> Candidate? {
    let folded = FoldedText.fold(title).lowercased()
    guard !folded.isEmpty else { return nil }
    return Candidate(.title, detail.map { "\(folded)\n\($0)" } ?? folded)
  }
}
