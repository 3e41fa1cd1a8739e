extension CatalogReader {
  /// Reads an item of `partners.yaml`.
  mutating func partner(_ value: YAMLValue) throws(CatalogError) -> Partner {
    let fields = try YAMLMapping(value, keys: CatalogKeys.partner)
    let partner = Partner(
      id: try fields.id(),
      kind: try fields.required("kind").choice("kind of partner", of: Partner.Kind.self),
      names: try names(fields.required("names").list()),
      acronyms: try names(fields.list("acronyms")), sites: try names(fields.list("sites")),
      domains: try domains(fields.list("domains")), identifiers: try identifiers(fields),
      members: try members(fields.list("members")),
      predecessors: try partners(fields.list("predecessors")),
      successors: try partners(fields.list("successors")), exclusions: try fields.phrases("not"),
      note: try fields.text("note"))
    guard !partner.names.isEmpty else {
      throw fields.place.error("names is empty", "write the official name first")
    }
    return partner
  }

  private func names(_ values: [YAMLValue]) throws(CatalogError) -> [DatedName] {
    var names: [DatedName] = []
    for value in values { names.append(try value.datedName("name")) }
    return names
  }

  private func domains(_ values: [YAMLValue]) throws(CatalogError) -> [DatedName] {
    var domains: [DatedName] = []
    for value in values { domains.append(try value.domain()) }
    return domains
  }

  private func identifiers(_ fields: YAMLMapping) throws(CatalogError) -> [String: String] {
    guard let value = fields["identifiers"] else { return [:] }
    var identifiers: [String: String] = [:]
    for (register, value) in try YAMLMapping(value, keys: nil).sorted {
      identifiers[register] = try value.text()
    }
    return identifiers
  }

  private mutating func members(_ values: [YAMLValue]) throws(CatalogError) -> [Membership] {
    var members: [Membership] = []
    for value in values {
      let member = try value.membership()
      partnerReferences.append((member.partner, value.place))
      members.append(member)
    }
    return members
  }

  private mutating func partners(_ values: [YAMLValue]) throws(CatalogError) -> [String] {
    var ids: [String] = []
    for value in values {
      let id = try value.text()
      partnerReferences.append((id, value.place))
      ids.append(id)
    }
    return ids
  }
}
