/// Bounds on what one document may make a parser do.
public struct XMLLimits: Hashable, Sendable {
  /// How deep elements may nest; deeper tags count as not being there, their text stays.
  public var depth: Int
  /// How many attributes an element may have; the rest is left out.
  public var attributes: Int
  /// How many namespace declarations may be in force at once; the rest is left out.
  public var namespaces: Int
  /// How many bytes of text may be collected at once; the rest is left out.
  public var textBytes: Int
  /// How many bytes of names libxml2 may keep; a document with more is read up to there.
  public var nameBytes: Int

  /// Limits, none of which has a standard value: they depend on what is read.
  public init(depth: Int, attributes: Int, namespaces: Int, textBytes: Int, nameBytes: Int) {
    self.depth = depth
    self.attributes = attributes
    self.namespaces = namespaces
    self.textBytes = textBytes
    self.nameBytes = nameBytes
  }
}
