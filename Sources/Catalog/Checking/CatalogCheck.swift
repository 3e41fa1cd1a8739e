/// Looks for what a catalog says and hardly means.
///
/// A file that is wrong is refused when it is loaded; this finds names that clash, hide each other or
/// are too short, dates that contradict each other, and what never occurs in the texts.
public struct CatalogCheck {
  private let catalog: Catalog
  private let places: CatalogPlaces
  private var findings: [CatalogFinding] = []

  /// A name of a partner, as it is found in texts.
  private struct Use {
    var partner: Int
    var key: String
    var index: Int
    var name: DatedName
  }

  /// Checks a catalog.
  ///
  /// - Parameters:
  ///   - files: The bytes of its files by their names.
  ///   - directory: The folder, for messages.
  /// - Returns: What was found, in the order of files and lines.
  /// - Throws: `CatalogError` where a file is wrong.
  public static func findings(
    in files: [String: [UInt8]], directory: String
  ) throws -> [CatalogFinding] {
    var check = CatalogCheck(
      catalog: try Catalog.parse(files, in: directory),
      places: try CatalogPlaces(files, in: directory))
    check.run()
    return check.findings.inOrder
  }

  /// Which entries of partners and topics never occur.
  ///
  /// - Parameters:
  ///   - files: The bytes of the catalog's files by their names.
  ///   - directory: The folder, for messages.
  ///   - texts: Calls its argument with each text.
  /// - Returns: A note for each, in the order of files and lines.
  /// - Throws: `CatalogError`, or what `texts` throws.
  public static func neverFound(
    in files: [String: [UInt8]], directory: String,
    texts: (_ body: (String) -> Void) throws -> Void
  ) throws -> [CatalogFinding] {
    let catalog = try Catalog.parse(files, in: directory)
    let places = try CatalogPlaces(files, in: directory)
    let lexicon = Lexicon(CatalogEntries.all(of: catalog))
    var found: Set<String> = []
    try texts { text in
      for match in lexicon.matches(in: FoldedText(text)) {
        if let key = Self.key(of: lexicon.entries[match.entry]) { found.insert(key) }
      }
    }
    var findings: [CatalogFinding] = []
    func note(_ part: CatalogPart, _ item: Int, _ key: String, _ index: Int, _ name: String) {
      findings.append(
        CatalogFinding(
          .note, places.place(part, item, key, index), "\"\(name.excerpt)\" occurs nowhere",
          "check its spelling, or leave it for texts to come"))
    }
    for (item, topic) in catalog.topics.enumerated() {
      for (index, phrase) in topic.phrases.enumerated()
      where !found.contains("topic \(item) \(phrase.phrase)") {
        note(.topics, item, "phrases", index, phrase.phrase)
      }
    }
    for (item, partner) in catalog.partners.enumerated() {
      for (key, names) in partner.lists {
        for (index, name) in names.enumerated()
        where !found.contains("partner \(item) \(name.name)") {
          note(.partners, item, key, index, name.name)
        }
      }
    }
    return findings.inOrder
  }

  /// By what an entry of the lexicon is known here.
  private static func key(of entry: LexiconEntry) -> String? {
    switch entry.meaning {
    case .partner(let partner, _): "partner \(partner) \(entry.name)"
    case .phrase(let topic, _): "topic \(topic) \(entry.name)"
    default: nil
    }
  }

  private init(catalog: Catalog, places: CatalogPlaces) {
    self.catalog = catalog
    self.places = places
  }

  private mutating func run() {
    var uses: [[UInt8]: [Use]] = [:]
    for (number, partner) in catalog.partners.enumerated() {
      for (key, names) in partner.lists {
        for (index, name) in names.enumerated() {
          let use = Use(partner: number, key: key, index: index, name: name)
          uses[FoldedText(name.name).words, default: []].append(use)
          checkLength(use)
        }
      }
      checkExclusions(of: partner, number)
      checkLineage(of: partner, number)
    }
    for uses in uses.values { checkClashes(uses) }
    checkDomains()
  }

  private mutating func add(
    _ weight: CatalogFinding.Weight, _ use: Use, _ finding: String, _ remedy: String
  ) {
    let place = places.place(.partners, use.partner, use.key, use.index)
    findings.append(CatalogFinding(weight, place, finding, remedy))
  }

  // MARK: Names

  /// A short word is found in many texts that mean something else.
  private mutating func checkLength(_ use: Use) {
    let letters = FoldedText(use.name.name).words.filter(WordByte.isWord).count
    // What is all capitals is matched with its case wherever it stands.
    let isAcronym = use.key == "acronyms" || !use.name.name.contains(where: \.isLowercase)
    guard letters < (isAcronym ? 3 : 4) else { return }
    add(
      .problem, use, "\"\(use.name.name)\" is too short to mean somebody for certain",
      isAcronym ? "remove it" : "remove it, or write it as an acronym if it is one")
  }

