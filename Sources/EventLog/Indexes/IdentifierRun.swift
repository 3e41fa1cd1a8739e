/// The ids of some adjacent sealed segments: pairs of hash and sequence, sorted.
///
/// Pages of 4,096 bytes, each with its own checksum, so that a look-up checks the page that it
/// searches and nothing else, and finds a damaged one instead of missing an id.
final class IdentifierRun {
  /// The events whose ids it holds.
  let events: ClosedRange<Int>
  private let file: MappedBytes
  /// How many entries each page holds that was checked, and 0 for the others: a page does not change.
  private var counts: [UInt8]
  fileprivate var pages: Int { file.count / Self.pageSize }

  static let pageSize = 4_096
  static let entriesPerPage = 255
  private static let entrySize = 16
  private static let magic = UInt64(0x3249_4C50)  // PLI2, little-endian

  /// A page that does not match its checksum.
  struct Damaged: Error {}

  /// Opens the run of `events`.
  ///
  /// - Throws: ``SystemError``; ``Damaged`` where it has not the size that it must have.
  init(_ events: ClosedRange<Int>, _ layout: LogLayout) throws {
    self.events = events
    file = try layout.disk.open(layout.identifierRun(events), .read).mapped()
    counts = [UInt8](repeating: 0, count: file.count / Self.pageSize)
    guard file.count == Self.size(of: events.count) else { throw Damaged() }
  }

  /// The sequences of the events with this hash of their id.
  ///
  /// - Throws: ``Damaged``.
  func sequences(of hash: UInt64) throws(Damaged) -> [Int] {
    guard pages > 0 else { return [] }
    var page = guess(hash)
    while page > 0, self.hash(0, page) >= hash { page -= 1 }
    var sequences: [Int] = []
    while page < pages {
      let count = try checkedCount(page)
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if self.hash(middle, page) < hash { low = middle + 1 } else { high = middle }
      }
      while low < count, self.hash(low, page) == hash {
        sequences.append(sequence(low, page))
        low += 1
      }
      guard low == count else { break }
      page += 1
    }
    return sequences
  }

  /// A page that a hash is in, or one near it.
  ///
  /// Hashes are spread evenly: how far one lies from the first of a page says how many pages it lies
  /// away, and a second look is mostly exact.
  private func guess(_ hash: UInt64) -> Int {
    func pages(_ distance: UInt64) -> Int {
      Int(distance.multipliedFullWidth(by: UInt64(self.pages)).high)
    }
    let page = pages(hash)
    let first = self.hash(0, page)
    let better = first < hash ? page + pages(hash - first) : page - pages(first - hash) - 1
    return min(max(better, 0), self.pages - 1)
  }

  /// How many entries a page holds.
  fileprivate func checkedCount(_ page: Int) throws(Damaged) -> Int {
    if counts[page] > 0 { return Int(counts[page]) }
    let start = page * Self.pageSize
    let count = Int(file.number(at: start + 4_080) & 0xFFFF_FFFF)
    let checksum = file.number(at: start + 4_088) >> 32
    guard count <= Self.entriesPerPage,
      file.number(at: start + 4_080) >> 32 == Self.magic,
      checksum == UInt64(file.checksum(in: start..<start + 4_092))
    else { throw Damaged() }
    counts[page] = UInt8(count)
    return count
  }

  fileprivate func hash(_ index: Int, _ page: Int) -> UInt64 {
    file.number(at: page * Self.pageSize + index * Self.entrySize)
  }

  fileprivate func sequence(_ index: Int, _ page: Int) -> Int {
    Int(truncatingIfNeeded: file.number(at: page * Self.pageSize + index * Self.entrySize + 8))
  }

  private static func size(of count: Int) -> Int {
    (count + entriesPerPage - 1) / entriesPerPage * pageSize
  }
}

extension IdentifierRun {
  /// Walks over the pairs of a run in order.
  struct Cursor {
    private let run: IdentifierRun
    private var page = 0
    private var index = 0
    private var count = 0

    init(_ run: IdentifierRun) { self.run = run }

    /// The next pair; nil at the end.
    mutating func next() throws(Damaged) -> (hash: UInt64, sequence: Int)? {
      while index == count {
        guard page < run.pages else { return nil }
        count = try run.checkedCount(page)
        index = 0
        page += 1
      }
      defer { index += 1 }
      return (run.hash(index, page - 1), run.sequence(index, page - 1))
    }
  }

  /// Writes a run page by page, from pairs that come in order.
  struct Writer {
    private let file: any DiskFile
    private let layout: LogLayout
    private let path: String
    private var bytes: [UInt8] = []
    private var entries = 0
    private var written = 0

    /// Begins the run of `events` under a temporary name.
    init(_ events: ClosedRange<Int>, _ layout: LogLayout) throws(SystemError) {
      self.layout = layout
      path = layout.identifierRun(events)
      try layout.disk.createSubfolder(layout.identifiers)
      file = try layout.disk.open(path + ".tmp", .replace)
    }

    mutating func append(_ hash: UInt64, _ sequence: Int) throws(SystemError) {
      bytes.append(littleEndian: hash)
      bytes.append(littleEndian: UInt64(sequence))
      entries += 1
      guard entries == IdentifierRun.entriesPerPage else { return }
      endPage()
      if bytes.count >= 1 << 20 { try flush() }
    }

    /// Puts the run in its place, durable.
    mutating func finish() throws(SystemError) {
      if entries > 0 { endPage() }
      try flush()
      try file.sync()
      try layout.disk.rename(path + ".tmp", to: path)
      try layout.disk.syncFolder(layout.identifiers)
    }

    private mutating func endPage() {
      let missing = IdentifierRun.entriesPerPage - entries
      bytes.append(contentsOf: repeatElement(0, count: missing * IdentifierRun.entrySize))
      bytes.append(littleEndian: UInt64(entries) | IdentifierRun.magic << 32)
      bytes.append(littleEndian: UInt32(0))
      let start = bytes.count - (IdentifierRun.pageSize - 4)
      bytes.append(littleEndian: CRC32C.checksum(of: bytes, in: start..<bytes.count))
      entries = 0
    }

    private mutating func flush() throws(SystemError) {
      try file.write(bytes, at: written)
      written += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
  }
}
