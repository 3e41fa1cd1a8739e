/// An organisation in the catalog, with what it was called and when.
public struct Partner: Hashable, Sendable, Identifiable {
  /// The short id that queries and mentions use: lower-case letters, digits and hyphens.
  public var id: String
  /// What sort of organisation it is.
  public var kind: Kind
  /// The names in full; the first is the official one today, and there is at least one.
  public var names: [DatedName]
  /// The acronyms, which are matched with their case.
  public var acronyms: [DatedName]
  /// Places that mean the partner, such as a trust's hospitals.
  public var sites: [DatedName]
  /// The domains of its web sites; what is published at or below one of them is the partner's.
  public var domains: [DatedName]
  /// Its identifiers in public registers, such as `ods` (NHS) or `ror` (research), by register.
  public var identifiers: [String: String]
  /// The partners that belong to it, for partnerships and groups.
  public var members: [Membership]
  /// The ids of the partners that it came from.
  public var predecessors: [String]
  /// The ids of the partners that it became.
  public var successors: [String]
  /// Phrases that do not mean it (nor anybody) although a name stands in them: `not:`.
  public var exclusions: [String]
  /// Where the facts come from, for people.
  public var note: String?

  /// The official name today.
  public var name: String { names.first?.name ?? id }

  /// What sort of organisation a partner is; a facet of queries.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case nhs, university, council, charity, business, skills, partnership, programme, group
  }
}

/// A name, acronym, place or domain with the time in which it is in use.
public struct DatedName: Hashable, Sendable {
  /// The name as it is written.
  public var name: String
  /// When it is in use; outside of it, the name tags nobody.
  public var period: Period
  /// Words of which one must stand in the item too, for names that others have as well: `with:`.
  public var context: [String]

  /// A name with its time.
  ///
  /// - Parameters:
  ///   - name: The name as it is written.
  ///   - period: When it is in use.
  ///   - context: Words of which one must stand in the item too; none asks for nothing.
  public init(_ name: String, period: Period = .always, context: [String] = []) {
    self.name = name
    self.period = period
    self.context = context
  }
}

/// That one partner belongs to another for a time.
public struct Membership: Hashable, Sendable {
  /// The id of the partner that belongs to the other.
  public var partner: String
  /// When it belongs to it.
  public var period: Period

  /// A membership with its time.
  ///
  /// - Parameters:
  ///   - partner: The id of the member.
  ///   - period: When it is a member.
  public init(_ partner: String, period: Period = .always) {
    self.partner = partner
    self.period = period
  }
}
