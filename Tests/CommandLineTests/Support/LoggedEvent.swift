import Foundation

/// A line of `log cat`, as far as the tests look into it.
struct LoggedEvent: Decodable {
  var id: String
  var type: String
  var subject: String?
  var data: Words

  struct Words: Decodable {
    var title: String?
    var text: String?
  }

  /// Reads the lines that a command printed.
  static func read(_ result: CommandResult) throws -> [LoggedEvent] {
    try result.lines.map { try JSONDecoder().decode(LoggedEvent.self, from: Data($0.utf8)) }
  }
}

/// A line of `query --format jsonl`, as far as the tests look into it.
struct ListedAnnouncement: Decodable {
  var id: String
  var title: String

  /// Reads the lines that a command printed.
  static func read(_ result: CommandResult) throws -> [ListedAnnouncement] {
    try result.lines.map {
      try JSONDecoder().decode(ListedAnnouncement.self, from: Data($0.utf8))
    }
  }
}
