/// Who may publish and be talked about, what about, and where it is read from.
///
/// The catalog is data that people keep as YAML beside the log. Everything that it decides, such as
/// which announcement belongs to which partner, can be derived anew from the log, so that a better
/// catalog makes old announcements better too.
public struct Catalog: Sendable {
  /// The organisations, in the order of `partners.yaml`.
  public var partners: [Partner]
  /// The subjects, in the order of `topics.yaml`.
  public var topics: [Topic]
  /// What is read regularly, in the order of `feeds.yaml`.
  public var feeds: [Subscription]
  /// What is stripped before anything is matched, in the order of `boilerplate.yaml`.
  public var boilerplate: [BoilerplateRule]
  /// What identifies this catalog: SHA-256 as 64 hexadecimal digits.
  ///
  /// It covers the names and bytes of the files of partners, topics and boilerplate, and of each
  /// feed what decides a tag: its id, publisher, rights and topics. A feed's address and the order
  /// of the feeds are not in it, so that an index outlives a moved feed.
  public let digest: String
  /// The paths of the files that were not there and count as empty.
  public let missing: [String]

  /// Joins the parts of a catalog.
  ///
  /// - Parameters:
  ///   - partners: The organisations.
  ///   - topics: The subjects.
  ///   - feeds: What is read regularly.
  ///   - boilerplate: What is stripped.
  ///   - digest: What identifies the catalog.
  ///   - missing: The files that were not there.
  init(
    partners: [Partner], topics: [Topic], feeds: [Subscription], boilerplate: [BoilerplateRule],
    digest: String, missing: [String]
  ) {
    self.partners = partners
    self.topics = topics
    self.feeds = feeds
    self.boilerplate = boilerplate
    self.digest = digest
    self.missing = missing
  }

  /// A catalog that knows nobody and tags nothing.
  public static let empty = Catalog(
    partners: [], topics: [], feeds: [], boilerplate: [],
    digest: CatalogDigest.hexadecimal(files: [:], feeds: []), missing: [])
}
