/// Why lines were not imported; nothing was written then.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A line is not what a log would have written there.
  case badLine(number: Int, offset: Int, sequence: Int, problem: Damage.Problem)
  /// The log has another event with this number.
  case divergence(sequence: Int, log: EventHash, input: EventHash)
  /// The input begins behind the end of the log.
  case gap(first: Int, head: Int)

  public var description: String {
    switch self {
    case .badLine(let number, let offset, let sequence, let problem):
      "line \(number) of the input, byte \(offset), event \(sequence): \(problem.rawValue);"
        + " nothing was imported. Export it anew from a log that presslog verify calls sound"
    case .divergence(let sequence, let log, let input):
      "event \(sequence) is \(log) in the log and \(input) in the input: they are two histories;"
        + " nothing was imported. Import into an empty store to look at the other one"
    case .gap(let first, let head):
      "the input begins with event \(first) and the log ends at \(head); nothing was imported."
        + " Export from event \(head + 1) on: presslog log export --from \(head + 1)"
    }
  }
}
