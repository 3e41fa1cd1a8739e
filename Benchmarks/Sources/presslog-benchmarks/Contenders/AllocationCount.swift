import Foundation

/// How often memory is asked for, for an entry of a feed.
struct AllocationCount: Decodable {
  var floor: Double
  var presslog: Double

  /// Counts with the program that is made for it; nothing is timed.
  static func count(reading file: String) throws -> AllocationCount {
    let text = try Command([Programs.countAllocations, file]).output().text
    return try JSONDecoder().decode(AllocationCount.self, from: Data(text.utf8))
  }

  var summary: String {
    "\(NumberText.significant(floor)) / \(NumberText.significant(presslog))"
  }
}
