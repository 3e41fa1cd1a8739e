/// The ids of some adjacent sealed segments: pairs of hash and sequence, sorted, and a filter.
///
/// A look-up reads a page of the filter, which mostly says that the id is new, and else a page or two
/// of the pairs.
final class IdentifierRun {
  typealias Damaged = IdentifierPage.Damaged

  /// The events whose ids it holds.
  let events: ClosedRange<Int>
  /// How many pages of pairs there are; those of the filter follow.
  private let pages: Int
  /// How many pages the filter has.
  let filterPages: Int
  private let file: any DiskFile

  /// Opens the run of `events`.
  ///
  /// - Throws: ``SystemError``; ``Damaged`` where it has not the size that it must have.
  init(_ events: ClosedRange<Int>, _ layout: LogLayout) throws {
    self.events = events
    pages = Self.pages(for: events.count)
    filterPages = IdentifierFilter.pages(for: events.count)
    file = try layout.disk.open(layout.identifierRun(events), .read)
    guard try file.size() == (pages + filterPages) * IdentifierPage.size else { throw Damaged() }
  }

  /// The sequences of the events with this hash of their id; `filter` gives a page of the run's
  /// filter.
  func sequences(
    of hash: UInt64, _ filter: (_ page: Int) throws(Damaged) -> IdentifierPage
  ) throws(Damaged) -> [Int] {
    guard try filter(IdentifierFilter.page(of: hash, among: filterPages)).mayHave(hash) else {
      return []
    }
    var (number, page) = try pageNear(hash)
    while number > 0, page.hash(0) >= hash {
      number -= 1
      page = try entries(number)
    }
    var sequences: [Int] = []
    while true {
      var index = page.firstIndex(notBefore: hash)
      while index < page.count, page.hash(index) == hash {
        sequences.append(page.sequence(index))
        index += 1
      }
      number += 1
      guard index == page.count, number < pages else { return sequences }
      page = try entries(number)
    }
  }

  /// A page that a hash is in, or one near it.
  ///
  /// Hashes are spread evenly: how far one lies from the first of a page says how many pages it lies
  /// away, and a second look is mostly exact.
  private func pageNear(_ hash: UInt64) throws(Damaged) -> (number: Int, page: IdentifierPage) {
    func pages(_ distance: UInt64) -> Int {
      Int(distance.multipliedFullWidth(by: UInt64(self.pages)).high)
    }
    let number = pages(hash)
    let page = try entries(number)
    let first = page.hash(0)
    let better = first < hash ? number + pages(hash - first) : number - pages(first - hash) - 1
    let nearest = min(max(better, 0), self.pages - 1)
    return nearest == number ? (number, page) : (nearest, try entries(nearest))
  }

  /// A page of pairs.
  fileprivate func entries(_ number: Int) throws(Damaged) -> IdentifierPage {
    let page = try IdentifierPage(.entries, in: file, at: number * IdentifierPage.size)
    guard 1...IdentifierPage.entriesPerPage ~= page.count else { throw Damaged() }
    return page
  }

  /// A page of the filter.
  func filter(_ number: Int) throws(Damaged) -> IdentifierPage {
    try IdentifierPage(.filter, in: file, at: (pages + number) * IdentifierPage.size)
  }

  fileprivate static func pages(for count: Int) -> Int {
    (count + IdentifierPage.entriesPerPage - 1) / IdentifierPage.entriesPerPage
  }
}

extension IdentifierRun {
  /// Hands on every pair in order, and checks that the filter knows them all.
  ///
  /// - Throws: ``Damaged``.
  func forEachPair(_ body: (_ hash: UInt64, _ sequence: Int) -> Void) throws(Damaged) {
    var cursor = Cursor(self)
    var number = 0
    var page = try filter(number)
    while let pair = try cursor.next() {
      while number < IdentifierFilter.page(of: pair.hash, among: filterPages) {
        number += 1
        page = try filter(number)
      }
      guard page.mayHave(pair.hash) else { throw Damaged() }
      body(pair.hash, pair.sequence)
    }
    for rest in number + 1..<max(number + 1, filterPages) { _ = try filter(rest) }
  }

