extension CatalogReader {
  /// Reads an item of `topics.yaml`.
  func topic(_ value: YAMLValue) throws(CatalogError) -> Topic {
    let fields = try YAMLMapping(value, keys: CatalogKeys.topic)
    var phrases: [WeightedPhrase] = []
    for value in try fields.list("phrases") { phrases.append(try value.weightedPhrase()) }
    return Topic(
      id: try fields.id(), name: try fields.required("name").text(),
      facet: try fields.required("facet").choice("facet", of: Topic.Facet.self), phrases: phrases,
      amounts: try fields["amounts"]?.weight() ?? 0,
      must: try topicPhrases(fields.list("must")),
      mustNot: try topicPhrases(fields.list("must-not")),
      categories: try fields.phrases("categories"), iptc: try mediaTopics(fields.list("iptc")),
      hrcs: try fields.phrases("hrcs"))
  }

  private func topicPhrases(_ values: [YAMLValue]) throws(CatalogError) -> [String] {
    var phrases: [String] = []
    for value in values { phrases.append(try value.topicPhrase()) }
    return phrases
  }

  /// Codes of the IPTC Media Topics: `medtop:` and eight digits.
  private func mediaTopics(_ values: [YAMLValue]) throws(CatalogError) -> [String] {
    var codes: [String] = []
    for value in values {
      let code = try value.text()
      let digits = code.dropFirst("medtop:".count)
      guard code.hasPrefix("medtop:"), digits.utf8.count == 8, UInt32(digits) != nil else {
        throw value.place.error(
          "\"\(code.excerpt)\" is no code of IPTC Media Topics", "write medtop: and eight digits")
      }
      codes.append(code)
    }
    return codes
  }
}
