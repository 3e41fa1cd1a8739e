/// A header field of a request or a response.
public struct HTTPField: Hashable, Sendable {
  /// The name, in any case.
  public var name: String
  /// The value.
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
