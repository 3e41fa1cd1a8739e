/// Walks over the events of a log one by one, for whoever compares it with something.
struct LogCursor: ~Copyable {
  private let reader: LogReader
  private let segments: [LogReader.Segment]
  private let sequence: Int
  private var index: Int
  private var scanner: SegmentScanner?

  /// Begins with the event after `sequence`.
  init(_ reader: LogReader, after sequence: Int) {
    self.reader = reader
    self.sequence = sequence
    segments = reader.segments
    index = segments.lastIndex { $0.before.sequence <= sequence } ?? 0
  }

  /// The next event's place; nil at the end of what is durable.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)``, ``SystemError``.
  mutating func next() throws -> LogPosition? {
    while index < segments.count {
      if scanner == nil {
        let segment = segments[index]
        scanner = try reader.scanner(segment, after: max(sequence, segment.before.sequence))
      }
      while try scanner?.next() != nil {
        guard let position = scanner?.position, position.sequence > sequence else { continue }
        return position
      }
      scanner = nil
      index += 1
    }
    return nil
  }
}
