/// Where in its files the entries of a catalog stand.
struct CatalogPlaces {
  private let items: [CatalogPart: [YAMLValue]]

  /// Reads the files of a catalog that was loaded from them.
  ///
  /// - Throws: `CatalogError` where a file is no part of a catalog.
  init(_ files: [String: [UInt8]], in directory: String) throws(CatalogError) {
    var items: [CatalogPart: [YAMLValue]] = [:]
    for part in CatalogPart.allCases {
      guard let bytes = files[part.fileName] else { continue }
      items[part] = try YAMLDocument(
        bytes, file: Catalog.path(of: part, in: directory), key: part.rawValue
      ).items
    }
    self.items = items
  }

  /// Where an item of a part stands, or an entry of one of its lists.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - item: The number of the item, from 0.
  ///   - key: The key of the list; nil for the item.
  ///   - index: The number of the entry in the list, from 0; nil for the list.
  /// - Returns: The place, the nearest above where there is none.
  func place(
    _ part: CatalogPart, _ item: Int, _ key: String? = nil, _ index: Int? = nil
  ) -> YAMLValue.Place {
    guard let value = items[part]?[item] else {
      return YAMLValue.Place(file: part.fileName, line: nil, key: "\(part.rawValue)[\(item)]")
    }
    // What was loaded is right: nothing of this can fail.
    guard let key, let list = try? YAMLMapping(value, keys: nil)[key] else { return value.place }
    guard let index, let entries = try? list.list(), index < entries.count else {
      return list.place
    }
    return entries[index].place
  }
}
