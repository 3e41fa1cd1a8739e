/// Why the log could not do what it was asked.
public enum EventLogError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another writer holds the log, and did so for as long as we were told to wait.
  case locked(path: String, holder: Int?)
  /// Something that was durable is damaged or gone.
  case corrupt(Damage)
  /// An event with this id is there already and says something else.
  case conflict(id: String, sequence: Int)
  /// An event's data are larger than half a segment.
  case tooLarge(id: String, bytes: Int, limit: Int)
  /// An event's data is not one JSON object on one line.
  case malformed(id: String)
  /// A redaction names an event that is not in the log, or that is a redaction itself.
  case notErasable(sequence: Int)
  /// The caller expected another head.
  case unexpectedHead(expected: Int, actual: Int)
  /// An earlier append failed, and what it left is recovered when the log is next opened.
  case closedByFailure

  public var description: String {
    switch self {
    case .locked(let path, let holder):
      "\(path): another writer\(holder.map { " (process \($0))" } ?? "") holds the store;"
        + " try again when it is done, or wait longer with --wait"
    case .corrupt(let damage): damage.description
    case .conflict(let id, let sequence):
      "event \(id) is in the log already, as number \(sequence), with other data;"
        + " an event never changes"
    case .tooLarge(let id, let bytes, let limit):
      "event \(id) has \(bytes) bytes of data and the limit is \(limit)"
    case .malformed(let id): "event \(id) has data that is not a JSON object on one line"
    case .notErasable(let sequence):
      "the data of event \(sequence) cannot be erased: there is no such event, or it is a redaction"
    case .unexpectedHead(let expected, let actual):
      "the log is at \(actual) and was expected at \(expected); somebody else wrote to it"
    case .closedByFailure:
      "an earlier write failed and the log is closed; run the command again, it recovers first"
    }
  }
}

/// What is wrong with a log, where, and what to do.
public struct Damage: Hashable, Sendable, CustomStringConvertible {
  /// The path of the file.
  public var file: String
  /// The first byte that is wrong.
  public var offset: Int
  /// Behind the last byte of the line that is wrong, where that is known.
  public var end: Int?
  /// The event that should stand there.
  public var sequence: Int
  public var problem: Problem

  public init(file: String, offset: Int, end: Int? = nil, sequence: Int, problem: Problem) {
    self.file = file
    self.offset = offset
    self.end = end
    self.sequence = sequence
    self.problem = problem
  }

  /// The ways in which a log can be wrong.
  public enum Problem: String, Hashable, Sendable {
    case incompleteLine = "the line has no end"
    case checksum = "the line does not match its checksum"
    case format = "the line is not in the log's format"
    case sequence = "the event has another number"
    case chain = "the event does not follow the one before it: its prevhash differs"
    case dataHash = "the data do not match their hash"
    case time = "the event is dated before the one before it"
    case duplicate = "an event with this id stands in the log already"
    case missingEvents = "events that were durable are missing"
    case missingSegment = "a segment is missing"
    case otherLog = "the mark belongs to another log"
    case sealMismatch = "the segment does not match its seal"
    case sealUnreadable = "the seal cannot be read"
    case unfoundedErasure = "the data are erased, and no redaction says so"
    case undoneErasure = "the data stand although a redaction erased them"
    case redactionUnreadable = "what is left to erase cannot be read"

    /// What to do about it.
    var remedy: String {
      switch self {
      case .undoneErasure: "Redact the announcement once more"
      case .redactionUnreadable:
        "Remove the file, and redact what presslog verify then says still stands"
      default:
        "Keep the folder as it is: presslog log repair --from FOLDER takes what is missing from a"
          + " backup, another copy or an export, and --dry-run says what it would do"
      }
    }
  }

  public var description: String {
    let bytes = end.map { "bytes \(offset) to \($0 - 1)" } ?? "byte \(offset)"
    return "\(file), \(bytes), event \(sequence): \(problem.rawValue); nothing was changed."
      + " \(problem.remedy)"
  }
}
