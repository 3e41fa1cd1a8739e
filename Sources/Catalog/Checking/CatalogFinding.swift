/// Something in a catalog that is allowed and perhaps not meant.
public struct CatalogFinding: Hashable, Sendable, CustomStringConvertible {
  /// How much it matters.
  public enum Weight: String, Hashable, Sendable {
    /// Announcements get wrong tags by it, or none.
    case problem
    /// Good to know.
    case note
  }

  public var weight: Weight
  /// The path of the file.
  public var file: String
  /// The line, from 1.
  public var line: Int?
  /// The way to the value, such as `partners[3].names[0]`.
  public var key: String
  /// What is found.
  public var finding: String
  /// What to do about it.
  public var remedy: String

  init(_ weight: Weight, _ place: YAMLValue.Place, _ finding: String, _ remedy: String) {
    self.weight = weight
    (file, line, key) = (place.file, place.line, place.key)
    self.finding = finding
    self.remedy = remedy
  }

  /// The finding in one line, in the form in which compilers write theirs.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(weight.rawValue): \(key): \(finding); \(remedy)"
  }
}
