import FoundationEssentials

extension Catalog {
  /// Reads a catalog from the folder of its files.
  ///
  /// The files are `partners.yaml`, `topics.yaml`, `feeds.yaml` and `boilerplate.yaml`. One that is
  /// not there, or the folder, is an empty part and stands in `missing`.
  ///
  /// - Parameter directory: The path of the folder.
  /// - Returns: The catalog.
  /// - Throws: `CatalogError` for the first thing that is wrong in a file, or a file that is there
  ///   and cannot be read.
  public static func load(from directory: String) throws -> Catalog {
    try parse(files(in: directory), in: directory)
  }

  /// The bytes of the files of a catalog that are there, by their names.
  ///
  /// - Parameter directory: The path of the folder.
  /// - Returns: The bytes, for `parse(_:in:)`.
  /// - Throws: `CatalogError` for a file that is there and cannot be read.
  public static func files(in directory: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for part in CatalogPart.allCases {
      let path = self.path(of: part, in: directory)
      do {
        files[part.fileName] = Array(try Data(contentsOf: URL(filePath: path)))
      } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
        continue
      } catch {
        throw CatalogError(
          file: path, line: nil, key: "", problem: "the file cannot be read",
          remedy: "check that it is a file and its permissions")
      }
    }
    return files
  }

  /// Reads a catalog from the bytes of its files.
  ///
  /// - Parameters:
  ///   - files: The bytes by the names that the files have in the folder; others are ignored.
  ///   - directory: What stands before the names in messages.
  /// - Returns: The catalog.
  /// - Throws: `CatalogError` for the first thing that is wrong.
  public static func parse(_ files: [String: [UInt8]], in directory: String) throws -> Catalog {
    var reader = CatalogReader()
    var hashed: [String: [UInt8]] = [:]
    var missing: [String] = []
    for part in CatalogPart.allCases {
      let path = self.path(of: part, in: directory)
      guard let bytes = files[part.fileName] else {
        missing.append(path)
        continue
      }
      try reader.read(part, bytes, file: path)
      if part != .feeds { hashed[part.fileName] = bytes }
    }
    try reader.checkReferences()
    return Catalog(
      partners: reader.partners, topics: reader.topics, feeds: reader.feeds,
      boilerplate: reader.boilerplate,
      digest: CatalogDigest.hexadecimal(files: hashed, feeds: reader.feeds), missing: missing)
  }

  static func path(of part: CatalogPart, in directory: String) -> String {
    directory.hasSuffix("/") ? directory + part.fileName : "\(directory)/\(part.fileName)"
  }
}
