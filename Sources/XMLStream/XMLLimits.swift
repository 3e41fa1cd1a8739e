/// Bounds on what one document may make a parser do.
public struct XMLLimits: Hashable, Sendable {
  /// How deep elements may nest.
  public var depth: Int
  /// How many attributes an element may have.
  public var attributes: Int
  /// How many bytes of text may be collected at once.
  public var textBytes: Int

  /// Limits, none of which has a standard value: they depend on what is read.
  public init(depth: Int, attributes: Int, textBytes: Int) {
    self.depth = depth
    self.attributes = attributes
    self.textBytes = textBytes
  }
}
