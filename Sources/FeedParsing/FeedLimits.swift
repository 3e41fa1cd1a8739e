/// Bounds on what one document may make us do.
///
/// Where one is reached an issue or an error names it; what stands before it is read all the same.
public struct FeedLimits: Hashable, Sendable {
  /// The bytes of a document.
  public var bytes = 64 << 20
  /// How deep elements may nest; deeper tags are left out, their text stays.
  public var depth = 256
  /// The attributes of one element.
  public var attributes = 1_000
  /// The namespace declarations in force at one place.
  public var namespaces = 256
  /// The entries of a document.
  public var entries = 1_000_000
  /// The elements, keywords and the like that an entry says something with, or the feed itself.
  public var fields = 10_000
  /// The UTF-8 bytes that each entry inherits of its feed's authors, of a base or of a language.
  public var inheritedBytes = 4_096
  /// The UTF-8 bytes of one field's text.
  public var textBytes = 16 << 20
  /// The bytes of all different names and namespaces, as libxml2 keeps them.
  ///
  /// Its table of them has no more than 16,384 places, so that more names make each one slower; and
  /// it looks at the limit only now and then, so that it may take a third more.
  public var nameBytes = 1 << 20
  /// The issues that are kept; more are only counted.
  public var issues = 100
  /// Whether entries say on which line they start, which costs a look at every byte.
  public var tellsLines = false

  /// The standard limits.
  public init() {}

  /// What a press feed of any honest size stays within.
  public static let standard = FeedLimits()
}
