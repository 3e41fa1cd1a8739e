/// What a client knows of its documents that helps to put damaged ones right.
///
/// Names are local names in lower case, without a prefix.
public struct XMLRules: Sendable {
  /// Elements that stand side by side in a list, such as `item`: one never stands directly in
  /// another, so where one starts in another, the end tag of the first is missing.
  public var records: Set<String> = []
  /// Elements that hold records.
  public var containers: Set<String> = []
  /// Elements that hold text and no other of them, such as `title` and `link`.
  public var textFields: Set<String> = []
  /// Elements that hold text in which any markup may stand, such as `description`.
  public var richFields: Set<String> = []
  /// Elements that have no end tag in HTML, such as `br`; they count only without a prefix.
  public var voidElements: Set<String> = []
  /// The namespaces that everybody means by a prefix, for documents that do not declare it.
  public var prefixes: [String: String] = [:]
  /// The characters of an entity that XML does not know, by its name without `&` and `;`.
  public var entity: @Sendable (_ name: String) -> String? = { _ in nil }

  /// Rules that know nothing.
  public init() {}
}
