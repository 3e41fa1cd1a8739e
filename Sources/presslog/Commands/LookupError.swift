import Projections

/// Why an announcement cannot be found.
enum LookupError: Error, CustomStringConvertible {
  case unknown(String)
  case ambiguous(String, [String])

  var isUnknown: Bool { if case .unknown = self { true } else { false } }

  var description: String {
    switch self {
    case .unknown(let id):
      "no announcement has an id that begins with \(id); presslog query lists them"
    case .ambiguous(let id, let ids):
      "several announcements begin with \(id): \(ids.joined(separator: ", "))"
    }
  }
}

extension IndexReader {
  /// The one id that begins with `prefix`.
  ///
  /// - Throws: ``LookupError``, or what SQLite reports.
  func announcementID(beginningWith prefix: String) throws -> String {
    let ids = try announcementIDs(beginningWith: prefix)
    guard let found = ids.first else { throw LookupError.unknown(prefix) }
    guard ids.count == 1 || found == prefix else { throw LookupError.ambiguous(prefix, ids) }
    return found
  }
}
