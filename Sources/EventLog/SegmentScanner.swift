/// Reads the lines of one segment in order and checks each against the one before it.
struct SegmentScanner: ~Copyable {
  /// The bytes that the ranges of the last line refer to.
  private(set) var bytes: [UInt8] = []
  /// The last line's event; the log's start before the first.
  private(set) var position: LogPosition
  /// Where in the file the next line begins.
  private(set) var offset: Int

  private let file: any DiskFile
  private let end: Int
  private var start = 0
  private var bufferOffset: Int
  private let checksData: Bool
  /// Whether ``position`` has the hash of the event before the next line.
  private var isLinked = true

  /// The bytes that are read at once, few enough to stay in a processor's cache; a longer line makes
  /// the buffer grow.
  private static let chunk = 256 << 10

  /// Opens a segment.
  ///
  /// - Parameters:
  ///   - layout: Where the log lies.
  ///   - first: The sequence of the segment's first event.
  ///   - position: The event before the one at `offset`.
  ///   - offset: Where to begin.
  ///   - end: Where to stop; the size of the file unless given.
  ///   - checksData: Whether to hash each event's data too, which the checksum covers already;
  ///     data that look erased pass.
  /// - Throws: ``SystemError``.
  init(
    _ layout: LogLayout, _ first: Int, after position: LogPosition, at offset: Int = 0,
    end: Int? = nil, checksData: Bool = false
  ) throws {
    let file = try layout.disk.open(layout.segment(first), .read)
    let size = try file.size()
    self.file = file
    self.end = min(end ?? size, size)
    self.position = position
    self.offset = offset
    bufferOffset = offset
    self.checksData = checksData
  }

  /// The next line, checked, and its bytes in ``bytes``; nil at the end.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)`` with the first byte that is wrong; the scanner then
  ///   stands before the bad line.
  mutating func next() throws -> (line: LogLine, range: Range<Int>)? {
    guard let (line, range) = try lineInOrder() else { return nil }
    guard line.previous == position.hash else { throw damage(.chain, range) }
    guard !checksData || line.hasSoundData(in: bytes) else { throw damage(.dataHash, range) }
    position = LogPosition(sequence: line.sequence, hash: line.hash(in: bytes))
    accept(range)
    return (line, range)
  }

  /// The next line, whose checksum, form and number are checked, and of whose place in the chain only
  /// the first: whoever reads asks for no hash that the next line does not tell.
  ///
  /// From then on ``position`` has the hash of no event.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)``, as ``next()``.
  mutating func nextInOrder() throws -> (line: LogLine, range: Range<Int>)? {
    guard let (line, range) = try lineInOrder() else { return nil }
    guard !isLinked || line.previous == position.hash else { throw damage(.chain, range) }
    isLinked = false
    position.sequence = line.sequence
    accept(range)
    return (line, range)
  }

  /// The next line with its own checksum compared, but not its place in the chain.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)``.
  mutating func nextUnchained() throws -> LogLine? {
    guard let range = try nextRange() else { return nil }
    do {
      let line = try LogLine(bytes, in: range)
      position = LogPosition(sequence: line.sequence, hash: line.hash(in: bytes))
      accept(range)
      return line
    } catch {
      throw damage(error.problem)
    }
  }

  /// The next line as it stands, whatever it is, and why it is none of the log's if it is not; nil
  /// at the end.
  ///
  /// Neither its number nor its place in the chain is compared.
  mutating func nextAsItStands() throws -> (line: Result<LogLine, LineError>, range: Range<Int>)? {
    let range: Range<Int>
    do {
      guard let next = try nextRange() else { return nil }
      range = next
    } catch EventLogError.corrupt {
      range = start..<bytes.count
      accept(range)
      return range.isEmpty ? nil : (.failure(LineError(problem: .incompleteLine)), range)
    }
    accept(range)
    do {
      return (.success(try LogLine(bytes, in: range)), range)
    } catch {
      return (.failure(error), range)
    }
  }

  /// Passes over the next line, of which nothing but the checksum is compared.
  ///
  /// - Returns: False at the end.
  /// - Throws: ``EventLogError/corrupt(_:)``.
  mutating func passChecksum() throws -> Bool {
    guard let range = try nextRange() else { return false }
    guard LineChecksum.isValid(bytes, in: range) else { throw damage(.checksum) }
    position.sequence += 1
    accept(range)
    return true
  }

  /// Passes over the next line, of which only hashes are compared: its place in the chain, and its
  /// data; data that look erased pass.
  ///
  /// - Returns: False at the end.
  /// - Throws: ``EventLogError/corrupt(_:)``.
  mutating func passLink() throws -> Bool {
    guard let range = try nextRange() else { return false }
    guard let link = LogLine.Link(bytes, in: range) else { throw damage(.format, range) }
    guard position.hash.stands(in: bytes, at: link.previous) else { throw damage(.chain, range) }
    if !EventHash(sha256Of: bytes, in: link.data).stands(in: bytes, at: link.dataHash) {
      guard let line = try? LogLine(bytes, in: range), line.hasSoundData(in: bytes) else {
        throw damage(.dataHash, range)  // neither whole nor erased
      }
    }
    position = LogPosition(
      sequence: position.sequence + 1, hash: EventHash(sha256Of: bytes, in: link.header))
    accept(range)
    return true
  }

  /// Passes over the next line, whatever it is, and says what it claims to have been durable when it
  /// was written; nil for a damaged line.
  ///
  /// - Returns: False at the end of the file.
  mutating func passOver(_ durable: (Int) -> Void) throws -> Bool {
    do {
      guard let range = try nextRange() else { return false }
      // A damaged line says nothing.
      if let line = try? LogLine(bytes, in: range) { durable(line.durable) }
      accept(range)
      return true
    } catch EventLogError.corrupt {
      return false
    }
  }

  /// What is wrong at the scanner's place, with the line `bytes[range]` where there is one.
  func damage(_ problem: Damage.Problem, _ range: Range<Int>? = nil) -> EventLogError {
    .corrupt(
      Damage(
        file: file.path, offset: offset, end: range.map { offset + $0.count },
        sequence: position.sequence + 1, problem: problem))
  }

  private mutating func lineInOrder() throws -> (line: LogLine, range: Range<Int>)? {
    guard let range = try nextRange() else { return nil }
    let line: LogLine
    do {
      line = try LogLine(bytes, in: range)
    } catch {
      throw damage(error.problem, range)
    }
    guard line.sequence == position.sequence + 1 else { throw damage(.sequence, range) }
    return (line, range)
  }

  private mutating func accept(_ range: Range<Int>) {
    start = range.upperBound
    offset = bufferOffset + range.upperBound
  }

  private mutating func nextRange() throws -> Range<Int>? {
    var searched = start
    while true {
      if let lineFeed = bytes.firstOffset(of: 0x0A, in: searched..<bytes.count) {
        return start..<lineFeed + 1
      }
      searched = bytes.count - start
      bytes.removeFirst(start)
      bufferOffset += start
      start = 0
      let remaining = end - bufferOffset - bytes.count
      guard remaining > 0 else {
        if bytes.isEmpty { return nil }
        throw damage(.incompleteLine)
      }
      let wanted = min(max(Self.chunk, bytes.count), remaining)
      guard try file.read(wanted, at: bufferOffset + bytes.count, appendingTo: &bytes) > 0 else {
        throw damage(.incompleteLine)
      }
    }
  }
}
