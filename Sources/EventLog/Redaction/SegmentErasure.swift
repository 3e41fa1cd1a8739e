/// Erases data in one segment: the whole is written anew under another name and put in its place.
///
/// Every line keeps its length, so that offsets, seal and indexes stay as they are. Who reads the
/// old file goes on reading it.
struct SegmentErasure {
  let layout: LogLayout
  /// The first sequence of the segment.
  let first: Int
  /// The event before it.
  let before: LogPosition
  /// The bytes of the segment that count.
  let bytes: Int

  /// The bytes that are written at once.
  private static let chunk = 1 << 20

  /// Reads the segment through and says which of `sequences` may not be erased.
  ///
  /// - Returns: The first of them that is a redaction itself, which stands for ever.
  /// - Throws: ``EventLogError/corrupt(_:)`` for any damage in the segment.
  func firstRedaction(among sequences: Set<Int>) throws -> Int? {
    var found: Int?
    try forEachLine { line, bytes, _ in
      if found == nil, sequences.contains(line.sequence), Redaction(line, bytes) != nil {
        found = line.sequence
      }
    }
    return found
  }

  /// Erases what `redaction` names and this segment holds; what is erased already stays so.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)``, ``SystemError``; the segment is then as it was.
  func run(_ redaction: Redaction) throws {
    guard try holdsData(of: redaction.erased) else { return }
    let path = layout.segment(first)
    let file = try layout.disk.open(path + ".tmp", .replace)
    var lines: [UInt8] = []
    var written = 0
    func flush() throws {
      try file.write(lines, at: written)
      written += lines.count
      lines.removeAll(keepingCapacity: true)
    }
    try forEachLine { line, bytes, range in
      if Self.erases(redaction.erased, line, bytes) {
        lines += ErasedData.erasing(line, in: range, of: bytes, by: redaction.sequence)
      } else {
        lines += bytes[range]
      }
      if lines.count >= Self.chunk { try flush() }
    }
    try flush()
    guard written == bytes else {
      throw EventLogError.corrupt(
        Damage(file: path, offset: written, sequence: first, problem: .sealMismatch))
    }
    try file.sync()
    try layout.disk.rename(path + ".tmp", to: path)
    try layout.disk.syncFolder(layout.directory)
  }

  private func holdsData(of sequences: Set<Int>) throws -> Bool {
    var holds = false
    try forEachLine { line, bytes, _ in
      if Self.erases(sequences, line, bytes) { holds = true }
    }
    return holds
  }

  private static func erases(_ sequences: Set<Int>, _ line: LogLine, _ bytes: [UInt8]) -> Bool {
    sequences.contains(line.sequence) && ErasedData.redaction(in: bytes, line.data) == nil
      && Redaction(line, bytes) == nil
  }

  private func forEachLine(_ body: (LogLine, [UInt8], Range<Int>) throws -> Void) throws {
    var scanner = try SegmentScanner(layout, first, after: before, end: bytes)
    while let (line, range) = try scanner.next() { try body(line, scanner.bytes, range) }
  }
}
