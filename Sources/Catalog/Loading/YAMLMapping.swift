import Yams

/// A mapping of a YAML file whose keys are all known.
struct YAMLMapping {
  /// Where the mapping stands.
  let place: YAMLValue.Place
  private let values: [String: YAMLValue]

  /// Reads a mapping and refuses keys that are not known.
  ///
  /// - Parameters:
  ///   - value: The value, which must be a mapping.
  ///   - known: The keys that it may have; `nil` allows all.
  /// - Throws: `CatalogError` where it is no mapping or has another key.
  init(_ value: YAMLValue, keys known: [String]?) throws(CatalogError) {
    place = value.place
    guard case .mapping(let mapping) = value.node else {
      throw value.place.error(
        "a mapping is expected", "write keys and values, such as \(known?.first ?? "key"): ...")
    }
    var values: [String: YAMLValue] = [:]
    for (key, node) in mapping {
      let name = try Self.name(of: key, in: value, known: known)
      values[name] = YAMLValue(node, file: place.file, key: Self.path(place.key, name))
    }
    self.values = values
  }

  /// The value of a key, where the key is there and has one.
  subscript(key: String) -> YAMLValue? {
    guard let value = values[key], !value.isNull else { return nil }
    return value
  }

  /// All values, in the order of their keys.
  var sorted: [(key: String, value: YAMLValue)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(CatalogError) -> YAMLValue {
    guard let value = self[key] else {
      throw place.error("\(key) is missing", "add \"\(key): ...\"")
    }
    return value
  }

  /// The text of a key that may be missing.
  func text(_ key: String) throws(CatalogError) -> String? {
    guard let value = self[key] else { return nil }
    return try value.text()
  }

  /// The list of a key that may be missing.
  func list(_ key: String) throws(CatalogError) -> [YAMLValue] {
    guard let value = self[key] else { return [] }
    return try value.list()
  }

  /// The phrases of a key that may be missing.
  func phrases(_ key: String) throws(CatalogError) -> [String] {
    guard let value = self[key] else { return [] }
    return try value.phrases()
  }

  private static func name(
    of key: Node, in value: YAMLValue, known: [String]?
  ) throws(CatalogError) -> String {
    let keyPlace = YAMLValue.Place(
      file: value.place.file, line: key.mark?.line, key: value.place.key)
    guard case .scalar(let scalar) = key else {
      throw keyPlace.error("a key must be a word", "write keys without brackets")
    }
    guard let known, !known.contains(scalar.string) else { return scalar.string }
    let nearest = Spelling.nearest(to: scalar.string, among: known)
    throw keyPlace.error(
      "\"\(scalar.string.excerpt)\" is no key here",
      nearest.map { "do you mean \"\($0)\"?" } ?? "use one of \(known.joined(separator: ", "))")
  }

  private static func path(_ parent: String, _ key: String) -> String {
    parent.isEmpty ? key : "\(parent).\(key)"
  }
}