  /// Walks over the pairs of a run in order.
  struct Cursor {
    private let run: IdentifierRun
    private var number = 0
    private var page: IdentifierPage?
    private var index = 0

    init(_ run: IdentifierRun) { self.run = run }

    /// The next pair; nil at the end.
    mutating func next() throws(Damaged) -> (hash: UInt64, sequence: Int)? {
      while index == page?.count ?? 0 {
        guard number < run.pages else { return nil }
        page = try run.entries(number)
        number += 1
        index = 0
      }
      defer { index += 1 }
      return page.map { ($0.hash(index), $0.sequence(index)) }
    }
  }

  /// Writes a run page by page, from pairs that come in order.
  struct Writer {
    private let file: any DiskFile
    private let layout: LogLayout
    private let path: String
    private var pairs: Part
    private var entries = 0
    private var filter: Part
    private let filterPages: Int
    private var filterPage = [UInt8](repeating: 0, count: IdentifierPage.room)
    private var filterNumber = 0
    private var filtered = 0

    /// Begins the run of `events` under a temporary name.
    init(_ events: ClosedRange<Int>, _ layout: LogLayout) throws(SystemError) {
      self.layout = layout
      path = layout.identifierRun(events)
      try layout.disk.createSubfolder(layout.identifiers)
      file = try layout.disk.open(path + ".tmp", .replace)
      pairs = Part(file, at: 0)
      filter = Part(file, at: IdentifierRun.pages(for: events.count) * IdentifierPage.size)
      filterPages = IdentifierFilter.pages(for: events.count)
    }

    mutating func append(_ hash: UInt64, _ sequence: Int) throws(SystemError) {
      try add(hash)
      pairs.bytes.append(littleEndian: hash)
      pairs.bytes.append(littleEndian: UInt64(sequence))
      entries += 1
      if entries == IdentifierPage.entriesPerPage { try endPairs() }
    }

    /// Puts the run in its place, durable.
    mutating func finish() throws(SystemError) {
      if entries > 0 { try endPairs() }
      while filterNumber < filterPages { try endFilter() }
      try pairs.flush()
      try filter.flush()
      try file.sync()
      try layout.disk.rename(path + ".tmp", to: path)
      try layout.disk.syncFolder(layout.identifiers)
    }

    /// Adds a hash to the filter, whose pages come in order as the hashes do.
    private mutating func add(_ hash: UInt64) throws(SystemError) {
      let number = IdentifierFilter.page(of: hash, among: filterPages)
      while filterNumber < number { try endFilter() }
      for bit in IdentifierFilter.bits(of: hash) { filterPage[bit >> 3] |= 1 << (bit & 7) }
      filtered += 1
    }

    private mutating func endPairs() throws(SystemError) {
      let missing = IdentifierPage.room - entries * IdentifierPage.entrySize
      pairs.bytes.append(contentsOf: repeatElement(0, count: missing))
      try pairs.endPage(.entries, count: entries)
      entries = 0
    }

    private mutating func endFilter() throws(SystemError) {
      filter.bytes += filterPage
      try filter.endPage(.filter, count: filtered)
      filterPage = [UInt8](repeating: 0, count: IdentifierPage.room)
      filtered = 0
      filterNumber += 1
    }
  }

  /// The pages of one kind, which stand together in the file.
  private struct Part {
    private let file: any DiskFile
    private var offset: Int
    var bytes: [UInt8] = []

    init(_ file: any DiskFile, at offset: Int) { (self.file, self.offset) = (file, offset) }

    mutating func endPage(_ kind: IdentifierPage.Kind, count: Int) throws(SystemError) {
      IdentifierPage.end(kind, count: count, in: &bytes)
      if bytes.count >= 1 << 20 { try flush() }
    }

    mutating func flush() throws(SystemError) {
      try file.write(bytes, at: offset)
      offset += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
  }
}
