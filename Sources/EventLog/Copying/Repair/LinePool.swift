/// The lines that could stand in one segment: what is sound of its own, and those of a copy.
///
/// A line belongs to its place by number and hash. The hash covers the hash of the line before, so
/// the line at the end of a segment tells, one by one, which lines stand before it.
struct LinePool {
  /// A line and where its bytes are.
  struct Line {
    var position: LogPosition
    var previous: EventHash
    var range: Range<Int>
    var time: String
    var isOwn: Bool
  }

  private(set) var bytes: [UInt8] = []
  private var lines: [LogPosition: Line] = [:]
  private var hashes: [Int: [EventHash]] = [:]
  /// The greatest number of an own line.
  private(set) var lastOwn: Int?
  /// How many bytes the own lines have.
  private(set) var ownBytes = 0
  /// The greatest number that an own line calls durable.
  private(set) var durable = 0

  /// Adds a line, unless it is there.
  mutating func add(_ line: LogLine, _ bytes: [UInt8], _ range: Range<Int>, isOwn: Bool) {
    let position = line.position(in: bytes)
    guard lines[position] == nil else { return }
    let start = self.bytes.count
    self.bytes.append(contentsOf: bytes[range])
    lines[position] = Line(
      position: position, previous: line.previous, range: start..<self.bytes.count,
      time: LogLine.text(bytes, line.time), isOwn: isOwn)
    hashes[line.sequence, default: []].append(position.hash)
    guard isOwn else { return }
    lastOwn = max(lastOwn ?? 0, line.sequence)
    ownBytes += range.count
    durable = max(durable, line.durable)
  }

  /// The line at a place in the chain.
  subscript(_ position: LogPosition) -> Line? { lines[position] }

  /// A line with this number, its own first, whatever its hash.
  func any(_ sequence: Int) -> Line? {
    hashes[sequence]?.first.flatMap { lines[LogPosition(sequence: sequence, hash: $0)] }
  }

  /// The nearest numbers that any line has.
  func sequence(after sequence: Int) -> Int? { hashes.keys.filter { $0 > sequence }.min() }
  func sequence(before sequence: Int) -> Int? { hashes.keys.filter { $0 < sequence }.max() }

  /// The line that follows `position`.
  ///
  /// Where two do, an own line that has been forged and a true one, it is the one on which the line
  /// after it builds.
  func successor(of position: LogPosition) -> Line? {
    let sequence = position.sequence + 1
    let following = (hashes[sequence] ?? []).compactMap {
      lines[LogPosition(sequence: sequence, hash: $0)]
    }.filter { $0.previous == position.hash }
    guard following.count > 1 else { return following.first }
    let expected = Set(
      (hashes[sequence + 1] ?? []).compactMap {
        lines[LogPosition(sequence: sequence + 1, hash: $0)]?.previous
      })
    return following.first { expected.contains($0.position.hash) } ?? following.first
  }
}
