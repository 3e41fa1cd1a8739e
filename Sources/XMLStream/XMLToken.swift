/// A small number that stands for an element's or attribute's name in its namespace.
///
/// A client gives out the numbers when it builds its ``XMLVocabulary``; it can then switch over them,
/// where comparing names would mean comparing strings.
public struct XMLToken: RawRepresentable, Hashable, Sendable {
  /// The number itself.
  public let rawValue: UInt16

  /// A token of the client's own choosing; 0 is ``unknown``.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// A name that the vocabulary does not have.
  public static let unknown = XMLToken(rawValue: 0)
}
