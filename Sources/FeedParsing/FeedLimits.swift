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
  /// The UTF-8 bytes of one field's text.
  public var textBytes = 16 << 20
  /// The bytes of all different names of elements and attributes, as libxml2 keeps them.
  public var nameBytes = 32 << 20
  /// The issues that are kept; more are only counted.
  public var issues = 100
  /// Whether entries say on which line they start, which costs a look at every byte.
  public var tellsLines = false

  /// The standard limits.
  public init() {}

  /// What a press feed of any honest size stays within.
  public static let standard = FeedLimits()
}
