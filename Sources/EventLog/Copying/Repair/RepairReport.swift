/// What a repair did, or would do.
public struct RepairReport: Hashable, Sendable {
  /// What was put in its place.
  public var actions: [Action] = []
  /// Where the log ends after it.
  public var head = LogPosition.start

  /// One file that was made anew.
  public struct Action: Hashable, Sendable, CustomStringConvertible {
    /// What kind of file it is.
    public enum Kind: String, Hashable, Sendable {
      case segment, seal, mark, offsets, ids
    }

    public var kind: Kind
    /// The path of the file.
    public var file: String
    /// The events that were taken from the other copy.
    public var taken: [ClosedRange<Int>] = []
    /// Where the file as it was is kept; nil where there was none, or in a dry run.
    public var kept: String?

    public var description: String {
      var text = "\(file): "
      switch kind {
      case .segment where taken.isEmpty: text += "lines put in their order"
      case .segment: text += "events \(RepairReport.text(of: taken)) taken from the copy"
      case .seal: text += "made anew from its segment"
      case .mark: text += "made anew from the log's end"
      case .offsets, .ids: text += "made anew from the segments"
      }
      return text + (kept.map { "; as it was: \($0)" } ?? "")
    }
  }

  /// Such as `3, 7 to 9`.
  static func text(of ranges: [ClosedRange<Int>]) -> String {
    ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
    }.joined(separator: ", ")
  }
}

/// Why a log was not repaired; nothing was changed then.
public enum RepairError: Error, Hashable, Sendable, CustomStringConvertible {
  /// These events are in neither the log nor the copy, or do not fit between those around them.
  case missing([ClosedRange<Int>], hasSource: Bool)
  /// There is nothing of a log at a path.
  case notALog(String)

  public var description: String {
    switch self {
    case .missing(let ranges, let hasSource):
      "events \(RepairReport.text(of: ranges)) are damaged or gone"
        + (hasSource ? ", and the copy has none that the log's chain of hashes demands" : "")
        + "; nothing was changed. "
        + (hasSource ? "Try another copy" : "presslog log repair --from FOLDER takes them from one")
    case .notALog(let path): "\(path): no segment and no line of a log; nothing was changed"
    }
  }
}

extension [ClosedRange<Int>] {
  /// Adds a number to ranges that ascend.
  mutating func add(_ number: Int) {
    if let last, last.upperBound == number - 1 {
      self[count - 1] = last.lowerBound...number
    } else {
      append(number...number)
    }
  }
}
