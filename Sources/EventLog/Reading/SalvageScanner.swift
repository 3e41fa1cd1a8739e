/// Reads a segment past what is damaged: each run of damaged lines is told once, with the events
/// that it costs.
///
/// After damage it goes on with the next line whose checksum is right and whose number is greater
/// than that of the last good line. Such a line's place in the chain cannot be compared; the places
/// of those that follow it can.
struct SalvageScanner: ~Copyable {
  /// What comes next in a segment.
  enum Step {
    /// A good line, in the scanner's bytes.
    case line(LogLine, Range<Int>)
    case damage(Damage)
  }

  /// The lines as they stand; holds the bytes that the last step refers to.
  private(set) var lines: SegmentScanner
  /// The last good line, or the last that is given up.
  private(set) var sequence: Int
  /// Its hash, where it is known.
  private(set) var hash: EventHash?
  /// Where the line of the last step begins.
  private(set) var lineOffset: Int

  private let path: String
  private let last: Int?
  private var pending: (line: LogLine, range: Range<Int>)?
  private var hasEnded = false

  /// Opens a segment.
  ///
  /// - Parameters:
  ///   - layout: Where the log lies.
  ///   - first: The number in the segment's name.
  ///   - sequence: The event before the one at `offset`.
  ///   - hash: Its hash; nil where it is not known.
  ///   - offset: Where to begin.
  ///   - end: Where to stop; the size of the file unless given.
  ///   - last: The event that must be the last; nil where nobody knows.
  /// - Throws: ``SystemError``.
  init(
    _ layout: LogLayout, _ first: Int, after sequence: Int, hash: EventHash?, at offset: Int = 0,
    end: Int? = nil, last: Int?
  ) throws {
    let start = LogPosition(sequence: sequence, hash: hash ?? .zero)
    lines = try SegmentScanner(layout, first, after: start, at: offset, end: end)
    self.sequence = sequence
    self.hash = hash
    self.last = last
    lineOffset = offset
    path = layout.segment(first)
  }

  /// The next line, or the next run of damaged ones; nil at the end.
  ///
  /// - Throws: ``SystemError``.
  mutating func next() throws -> Step? {
    if let pending {
      self.pending = nil
      return accept(pending)
    }
    var run: Damage?
    var offset = lines.offset
    while let (result, range) = try lines.nextAsItStands() {
      let begin = offset
      offset = lines.offset
      switch result {
      case .failure(let error):
        run = run ?? damage(error.problem, at: begin)
      case .success(let line) where line.sequence <= sequence || line.sequence > last ?? .max:
        run = run ?? damage(.sequence, at: begin)
      case .success(let line):
        lineOffset = begin
        let follows = line.sequence == sequence + 1
        if run == nil, follows, hash == nil || line.previous == hash {
          return accept((line, range))
        }
        if run == nil, follows {
          run = damage(.chain, at: begin)
          continue
        }
        pending = (line, range)
        run?.end = begin
        return told(run ?? damage(.sequence, at: begin), upTo: line.sequence)
      }
    }
    return end(run)
  }

  private mutating func end(_ run: Damage?) -> Step? {
    guard !hasEnded else { return nil }
    hasEnded = true
    if var run {
      run.end = lines.offset
      run.missing = last.map { sequence + 1..<max($0, sequence) + 1 }
      sequence = max(last ?? sequence, sequence)
      hash = nil
      return .damage(run)
    }
    guard let last, sequence < last else { return nil }
    return told(damage(.missingEvents, at: lines.offset), upTo: last + 1)
  }

  private mutating func accept(_ next: (line: LogLine, range: Range<Int>)) -> Step {
    sequence = next.line.sequence
    hash = next.line.hash(in: lines.bytes)
    return .line(next.line, next.range)
  }

  /// Gives up the events before `next`, which is the next that is good.
  private mutating func told(_ damage: Damage, upTo next: Int) -> Step {
    var damage = damage
    damage.missing = sequence + 1..<next
    sequence = next - 1
    hash = nil
    return .damage(damage)
  }

  private func damage(_ problem: Damage.Problem, at offset: Int) -> Damage {
    Damage(file: path, offset: offset, sequence: sequence + 1, problem: problem)
  }
}
