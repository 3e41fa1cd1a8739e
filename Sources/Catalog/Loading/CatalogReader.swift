/// Reads the parts of a catalog and then checks what they say of each other.
struct CatalogReader {
  private(set) var partners: [Partner] = []
  private(set) var topics: [Topic] = []
  private(set) var feeds: [Subscription] = []
  private(set) var boilerplate: [BoilerplateRule] = []
  /// Where a partner is referred to, to be checked when all are known.
  var partnerReferences: [(id: String, place: YAMLValue.Place)] = []
  /// Where a topic is referred to.
  var topicReferences: [(id: String, place: YAMLValue.Place)] = []

  /// Reads one part.
  ///
  /// - Parameters:
  ///   - part: Which part the file is.
  ///   - bytes: The bytes of the file.
  ///   - file: The path for messages.
  /// - Throws: `CatalogError` for the first thing that is wrong.
  mutating func read(_ part: CatalogPart, _ bytes: [UInt8], file: String) throws(CatalogError) {
    let items = try YAMLDocument(bytes, file: file, key: part.rawValue).items
    var lines: [String: Int] = [:]
    for item in items {
      let id = try read(item, of: part)
      if let line = lines.updateValue(item.place.line ?? 0, forKey: id) {
        throw item.place.error(
          "the id \"\(id)\" stands in line \(line) already", "give each its own id")
      }
    }
  }

  /// Reads one item of a part; returns its id.
  private mutating func read(
    _ item: YAMLValue, of part: CatalogPart
  ) throws(CatalogError) -> String {
    switch part {
    case .partners:
      let partner = try partner(item)
      partners.append(partner)
      return partner.id
    case .topics:
      let topic = try topic(item)
      topics.append(topic)
      return topic.id
    case .feeds:
      let subscription = try subscription(item)
      feeds.append(subscription)
      return subscription.id
    case .boilerplate:
      let rule = try rule(item)
      boilerplate.append(rule)
      return rule.id
    }
  }

  /// Checks that every partner and topic that something refers to is in the catalog.
  func checkReferences() throws(CatalogError) {
    try Self.check(partnerReferences, what: "partner", known: partners.map(\.id))
    try Self.check(topicReferences, what: "topic", known: topics.map(\.id))
  }

  private static func check(
    _ references: [(id: String, place: YAMLValue.Place)], what: String, known: [String]
  ) throws(CatalogError) {
    let ids = Set(known)
    for (id, place) in references where !ids.contains(id) {
      let nearest = Spelling.nearest(to: id, among: known)
      throw place.error(
        "\"\(id.excerpt)\" is no \(what) of the catalog",
        nearest.map { "do you mean \"\($0)\"?" } ?? "add it or correct the id")
    }
  }
}
