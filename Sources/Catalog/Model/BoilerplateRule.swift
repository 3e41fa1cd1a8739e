/// What publishers put around an announcement and that is no part of it.
///
/// All comparisons are of folded text: case, accents and the kind of white space do not matter.
public struct BoilerplateRule: Hashable, Sendable, Identifiable {
  /// The id by which a removed passage names the rule.
  public var id: String
  /// A line that equals one of these is removed.
  public var lines: [String]
  /// A line that begins with one of these is removed.
  public var starts: [String]
  /// A line that holds one of these is removed, unless it is all there is.
  public var linesWith: [String]
  /// From a line that equals one of these, but for a colon or dashes, everything is removed.
  public var cutFrom: [String]
  /// These words are removed wherever they stand.
  public var phrases: [String]
}
