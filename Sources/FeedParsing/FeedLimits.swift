/// Bounds on what one document may make us do.
public struct FeedLimits: Hashable, Sendable {
  /// The bytes of a document.
  public var bytes = 64 << 20
  /// How deep elements may nest.
  public var depth = 256
  /// The attributes of one element.
  public var attributes = 1_000
  /// The entries of a document.
  public var entries = 1_000_000
  /// The UTF-8 bytes of one field's text.
  public var textBytes = 16 << 20
  /// The issues that are kept; more are only counted.
  public var issues = 100

  /// The standard limits.
  public init() {}

  /// What a press feed of any honest size stays within.
  public static let standard = FeedLimits()
}
