extension YAMLMapping {
  /// The id, which stands in URLs and logs and so has few characters to choose from.
  func id() throws(CatalogError) -> String {
    let value = try required("id")
    let id = try value.text()
    let isValid = id.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard isValid else {
      throw value.place.error(
        "\"\(id.excerpt)\" is no id", "use lower-case letters, digits and hyphens")
    }
    return id
  }

  /// The period of `from` and `until`.
  func period() throws(CatalogError) -> Period {
    let period = Period(from: try day("from"), until: try day("until"))
    if let from = period.from, let until = period.until, from >= until {
      throw (self["until"]?.place ?? place).error(
        "until (\(until)) is not after from (\(from))", "until is the first day after the period")
    }
    return period
  }

  /// The day of a key that may be missing.
  private func day(_ key: String) throws(CatalogError) -> Day? {
    guard let value = self[key] else { return nil }
    let text = try value.text()
    guard let day = Day(text) else {
      throw value.place.error(
        "\"\(text.excerpt)\" is no date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    }
    return day
  }
}

extension YAMLValue {
  /// A name as a text or as a mapping with dates.
  ///
  /// - Parameter key: The key under which a mapping has the name.
  /// - Returns: The name with its period.
  /// - Throws: `CatalogError` where it is neither, or a date is wrong.
  func datedName(_ key: String) throws(CatalogError) -> DatedName {
    if isText { return DatedName(try phrase()) }
    let mapping = try YAMLMapping(self, keys: [key, "from", "until", "with"])
    return DatedName(
      try mapping.required(key).phrase(), period: try mapping.period(),
      context: try mapping.phrases("with"))
  }

  /// A domain, with or without dates, as the host of a link has it.
  func domain() throws(CatalogError) -> DatedName {
    let dated = try datedName("domain")
    let name = dated.name.lowercased()
    let isHost = name.utf8.allSatisfy { byte in
      WordByte.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    guard isHost, name.contains("."), !name.hasPrefix("."), !name.hasSuffix(".") else {
      throw place.error(
        "\"\(name.excerpt)\" is no domain", "write a host such as leeds.ac.uk without https://")
    }
    return DatedName(name, period: dated.period)
  }

  /// A partner that belongs to another, as an id or as a mapping with dates.
  func membership() throws(CatalogError) -> Membership {
    if isText { return Membership(try text()) }
    let mapping = try YAMLMapping(self, keys: ["id", "from", "until"])
    return Membership(try mapping.id(), period: try mapping.period())
  }

  /// A phrase with its weight, 1 where none is given.
  func weightedPhrase() throws(CatalogError) -> WeightedPhrase {
    if isText { return WeightedPhrase(try topicPhrase()) }
    let mapping = try YAMLMapping(self, keys: ["phrase", "weight"])
    let phrase = try mapping.required("phrase").topicPhrase()
    return WeightedPhrase(phrase, weight: try mapping["weight"]?.weight() ?? 1)
  }

  /// What something counts for a topic.
  func weight() throws(CatalogError) -> Int {
    let text = try text()
    guard let weight = Int(text), (1...9).contains(weight) else {
      throw place.error("\"\(text.excerpt)\" is no weight", "write a whole number from 1 to 9")
    }
    return weight
  }

  /// A phrase in which a `*` may only stand at the end of the last word.
  func topicPhrase() throws(CatalogError) -> String {
    let phrase = try phrase()
    let stem = phrase.hasSuffix("*") ? phrase.dropLast() : phrase[...]
    guard !stem.contains("*"), stem.last?.isWhitespace != true else {
      throw place.error(
        "\"\(phrase.excerpt)\" has a * within it", "a * stands right after the last word")
    }
    return phrase
  }
}
