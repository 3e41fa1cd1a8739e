/// Figures about a log as a whole.
public struct LogStatistics: Hashable, Sendable {
  public var events: Int
  public var segments: Int
  /// Of the segments' durable lines.
  public var bytes: Int
  public var head: LogPosition
  /// When the first and the last event were appended, RFC 3339; nil for an empty log.
  public var first: String?
  public var last: String?
}

extension LogReader {
  /// Counts from the seals, and reads the first and the last event.
  public func statistics() throws -> LogStatistics {
    let segments = segments
    var statistics = LogStatistics(
      events: head.sequence, segments: segments.count, bytes: segments.reduce(0) { $0 + $1.end },
      head: head, first: nil, last: nil)
    if let first = segments.first {
      var scanner = try SegmentScanner(layout, first.first, after: first.before)
      if let (line, _) = try scanner.next() {
        statistics.first = LogLine.text(scanner.bytes, line.time)
      }
    }
    try forEachLast { statistics.last = $0 }
    return statistics
  }

  private func forEachLast(_ body: (String) -> Void) throws {
    guard let last = segments.last else { return }
    var scanner = try scanner(last, after: head.sequence - 1)
    while let (line, _) = try scanner.next() {
      if line.sequence == head.sequence { body(LogLine.text(scanner.bytes, line.time)) }
    }
  }
}
