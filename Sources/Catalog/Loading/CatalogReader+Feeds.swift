extension CatalogReader {
  /// Reads an item of `feeds.yaml`.
  mutating func subscription(_ value: YAMLValue) throws(CatalogError) -> Subscription {
    let fields = try YAMLMapping(value, keys: CatalogKeys.subscription)
    let publisher = try fields.text("publisher")
    if let publisher, let place = fields["publisher"]?.place {
      partnerReferences.append((publisher, place))
    }
    var topics: [String] = []
    for value in try fields.list("topics") {
      let id = try value.text()
      topicReferences.append((id, value.place))
      topics.append(id)
    }
    return Subscription(
      id: try fields.id(), source: try source(fields), publisher: publisher,
      rights: try fields["rights"]?.choice("class of rights", of: Subscription.Rights.self) ?? .own,
      topics: topics, note: try fields.text("note"))
  }

  private func source(_ fields: YAMLMapping) throws(CatalogError) -> Subscription.Source {
    switch (fields["url"], fields["file"]) {
    case (let url?, nil):
      let text = try url.text()
      let scheme = text.lowercased()
      guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://"),
        LinkHost.range(in: Array(text.utf8)) != nil
      else {
        throw url.place.error(
          "\"\(text.excerpt)\" is no address of a feed", "write it with https:// and the host")
      }
      return .url(text)
    case (nil, let file?): return .file(try file.text())
    case (nil, nil): throw fields.place.error("url and file are missing", "write one of them")
    case (_?, let file?): throw file.place.error("both url and file are given", "keep one of them")
    }
  }

  /// Reads an item of `boilerplate.yaml`.
  func rule(_ value: YAMLValue) throws(CatalogError) -> BoilerplateRule {
    let fields = try YAMLMapping(value, keys: CatalogKeys.boilerplate)
    return BoilerplateRule(
      id: try fields.id(), lines: try fields.phrases("lines"), starts: try fields.phrases("starts"),
      linesWith: try fields.phrases("lines-with"),
      cutFrom: try fields.phrases("cut-from"), phrases: try fields.phrases("phrases"))
  }
}
