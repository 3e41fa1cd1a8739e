/// Where in a segment to begin reading for a given event: every 64 KiB, the next line's place.
///
/// Sparse, so that a whole segment's fits into 49 KB; made anew from the segment where it is missing
/// or damaged.
struct OffsetIndex: Sendable {
  /// A line: what stands before it, and where it begins.
  struct Entry: Hashable, Sendable {
    /// The event before the line.
    var before: LogPosition
    /// Of the line's first byte.
    var offset: Int
  }

  private(set) var entries: [Entry] = []

  /// How far apart the entries are, in bytes of the segment.
  static let spacing = 64 << 10
  private static let entrySize = 48
  private static let magic: [UInt8] = Array("PLO1".utf8)

  /// Notes that a line begins at `offset`; most lines are passed over.
  mutating func note(_ before: LogPosition, at offset: Int) {
    guard offset >= (entries.last?.offset ?? -Self.spacing) + Self.spacing else { return }
    entries.append(Entry(before: before, offset: offset))
  }

  /// Where to begin reading for the event that follows `sequence`.
  ///
  /// - Returns: Nil where nothing is known: read from the start.
  func start(after sequence: Int) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].before.sequence <= sequence { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : entries[low - 1]
  }

  // MARK: The file

  /// Entries of 48 bytes (sequence before, offset, hash before), the chain head at the segment's
  /// end, `PLO1`, CRC-32C.
  func encoded(head: EventHash) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * Self.entrySize + 40)
    for entry in entries {
      bytes.append(littleEndian: UInt64(entry.before.sequence))
      bytes.append(littleEndian: UInt64(entry.offset))
      bytes.append(contentsOf: entry.before.hash.bytes)
    }
    bytes.append(contentsOf: head.bytes)
    bytes.append(contentsOf: Self.magic)
    bytes.append(littleEndian: CRC32C.checksum(of: bytes))
    return bytes
  }

  init() {}

  /// Reads a file; nil where it is damaged or belongs to another segment.
  init?(_ bytes: [UInt8], head: EventHash) {
    let count = (bytes.count - 40) / Self.entrySize
    guard bytes.count >= 40, count * Self.entrySize + 40 == bytes.count,
      Array(bytes[(bytes.count - 8)..<(bytes.count - 4)]) == Self.magic,
      UInt64(CRC32C.checksum(of: bytes, in: 0..<bytes.count - 4))
        == bytes.littleEndian(at: bytes.count - 4, count: 4),
      EventHash(bytes: Array(bytes[(bytes.count - 40)..<(bytes.count - 8)])) == head
    else { return nil }
    entries.reserveCapacity(count)
    for start in stride(from: 0, to: count * Self.entrySize, by: Self.entrySize) {
      guard let sequence = Int(exactly: bytes.littleEndian(at: start, count: 8)),
        let offset = Int(exactly: bytes.littleEndian(at: start + 8, count: 8))
      else { return nil }
      let hash = EventHash(bytes: Array(bytes[start + 16..<start + 48]))
      entries.append(
        Entry(before: LogPosition(sequence: sequence, hash: hash), offset: offset))
    }
  }

  /// Reads the file of a sealed segment; nil where it is missing or of no use.
  static func read(_ seal: Seal, _ layout: LogLayout) throws(SystemError) -> OffsetIndex? {
    let path = layout.offsets(seal.first)
    guard layout.disk.exists(path) else { return nil }
    return OffsetIndex(try layout.disk.contents(of: path), head: seal.last.hash)
  }

  /// Writes the file of a sealed segment.
  func write(_ seal: Seal, _ layout: LogLayout) throws(SystemError) {
    try layout.disk.createSubfolder(layout.offsets)
    try layout.disk.writeAtomically(encoded(head: seal.last.hash), to: layout.offsets(seal.first))
  }

  /// Makes the files that sealed segments lack.
  static func makeMissing(_ seals: [Seal], _ layout: LogLayout) throws {
    let names = Set(try layout.disk.names(in: layout.offsets))
    var before = LogPosition.start
    for seal in seals {
      if !names.contains("\(LogLayout.padded(seal.first)).offsets") {
        try make(seal, after: before, layout).write(seal, layout)
      }
      before = seal.last
    }
  }

  /// Reads a sealed segment through.
  private static func make(
    _ seal: Seal, after before: LogPosition, _ layout: LogLayout
  ) throws -> OffsetIndex {
    var index = OffsetIndex()
    var scanner = try SegmentScanner(layout, seal.first, after: before)
    var (position, offset) = (scanner.position, scanner.offset)
    while try scanner.nextUnchained() != nil {
      index.note(position, at: offset)
      (position, offset) = (scanner.position, scanner.offset)
    }
    return index
  }
}
