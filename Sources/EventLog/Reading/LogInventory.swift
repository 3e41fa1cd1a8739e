/// The segments of a log as they lie in its folder, whatever of it is damaged or missing, and how far
/// it is durable.
struct LogInventory: Sendable {
  /// A segment that holds durable events.
  struct Segment: Sendable {
    var first: Int
    /// The last durable event that it must hold; nil where nobody knows.
    var last: Int?
    /// How many of its bytes are durable.
    var end: Int
    /// Where it is sealed and the seal can be read.
    var seal: Seal?
    /// What is wrong with its seal, and what is missing before it.
    var problems: [Damage] = []
  }

  private(set) var segments: [Segment] = []
  /// What is missing behind the last segment.
  private(set) var problemsAtEnd: [Damage] = []
  /// The greatest sequence that is known to have been durable.
  private(set) var durable: Int
  /// What follows the durable events of the last segment: the remains of an unfinished write.
  private(set) var tornBytes = 0
  /// What `DURABLE` says.
  let mark: DurableMark?

  private let layout: LogLayout

  /// Looks into the folder of a log; one that is not there is an empty log.
  ///
  /// - Throws: ``SystemError``.
  init(_ layout: LogLayout) throws {
    self = try LogReader.open(
      layout, besideWriter: { try Self(besideWriter: layout) }, alone: { try Self(alone: layout) })
  }

  /// What the mark calls durable.
  private init(besideWriter layout: LogLayout) throws {
    self.layout = layout
    mark = try DurableMark.read(layout)?.mark
    durable = mark?.position.sequence ?? 0
    guard let mark else { return }
    try list { $0 <= mark.segment }
    guard let index = segments.indices.last, segments[index].first == mark.segment else { return }
    segments[index].end = mark.offset
    segments[index].last = durable
    segments[index].seal = nil
    segments[index].problems.removeAll { $0.problem == .sealUnreadable }
  }

  /// Everything up to a torn tail, after syncing what a killed writer left.
  private init(alone layout: LogLayout) throws {
    self.layout = layout
    if let last = try layout.segments().last {
      try layout.disk.open(layout.segment(last), .read).syncData()
    }
    mark = try DurableMark.read(layout)?.mark
    durable = mark?.position.sequence ?? 0
    try list { _ in true }
    durable = segments.reduce(durable) { max($0, $1.seal?.last.sequence ?? 0) }
    guard let index = segments.indices.last else {
      if durable > 0 { problemsAtEnd.append(missing(after: 0, upTo: durable + 1)) }
      return
    }
    if let seal = segments[index].seal {
      guard seal.last.sequence < durable else { return }
      problemsAtEnd.append(missing(after: seal.last.sequence, upTo: durable + 1))
    } else {
      try readUnsealed(index)
    }
  }

  /// Notes the segments whose first sequence `isDurable`, with their seals.
  private mutating func list(_ isDurable: (Int) -> Bool) throws {
    let firsts = try layout.segments().filter(isDurable)
    for (index, first) in firsts.enumerated() {
      let next = index + 1 < firsts.count ? firsts[index + 1] : nil
      let size = try layout.disk.open(layout.segment(first), .read).size()
      var segment = Segment(first: first, last: next.map { $0 - 1 }, end: size, seal: nil)
      let expected = (segments.last.map { $0.last ?? $0.first - 1 } ?? 0) + 1
      if first > expected { segment.problems.append(missing(after: expected - 1, upTo: first)) }
      if first < expected {
        segment.problems.append(damage(layout.segment(first), expected, .sequence, at: 0))
      }
      segment.seal = try seal(first)
      if let seal = segment.seal {
        segment.last = seal.last.sequence
        if seal.bytes != size {
          let place = min(seal.bytes, size)
          segment.problems.append(damage(layout.segment(first), first, .sealMismatch, at: place))
        }
      } else if next != nil || layout.disk.exists(layout.seal(first)) {
        segment.problems.append(damage(layout.seal(first), first, .sealUnreadable, at: 0))
      }
      segments.append(segment)
    }
  }

  private func seal(_ first: Int) throws -> Seal? {
    guard layout.disk.exists(layout.seal(first)) else { return nil }
    let seal = Seal(try layout.disk.contents(of: layout.seal(first)))
    return seal?.first == first ? seal : nil
  }

  /// Finds where the durable events of the unsealed segment end.
  ///
  /// Where the lines before the first bad one hold all that is durable, that is where the torn tail
  /// begins. Otherwise good lines behind it are durable up to the greatest sequence that anything
  /// calls so.
  private mutating func readUnsealed(_ index: Int) throws {
    var scanner = try SalvageScanner(
      layout, segments[index].first, after: segments[index].first - 1, hash: nil, last: nil)
    var head = segments[index].first - 1
    var end = 0
    var later: [(sequence: Int, begin: Int, end: Int)] = []
    var isIntact = true
    while let step = try scanner.next() {
      switch step {
      case .damage: isIntact = false
      case .line(let line, let range):
        durable = max(durable, line.durable)
        let lineEnd = scanner.lineOffset + range.count
        if isIntact {
          (head, end) = (line.sequence, lineEnd)
        } else {
          later.append((line.sequence, scanner.lineOffset, lineEnd))
        }
      }
    }
    let size = segments[index].end
    if head >= durable {
      durable = head
    } else if let last = later.last(where: { $0.sequence <= durable }), last.sequence == durable {
      end = last.end
    } else {
      end = later.first { $0.sequence > durable }?.begin ?? size
    }
    segments[index].end = end
    segments[index].last = durable
    tornBytes = size - end
  }

  private func missing(after sequence: Int, upTo next: Int) -> Damage {
    var missing = damage(layout.segment(sequence + 1), sequence + 1, .missingSegment, at: 0)
    missing.missing = sequence + 1..<next
    return missing
  }

  private func damage(
    _ file: String, _ sequence: Int, _ problem: Damage.Problem, at offset: Int
  ) -> Damage {
    Damage(
      file: file, offset: offset, sequence: sequence, problem: problem,
      missing: sequence..<sequence)
  }
}
