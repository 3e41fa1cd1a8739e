/// Which ids a run does not have: a Bloom filter, of which one page is looked at for an id.
///
/// Most ids that are looked for are new. Twelve bits an id rule out all but one of 270 of them, so
/// that a look-up seldom reads more of a run than the filter. Hashes are spread evenly: which page one
/// belongs to follows from the hash alone.
enum IdentifierFilter {
  private static let bitsPerPage = UInt64(IdentifierPage.room * 8)
  /// How many ids there is a page for.
  static let idsPerPage = 2_720
  /// How many bits an id sets.
  private static let bitsPerHash = 6

  /// How many pages the filter of so many ids has.
  static func pages(for count: Int) -> Int { (count + idsPerPage - 1) / idsPerPage }

  /// Which of `pages` a hash belongs to.
  static func page(of hash: UInt64, among pages: Int) -> Int {
    Int(hash.multipliedFullWidth(by: UInt64(pages)).high)
  }

  /// The bits that stand for a hash in its page.
  ///
  /// The lowest 24 bits of the hash are the first of six numbers, and the next 24, made odd, the
  /// distance from each to the next, modulo 2^24 (Kirsch and Mitzenmacher, "Less Hashing, Same
  /// Performance", 2006).
  static func bits(of hash: UInt64) -> some Sequence<Int> {
    let distance = hash >> 24 | 1
    return (0..<UInt64(bitsPerHash)).lazy.map { index in
      let number = (hash &+ index &* distance) & 0xFF_FFFF
      return Int((number * bitsPerPage) >> 24)
    }
  }

  /// The pages that were read last, no more than 16 MiB of them: enough for those of ten million
  /// ids.
  struct Cache {
    private static let size = 4_096
    private var pages: [(number: Int, page: IdentifierPage)?] = []

    /// The page with a number that no other has, from memory or read.
    mutating func page(
      _ number: Int, _ read: () throws(IdentifierPage.Damaged) -> IdentifierPage
    ) throws(IdentifierPage.Damaged) -> IdentifierPage {
      let slot = number % Self.size
      while pages.count <= slot { pages.append(nil) }
      if let kept = pages[slot], kept.number == number { return kept.page }
      let page = try read()
      pages[slot] = (number, page)
      return page
    }

    /// Forgets all pages: numbers mean others from now on.
    mutating func removeAll() { pages.removeAll(keepingCapacity: true) }
  }
}
