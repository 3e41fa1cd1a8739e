/// What a client knows of its documents that helps to put damaged ones right.
///
/// Names are local names in lower case, without a prefix.
public struct XMLRules: Sendable {
  /// Elements that stand side by side in a list, such as `item`: one never stands directly in
  /// another, so where one starts in another, the end tag of the first is missing.
  public let records: Set<String>
  /// Elements that hold records.
  public let containers: Set<String>
  /// Elements that hold text and no other of them, such as `title` and `link`.
  public let textFields: Set<String>
  /// Elements that hold text in which any markup may stand, such as `description`.
  public let richFields: Set<String>
  /// Elements that have no end tag in HTML, such as `br`; they count only without a prefix.
  public let voidElements: Set<String>
  /// The namespaces that everybody means by a prefix, for documents that do not declare it.
  public let prefixes: [String: String]
  /// The characters of an entity that XML does not know, by its name without `&` and `;`.
  public let entity: @Sendable (_ name: String) -> String?
  let kinds: ElementKinds

  /// Rules of which each may be left empty.
  public init(
    records: Set<String> = [], containers: Set<String> = [], textFields: Set<String> = [],
    richFields: Set<String> = [], voidElements: Set<String> = [], prefixes: [String: String] = [:],
    entity: @escaping @Sendable (_ name: String) -> String? = { _ in nil }
  ) {
    self.records = records
    self.containers = containers
    self.textFields = textFields
    self.richFields = richFields
    self.voidElements = voidElements
    self.prefixes = prefixes
    self.entity = entity
    kinds = ElementKinds([
      (records, .record), (containers, .container), (textFields, .textField),
      (richFields, .richField), (voidElements, .void),
    ])
  }
}