  /// One name of two partners at one time tags both.
  private mutating func checkClashes(_ uses: [Use]) {
    for (index, use) in uses.enumerated() {
      let double = uses[..<index].first { $0.partner == use.partner && $0.key == use.key }
      if let double, use.name.period.overlaps(double.name.period) {
        add(
          .note, use, "\"\(use.name.name)\" stands twice, as \"\(double.name.name)\" above",
          "keep one: case, hyphens, apostrophes and \"&\" do not matter")
      }
      for other in uses[..<index]
      where use.partner != other.partner && use.name.period.overlaps(other.name.period) {
        let bearer = catalog.partners[other.partner].id
        if use.key == "acronyms", other.key == "acronyms" {
          add(
            .note, use, "\(bearer) has the acronym \(use.name.name) too",
            "it tags the one that a text also names or that publishes it")
        } else {
          add(
            .problem, use, "\(bearer) is called \"\(use.name.name)\" at the same time",
            "give each its dates, or remove one")
        }
      }
    }
  }

  /// An exclusion that equals a name of the same partner hides it, which may be meant where longer
  /// names have it in them.
  private mutating func checkExclusions(of partner: Partner, _ number: Int) {
    let own = Dictionary(
      partner.lists.flatMap(\.names).map { (FoldedText($0.name).words, $0.name) },
      uniquingKeysWith: { first, _ in first })
    for (index, phrase) in partner.exclusions.enumerated() {
      let words = FoldedText(phrase).words
      guard let name = own[words] else { continue }
      let isWithinOthers = own.keys.contains {
        $0.count > words.count && $0.firstRange(of: words) != nil
      }
      findings.append(
        CatalogFinding(
          isWithinOthers ? .note : .problem, places.place(.partners, number, "not", index),
          "\"\(phrase.excerpt)\" hides the name \"\(name.excerpt)\" where it stands alone",
          isWithinOthers ? "longer names still count" : "remove one"))
    }
  }

  // MARK: Time

  /// Nobody comes from himself, and nobody before those that he came from.
  private mutating func checkLineage(of partner: Partner, _ number: Int) {
    let earlier = Lineage(catalog.partners).predecessors(of: partner.id)
    let later = Set(Lineage(catalog.partners).successors(of: partner.id))
    let both = earlier.filter(later.contains)
    let end = Self.end(of: partner)
    if let other = both.first {
      findings.append(
        CatalogFinding(
          .problem, places.place(.partners, number, "predecessors"),
          "\(other) comes before and after \(partner.id)", "remove one of the two"))
    }
    for id in partner.predecessors {
      guard let other = catalog.partner(id), let begin = Self.beginning(of: other), let end,
        begin >= end
      else { continue }
      findings.append(
        CatalogFinding(
          .problem, places.place(.partners, number, "predecessors"),
          "\(id) begins on \(begin), when no name of \(partner.id) is in use any more",
          "correct the dates, or swap the two"))
    }
  }

  /// The first day on which any of the names is in use; nil where that is open.
  private static func beginning(of partner: Partner) -> Day? {
    let days = partner.names.map(\.period.from)
    return days.contains(nil) ? nil : days.compactMap { $0 }.min()
  }

  /// The first day on which no name is in use; nil where that is open.
  private static func end(of partner: Partner) -> Day? {
    let days = partner.names.map(\.period.until)
    return days.contains(nil) ? nil : days.compactMap { $0 }.max()
  }

  /// A domain of two partners at one time is the first's.
  private mutating func checkDomains() {
    var owners: [String: [(partner: Int, index: Int, period: Period)]] = [:]
    for (number, partner) in catalog.partners.enumerated() {
      for (index, domain) in partner.domains.enumerated() {
        for owner in owners[domain.name, default: []]
        where owner.period.overlaps(domain.period) {
          findings.append(
            CatalogFinding(
              .problem, places.place(.partners, number, "domains", index),
              "\(domain.name) is \(catalog.partners[owner.partner].id)'s at the same time",
              "give each its dates, or remove one"))
        }
        owners[domain.name, default: []].append((number, index, domain.period))
      }
    }
  }
}

extension [CatalogFinding] {
  fileprivate var inOrder: [CatalogFinding] {
    sorted {
      ($0.file, $0.line ?? 0, $0.key, $0.finding) < ($1.file, $1.line ?? 0, $1.key, $1.finding)
    }
  }
}

extension Partner {
  /// The lists by which texts name it, with their keys.
  fileprivate var lists: [(key: String, names: [DatedName])] {
    [("names", names), ("acronyms", acronyms), ("sites", sites)]
  }
}

extension Period {
  /// Whether there is a day in both.
  func overlaps(_ other: Period) -> Bool {
    if let until, let from = other.from, until <= from { return false }
    if let until = other.until, let from, until <= from { return false }
    return true
  }
}
