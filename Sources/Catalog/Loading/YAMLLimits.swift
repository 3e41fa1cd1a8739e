/// What keeps a file from exhausting the parser, which calls itself for each level.
enum YAMLLimits {
  /// The size of a file at most.
  static let bytes = 16 << 20
  /// How many brackets may be open; the schema needs three.
  private static let brackets = 64
  /// How far a line may be indented, with the hyphens that open levels too.
  private static let indentation = 256

  /// The first line that goes deeper than any catalog needs to, from 1.
  ///
  /// Brackets within texts count too, which does no harm as long as most are closed.
  static func lineThatIsTooDeep(in bytes: [UInt8]) -> Int? {
    var open = 0
    var number = 1
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.prefix(while: isIndentation).count > indentation { return number }
      for byte in line {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
        default: continue
        }
        if open > brackets { return number }
      }
      number += 1
    }
    return nil
  }

  /// Whether a byte at the beginning of a line may open a level.
  private static func isIndentation(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
  }
}
