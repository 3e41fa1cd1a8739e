/// What is wrong with a file of the catalog, where, and what to do about it.
public struct CatalogError: Error, Hashable, Sendable {
  /// The path of the file.
  public let file: String
  /// The line, from 1, where one is known.
  public let line: Int?
  /// The way to the value, such as `partners[3].kind`; empty for the file as a whole.
  public let key: String
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  /// An error at a place of a file.
  ///
  /// - Parameters:
  ///   - file: The path of the file.
  ///   - line: The line, from 1.
  ///   - key: The way to the value.
  ///   - problem: What is wrong.
  ///   - remedy: What to do about it.
  public init(file: String, line: Int?, key: String, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.key = key
    self.problem = problem
    self.remedy = remedy
  }
}

extension CatalogError: CustomStringConvertible {
  /// The error in one line, in the form in which compilers write theirs.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return [place, key, "\(problem); \(remedy)"].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
