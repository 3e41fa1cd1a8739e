import JSONBytes

/// What reading every byte of a segment found.
struct SegmentCheck: Sendable {
  /// A line at an end of the segment.
  struct Line: Sendable {
    var position: LogPosition
    var previous: EventHash
    var time: String
  }

  let segment: LogInventory.Segment
  /// The events that can be read.
  private(set) var events = 0
  private(set) var firstLine: Line?
  private(set) var lastLine: Line?
  private(set) var damages: [Damage] = []
  private(set) var noted: LogVerification.Noted?
  /// Where its events begin, as the index of a sealed segment says it.
  private(set) var offsets = OffsetIndex()
  private(set) var identifiers = IdentifierSum()
  private(set) var erasures = ErasureCheck()

  private let path: String
  private let markPath: String

  /// Whether nothing is wrong with the segment and its seal.
  var isSound: Bool { damages.isEmpty && segment.problems.isEmpty }

  /// How many bytes are read before it is told.
  private static let step = 1 << 20

  /// Reads a segment.
  ///
  /// - Parameters:
  ///   - segment: Its place in the log.
  ///   - layout: Where the log lies.
  ///   - mark: What `DURABLE` says.
  ///   - noted: A line hash to look for.
  ///   - read: Called with how many bytes more were read.
  /// - Throws: ``SystemError``.
  init(
    _ segment: LogInventory.Segment, _ layout: LogLayout, mark: LogPosition?, noted: EventHash?,
    _ read: (Int) -> Void
  ) throws {
    self.segment = segment
    path = layout.segment(segment.first)
    markPath = layout.durableMark
    var scanner = try SalvageScanner(
      layout, segment.first, after: segment.first - 1, hash: nil, end: segment.end,
      last: segment.last)
    var told = 0
    while let step = try scanner.next() {
      switch step {
      case .damage(let damage): damages.append(damage)
      case .line(let line, let range):
        let position = LogPosition(
          sequence: line.sequence, hash: scanner.hash ?? line.hash(in: scanner.lines.bytes))
        check(line, position, in: scanner.lines.bytes, at: scanner.lineOffset)
        if line.sequence == mark?.sequence, position.hash != mark?.hash {
          damages.append(
            Damage(file: markPath, offset: 0, sequence: line.sequence, problem: .otherLog))
        }
        if position.hash == noted {
          self.noted = LogVerification.Noted(sequence: line.sequence, time: lastLine?.time)
        }
        if scanner.lineOffset + range.count - told >= Self.step {
          read(scanner.lineOffset + range.count - told)
          told = scanner.lineOffset + range.count
        }
      }
    }
    read(segment.end - told)
    checkSeal()
  }

  private mutating func check(
    _ line: LogLine, _ position: LogPosition, in bytes: [UInt8], at offset: Int
  ) {
    erasures.note(line, bytes, path, at: offset)
    if !line.hasSoundData(in: bytes) {
      damages.append(damage(.dataHash, line.sequence, at: offset))
    }
    if let last = lastLine, bytes[line.time].elementsEqual(last.time.utf8) {
      lastLine = Line(position: position, previous: line.previous, time: last.time)
    } else {
      let time = LogLine.text(bytes, line.time)
      if Timestamp(time) == nil { damages.append(damage(.format, line.sequence, at: offset)) }
      if let last = lastLine, time < last.time {
        damages.append(damage(.time, line.sequence, at: offset))
      }
      lastLine = Line(position: position, previous: line.previous, time: time)
    }
    if firstLine == nil { firstLine = lastLine }
    events += 1
    offsets.note(LogPosition(sequence: line.sequence - 1, hash: line.previous), at: offset)
    identifiers.add(line.identifierHash(in: bytes), line.sequence)
  }

  private mutating func checkSeal() {
    guard let seal = segment.seal, let lastLine, lastLine.position.sequence == seal.last.sequence,
      lastLine.position.hash != seal.last.hash || lastLine.time != seal.time.rfc3339Milliseconds
    else { return }
    damages.append(damage(.sealMismatch, seal.last.sequence, at: seal.bytes))
  }

  /// What is wrong between the segment before and this one; nil where nothing is, or where damage
  /// keeps it from being known.
  func problem(after before: SegmentCheck?) -> Damage? {
    guard let firstLine, firstLine.position.sequence == segment.first else { return nil }
    let last = before.map { $0.lastLine?.position } ?? .start
    if let last, last.sequence == segment.first - 1, last.hash != firstLine.previous {
      return damage(.chain, segment.first, at: 0)
    }
    guard let time = before?.lastLine?.time, firstLine.time < time else { return nil }
    return damage(.time, segment.first, at: 0)
  }

  private func damage(_ problem: Damage.Problem, _ sequence: Int, at offset: Int) -> Damage {
    Damage(file: path, offset: offset, sequence: sequence, problem: problem)
  }
}
