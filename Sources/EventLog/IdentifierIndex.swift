/// Finds where an event id stands in the log, so that the same event is never appended twice.
///
/// The ids of the unsealed segment are in memory; each sealed segment has a run on disk, sorted by
/// hash, of which a look-up touches a few pages. A hit is only a hint: the caller confirms it by
/// reading the line, because two ids may share a hash.
struct IdentifierIndex: ~Copyable {
  /// Where an event with a given hash of its id stands.
  struct Place: Hashable {
    var segment: Int
    var offset: Int
  }

  private let layout: LogLayout
  private var runs: [Run] = []
  private var active: [UInt64: Int] = [:]
  private var collisions: [(hash: UInt64, offset: Int)] = []

  init(layout: LogLayout, sealed: [Seal]) throws {
    self.layout = layout
    for seal in sealed { try addRun(seal) }
  }

  /// Notes that an event of the unsealed segment begins at `offset`.
  mutating func insert(_ hash: UInt64, at offset: Int) {
    if active.updateValue(offset, forKey: hash) != nil {
      collisions.append((hash, offset))
    }
  }

  /// Where events with this hash stand; `segment` is the first sequence of the unsealed one.
  func places(of hash: UInt64, activeSegment: Int) -> [Place] {
    var places: [Place] = []
    if let offset = active[hash] { places.append(Place(segment: activeSegment, offset: offset)) }
    for collision in collisions where collision.hash == hash {
      places.append(Place(segment: activeSegment, offset: collision.offset))
    }
    for run in runs {
      places += run.offsets(of: hash).map { Place(segment: run.segment, offset: $0) }
    }
    return places
  }

  /// Writes the run of the unsealed segment, which is being sealed, and begins a new one.
  mutating func seal(_ first: Int) throws {
    let entries = active.map { ($0.key, $0.value) } + collisions.map { ($0.hash, $0.offset) }
    active.removeAll(keepingCapacity: true)
    collisions.removeAll()
    try Self.write(entries, first, layout)
    runs.append(try Run(layout: layout, segment: first, count: entries.count))
  }

  /// The first eight bytes of an id's SHA-256.
  static func hash(of id: [UInt8]) -> UInt64 {
    let digest = EventHash(sha256Of: id, in: 0..<id.count).bytes
    return (0..<8).reduce(0) { $0 << 8 | UInt64(digest[$1]) }
  }

  /// Opens the run of a sealed segment; one that is missing or damaged is made anew.
  private mutating func addRun(_ seal: Seal) throws {
    let count = seal.last.sequence - seal.first + 1
    if !(try Run.isWhole(layout.identifierRun(seal.first), count: count)) {
      var entries: [(UInt64, Int)] = []
      var scanner = try SegmentScanner(
        layout.segment(seal.first), after: LogPosition(sequence: seal.first - 1, hash: .zero))
      while let entry = try scanner.nextIdentifier() { entries.append(entry) }
      try Self.write(entries, seal.first, layout)
    }
    runs.append(try Run(layout: layout, segment: seal.first, count: count))
  }

  private static func write(
    _ entries: [(UInt64, Int)], _ first: Int, _ layout: LogLayout
  ) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * Run.entrySize)
    for (hash, offset) in entries.sorted(by: { $0 < $1 }) {
      bytes.append(littleEndian: hash)
      bytes.append(littleEndian: UInt64(offset))
    }
    bytes.append(littleEndian: CRC32C.checksum(of: bytes))
    try Directory.create(layout.identifiers)
    try Directory.writeAtomically(bytes, to: layout.identifierRun(first))
  }
}

extension IdentifierIndex {
  /// The ids of one sealed segment: pairs of hash and offset, sorted, and a checksum.
  private final class Run {
    static let entrySize = 16
    let segment: Int
    private let count: Int
    private let file: MappedFile

    init(layout: LogLayout, segment: Int, count: Int) throws {
      self.segment = segment
      self.count = count
      file = try MappedFile(layout.identifierRun(segment))
    }

    /// Whether there is a run of `count` ids that matches its checksum.
    static func isWhole(_ path: String, count: Int) throws -> Bool {
      guard Directory.exists(path) else { return false }
      let bytes = try File(path, .read).contents()
      let end = count * entrySize
      return bytes.count == end + 4
        && bytes.littleEndian(at: end, count: 4)
          == UInt64(CRC32C.checksum(of: bytes, in: 0..<end))
    }

    func offsets(of hash: UInt64) -> [Int] {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if file.number(at: middle * Self.entrySize) < hash {
          low = middle + 1
        } else {
          high = middle
        }
      }
      var offsets: [Int] = []
      while low < count, file.number(at: low * Self.entrySize) == hash {
        offsets.append(Int(truncatingIfNeeded: file.number(at: low * Self.entrySize + 8)))
        low += 1
      }
      return offsets
    }
  }
}

extension SegmentScanner {
  /// The hash of the next event's id and where its line begins, without checking the chain.
  fileprivate mutating func nextIdentifier() throws -> (UInt64, Int)? {
    let begin = offset
    guard let line = try nextUnchained() else { return nil }
    return (IdentifierIndex.hash(of: Array(LogLine.text(bytes, line.id).utf8)), begin)
  }
}
