/// What a whole document says of its entries' identities: which guids, links and titles are shared.
///
/// It is made before the first entry is decided, because the first of two entries with one guid does
/// not know of the second. It keeps keys, no texts.
public struct EntrySurvey: Sendable {
  private var guids: [String: Owner] = [:]
  private var links: [String: Owner] = [:]
  private var titles: [String: Owner] = [:]
  private var datedTitles: [String: Owner] = [:]
  /// How many entries were added.
  public private(set) var count = 0

  public init() {}

  /// Notes an entry.
  public mutating func add(guid: String?, link: String?, title: String, day: String?) {
    count += 1
    let guidKey = guid.flatMap(Candidate.guid)?.key
    let linkKey = link.flatMap(Candidate.link)?.key
    let titleKey = Candidate.title(title)?.key
    if let guidKey {
      Self.note(guidKey, "\(linkKey ?? "")\n\(titleKey ?? "")", in: &guids)
    }
    if let linkKey {
      Self.note(linkKey, "\(guidKey ?? "")\n\(titleKey ?? "")", in: &links)
    }
    if let titleKey {
      let owner = "\(guidKey ?? "")\n\(linkKey ?? "")\n\(count)"
      Self.note(titleKey, owner, in: &titles)
      Self.note("\(titleKey)\n\(day ?? "")", owner, in: &datedTitles)
    }
  }

  /// Whether entries that have this guid have other links or titles.
  func isShared(guid: Candidate) -> Bool { guids[guid.key]?.isShared ?? false }

  /// Whether entries that have this link have other guids or titles.
  func isShared(link: Candidate) -> Bool { links[link.key]?.isShared ?? false }

  /// Whether several entries have this title.
  func isShared(title: Candidate) -> Bool { titles[title.key]?.isShared ?? false }

  /// Whether several entries have this title and day.
  func isShared(title: Candidate, day: String?) -> Bool {
    datedTitles["\(title.key)\n\(day ?? "")"]?.isShared ?? false
  }

  /// Whether the feed gives all its entries one guid, so that guids tell nothing.
  public var hasOneGuidForAll: Bool {
    count > 1 && guids.count == 1 && guids.first?.value.isShared == true
  }

  private struct Owner {
    var signature: String
    var isShared: Bool
  }

  private static func note(_ key: String, _ signature: String, in owners: inout [String: Owner]) {
    guard let owner = owners[key] else {
      owners[key] = Owner(signature: signature, isShared: false)
      return
    }
    if owner.signature != signature { owners[key]?.isShared = true }
  }
}
