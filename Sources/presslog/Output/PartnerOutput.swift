import Catalog
import JSONBytes
import Projections

/// Prints what a catalog says of a partner, and how often it was met.
struct PartnerOutput {
  private let partner: Partner
  private let catalog: Catalog
  private let lineage: Lineage
  private let years: [YearCount]
  private let terminal = Terminal.output

  init(_ partner: Partner, of catalog: Catalog, years: [YearCount]) {
    self.partner = partner
    self.catalog = catalog
    self.years = years
    lineage = Lineage(catalog.partners)
  }

  /// The partnerships and groups that it belongs to.
  private var memberships: [Membership] {
    catalog.partners.flatMap { group in
      group.members.filter { $0.partner == partner.id }
        .map { Membership(group.id, period: $0.period) }
    }
  }

  // MARK: For a person

  func printForPerson() {
    terminal.line("\(terminal.bold(partner.name)) (\(partner.id))")
    rows("kind", [partner.kind.rawValue])
    rows("names", partner.names.map(dated))
    rows("acronyms", partner.acronyms.map(dated))
    rows("sites", partner.sites.map(dated))
    rows("domains", partner.domains.map(dated))
    rows("identifiers", partner.identifiers.sorted { $0.key < $1.key }.map { "\($0) \($1)" })
    rows("members", partner.members.map(dated))
    rows("member of", memberships.map(dated))
    rows("came from", lineage.predecessors(of: partner.id).map(named))
    rows("became", lineage.successors(of: partner.id).map(named))
    rows("is not", partner.exclusions)
    rows("note", partner.note.map { [$0] } ?? [])
    guard !years.isEmpty else { return }
    terminal.line()
    var table = TextTable("YEAR", "ANNOUNCEMENTS", "PUBLISHED", "MENTIONED", "QUOTED")
    for year in years {
      table.add(
        String(year.year), String(year.announcements), String(year.published),
        String(year.mentioned), String(year.quoted))
    }
    table.write(to: terminal)
  }

  /// The values under each other, the label before the first.
  private func rows(_ label: String, _ values: [String]) {
    for (index, value) in values.enumerated() {
      let text = index == 0 ? label : ""
      let padded = text + String(repeating: " ", count: max(0, 13 - text.count))
      let wrapped = value.printable.wrapped(to: max(40, terminal.width - 13))
        .replacing("\n", with: "\n" + String(repeating: " ", count: 13))
      terminal.line("\(terminal.dim(padded))\(wrapped)")
    }
  }

  private func dated(_ name: DatedName) -> String { name.name + suffix(name.period) }

  private func dated(_ membership: Membership) -> String {
    named(membership.partner) + suffix(membership.period)
  }

  private func named(_ id: String) -> String {
    catalog.partner(id).map { "\($0.name) (\(id))" } ?? id
  }

  private func suffix(_ period: Period) -> String {
    let parts = [period.from.map { "from \($0)" }, period.until.map { "until \($0)" }]
      .compactMap { $0 }
    return parts.isEmpty ? "" : terminal.dim(", \(parts.joined(separator: " "))")
  }

  // MARK: For a program

  func printJSON() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", partner.id)
      writer.field("name", partner.name)
      writer.field("kind", partner.kind.rawValue)
      writer.dated("names", partner.names)
      writer.dated("acronyms", partner.acronyms)
      writer.dated("sites", partner.sites)
      writer.dated("domains", partner.domains)
      writer.key("identifiers")
      writer.object { writer in
        for (register, value) in partner.identifiers.sorted(by: { $0.key < $1.key }) {
          writer.field(register, value)
        }
      }
      writer.dated("members", partner.members.map { DatedName($0.partner, period: $0.period) })
      writer.dated("memberOf", memberships.map { DatedName($0.partner, period: $0.period) })
      writer.field("predecessors", lineage.predecessors(of: partner.id))
      writer.field("successors", lineage.successors(of: partner.id))
      writer.field("not", partner.exclusions)
      writer.field("note", partner.note)
      writer.key("years")
      writer.array { writer in years.forEach { writer.year($0) } }
    }
    terminal.line(writer.string)
  }
}

extension JSONWriter {
  fileprivate mutating func dated(_ key: String, _ names: [DatedName]) {
    self.key(key)
    array { writer in
      for name in names {
        writer.object { writer in
          writer.field("name", name.name)
          writer.field("from", name.period.from?.description)
          writer.field("until", name.period.until?.description)
        }
      }
    }
  }

  fileprivate mutating func year(_ year: YearCount) {
    object { writer in
      writer.field("year", year.year)
      writer.field("announcements", year.announcements)
      writer.field("published", year.published)
      writer.field("mentioned", year.mentioned)
      writer.field("quoted", year.quoted)
    }
  }
}
