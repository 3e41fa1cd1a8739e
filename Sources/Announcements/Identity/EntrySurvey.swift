/// What a whole document says of its entries' identities: which guids, links and titles are shared.
///
/// It is made before the first entry is decided, because the first of two entries with one guid does
/// not know of the second. It keeps no texts and no keys but hashes of them, some 100 bytes an entry:
/// a document may have a million, and is surveyed in memory whatever its size.
///
/// A hash has 64 bits. Among a million keys two have the same one in 37 million documents, and all
/// that it does is to make two entries look as if they shared what they do not: each is then told by
/// what else it has, as where a feed gives two entries one guid. The hashes are Swift's own, which
/// are seeded anew in each process, so that no feed can be written for its keys to collide; they are
/// never stored.
public struct EntrySurvey: Sendable {
  private var guids = OwnedKeys()
  private var links = OwnedKeys()
  private var titles = RepeatedKeys()
  private var datedTitles = RepeatedKeys()
  /// How many entries were added.
  public private(set) var count = 0

  public init() {}

  /// Notes an entry.
  public mutating func add(_ entry: ReceivedEntry) {
    count += 1
    let guid = entry.guid.flatMap(Candidate.guid)?.key
    let link = entry.link.flatMap(Candidate.link)?.key
    let title = Candidate.title(entry.title)?.key
    if let guid {
      guids.note(Self.hash(guid), of: Self.hash(link ?? "", title ?? ""))
    }
    if let link {
      links.note(Self.hash(link), of: Self.hash(guid ?? "", title ?? ""))
    }
    if let title {
      titles.note(Self.hash(title))
      datedTitles.note(Self.hash(title, entry.day ?? ""))
    }
  }

  /// Whether entries that have this guid have other links or titles.
  func isShared(guid: Candidate) -> Bool { guids.isShared(Self.hash(guid.key)) }

  /// Whether entries that have this link have other guids or titles.
  func isShared(link: Candidate) -> Bool { links.isShared(Self.hash(link.key)) }

  /// Whether several entries have this title.
  func isShared(title: Candidate) -> Bool { titles.isRepeated(Self.hash(title.key)) }

  /// Whether several entries have this title and day.
  func isShared(title: Candidate, day: String?) -> Bool {
    datedTitles.isRepeated(Self.hash(title.key, day ?? ""))
  }

  /// Whether the feed gives all its entries one guid, so that guids tell nothing.
  public var hasOneGuidForAll: Bool { count > 1 && guids.isOneShared }

  /// The hash of a key that has one part or two.
  private static func hash(_ first: String, _ second: String? = nil) -> Int {
    var hasher = Hasher()
    hasher.combine(first)
    if let second { hasher.combine(second) }
    return hasher.finalize()
  }
}

/// Hashes of keys with the hash of what has them.
private struct OwnedKeys {
  private var owners: [Int: Int] = [:]
  private var shared: Set<Int> = []

  mutating func note(_ key: Int, of owner: Int) {
    if let first = owners[key] {
      if first != owner { shared.insert(key) }
    } else {
      owners[key] = owner
    }
  }

  /// Whether different things have the key.
  func isShared(_ key: Int) -> Bool { shared.contains(key) }

  /// Whether there is one key alone, which different things have.
  var isOneShared: Bool { owners.count == 1 && shared.count == 1 }
}

/// Hashes of keys that no two things should have.
private struct RepeatedKeys {
  private var seen: Set<Int> = []
  private var repeated: Set<Int> = []

  mutating func note(_ key: Int) {
    if !seen.insert(key).inserted { repeated.insert(key) }
  }

  func isRepeated(_ key: Int) -> Bool { repeated.contains(key) }
}
