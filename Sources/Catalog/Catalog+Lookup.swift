extension Catalog {
  /// The partner with an id.
  ///
  /// - Complexity: O(*n*) in the number of partners.
  public func partner(_ id: String) -> Partner? {
    partners.first { $0.id == id }
  }

  /// The topic with an id.
  ///
  /// - Complexity: O(*n*) in the number of topics.
  public func topic(_ id: String) -> Topic? {
    topics.first { $0.id == id }
  }

  /// The subscription with an id.
  ///
  /// - Complexity: O(*n*) in the number of feeds.
  public func subscription(_ id: String) -> Subscription? {
    feeds.first { $0.id == id }
  }

  /// The partner under whose domain a link's host stands.
  ///
  /// The longest domain wins, so that `medicinehealth.leeds.ac.uk` may belong to somebody else than
  /// `leeds.ac.uk`.
  ///
  /// - Parameters:
  ///   - link: An absolute address; anything else belongs to nobody.
  ///   - day: The day on which the domain has to be the partner's; `nil` is any day.
  /// - Returns: The partner, or `nil` where the host is nobody's.
  public func partner(owningHostOf link: String, at day: Day?) -> Partner? {
    guard let owner = DomainIndex(partners).owner(of: link, at: day) else { return nil }
    return partners[owner.partner]
  }

  /// The partner that a person means by an id, a name or an acronym, however it is written.
  ///
  /// Case, accents, dashes, `&` and a leading "the" do not matter, and dates neither. An id goes
  /// before an official name, that before other names, and names before acronyms; what two
  /// partners share in the first of these that knows it means nobody.
  public func partner(named text: String) -> Partner? {
    NameIndex(partners).partner(named: text).map { partners[$0] }
  }
}
