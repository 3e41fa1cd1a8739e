import FeedParsing
import FoundationEssentials

/// What is done with a file that is in memory, again and again.
enum Pass: String {
  /// A feed's bytes to ``ParsedFeed``, dates read, each entry handed on and dropped.
  case parse
  /// Texts in HTML to plain text.
  case text
  /// Texts in HTML to sanitised HTML.
  case sanitised

  /// Reads a file, passes over it as often as told, and says in JSON what one pass found and how
  /// many seconds all of them took.
  func timed(file: String, repetitions: Int) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    let pass = try prepared(bytes)
    let (wall, cpu) = (Clock.wall.seconds, Clock.cpu.seconds)
    var items = 0
    for _ in 0..<repetitions { items = try pass() }
    let (wallEnd, cpuEnd) = (Clock.wall.seconds, Clock.cpu.seconds)
    return #"{"items":\#(items),"seconds":\#(wallEnd - wall),"cpuSeconds":\#(cpuEnd - cpu)}"#
  }

  /// What one pass does; it returns how many items it found.
  private func prepared(_ bytes: [UInt8]) throws -> () throws -> Int {
    switch self {
    case .parse:
      return {
        var entries = 0
        _ = try FeedParser.parse(bytes) { _ in entries += 1 }
        return entries
      }
    case .text: return Self.cleaning(HTMLBodies.read(bytes), \.text)
    case .sanitised: return Self.cleaning(HTMLBodies.read(bytes), \.html)
    }
  }

  /// Cleans every body.
  private static func cleaning(
    _ bodies: [RichText], _ result: @escaping (RichText) -> String
  ) -> () -> Int {
    {
      for body in bodies { take(result(body)) }
      return bodies.count
    }
  }

  /// Takes a result, so that the compiler cannot leave the work out.
  @inline(never)
  private static func take(_ text: String) {}
}
