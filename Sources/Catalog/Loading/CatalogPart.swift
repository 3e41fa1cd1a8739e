/// The parts of a catalog: each a file and the key that it has.
enum CatalogPart: String, CaseIterable {
  case boilerplate, feeds, partners, topics

  /// The name of the file in the catalog's folder.
  var fileName: String { "\(rawValue).yaml" }
}
