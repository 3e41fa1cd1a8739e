import HTMLText
import XMLStream

/// What the text of each field means in the scope that it stands in.
extension FeedReader {
  func finishField(endTag: Range<Int>) {
    let text = takeText()
    switch scope {
    case .person: finishPersonField(field.name, text: text)
    case .image:
      if field.name == .url, !text.isEmpty { feed.image = WebAddress.resolve(text, against: base) }
    case .root, .feed, .entry, .transparent, .media:
      let value = FieldValue(name: field.name, text: text, endTag: endTag)
      if !finishCommon(value) { isInEntry ? finishInEntry(value) : finishInFeed(value) }
    }
  }

  /// A field's text and where it ends; what its start tag said still stands in ``field``.
  struct FieldValue {
    var name: FeedName
    var text: String
    var endTag: Range<Int>
  }

  /// Fields that mean the same in a feed and in an entry.
  private func finishCommon(_ value: FieldValue) -> Bool {
    guard !value.text.isEmpty || field.hasChildren else { return true }
    switch value.name {
    case .pubDate, .lastBuildDate, .published, .updated, .issued, .modified, .created, .date:
      addDate(value)
    case .category, .subject:
      addCategory(
        term: value.text, scheme: attributes.scheme, label: attributes.label)
    case .mediaCategory:
      addCategory(
        term: value.text,
        scheme: attributes.scheme ?? "http://search.yahoo.com/mrss/category_schema",
        label: attributes.label)
    case .itunesKeywords: addKeywords(value.text)
    default: return false
    }
    return true
  }

  private func finishInFeed(_ value: FieldValue) {
    switch value.name {
    case .title: feed.metadata.title = feed.metadata.title ?? line(of: value)
    case .dcTitle, .itunesTitle: feed.otherTitle = feed.otherTitle ?? line(of: value)
    case .description, .subtitle: setDescription(value)
    case .dcDescription, .itunesSummary, .itunesSubtitle, .summary, .encoded, .content:
      feed.otherDescription = feed.otherDescription ?? richText(of: value)
    case .link: addTextLink(value)
    case .podcastGUID: feed.metadata.id = feed.metadata.id ?? value.text
    case .id: feed.metadata.id = resolvedIdentifier(value.text)
    case .language: feed.metadata.language = value.text
    case .rights: feed.metadata.rights = line(of: value)
    case .generator: feed.metadata.generator = value.text
    case .logo: feed.image = feed.image ?? WebAddress.resolve(value.text, against: base)
    case .image: feed.otherImage = feed.otherImage ?? WebAddress.resolve(value.text, against: base)
    case .managingEditor:
      let range = field.tag.lowerBound..<value.endTag.upperBound
      addAuthor(RSSPerson.parse(value.text), at: range)
    case .creator, .itunesAuthor, .webMaster: feed.otherAuthors.append(RSSPerson.parse(value.text))
    default: finishModuleField(value)
    }
  }

  /// RSS's `description` and Atom's `subtitle` before what Atom 0.3 calls `info`.
  private func setDescription(_ value: FieldValue) {
    guard feed.metadata.description == nil || value.name == .subtitle else { return }
    feed.metadata.description = richText(of: value)
  }

  private func finishInEntry(_ value: FieldValue) {
    switch value.name {
    case .title: if draft.entry.title == nil { draft.entry.title = line(of: value) }
    case .dcTitle, .itunesTitle, .mediaTitle:
      if draft.otherTitle == nil { draft.otherTitle = line(of: value) }
      noteMediaField(value)
    case .description, .summary:
      if draft.entry.summary == nil { draft.entry.summary = richText(of: value) }
    case .dcDescription, .itunesSummary, .itunesSubtitle, .mediaDescription, .subtitle:
      if draft.otherSummary == nil { draft.otherSummary = richText(of: value) }
      noteMediaField(value)
    case .content, .encoded, .xhtmlBody, .xhtmlDiv: draft.entry.content.append(richText(of: value))
    case .link: addTextLink(value)
    case .originalLink: draft.originalLink = WebAddress.resolve(value.text, against: base)
    case .guid: setGUID(value)
    case .id, .dcIdentifier: setIdentifier(value)
    case .comments: draft.entry.comments = WebAddress.resolve(value.text, against: base)
    case .language: draft.entry.language = value.text
    case .rights: draft.entry.rights = line(of: value)
    case .creator, .itunesAuthor: addCreator(value)
    case .mediaCredit:
      addCredit(value)
      noteMediaField(value)
    default: finishModuleField(value)
    }
  }

  private func addDate(_ value: FieldValue) {
    addDate(value.text, from: value.name, at: value.endTag.lowerBound)
  }

  func addDate(_ text: String, from name: FeedName, at offset: Int) {
    let seconds = FeedDateParser.parse(text)
    if seconds == nil {
      issues.add(
        .unreadableDate, line: line(at: offset),
        message: "This date cannot be read: \(text.prefix(80))")
    }
    let date = FeedDate(raw: text, secondsSince1970: seconds)
    if isInEntry {
      draft.dates.add(date, from: name)
    } else {
      feed.dates.add(date, from: name)
    }
  }

  func addCategory(term: String?, scheme: String?, label: String?) {
    guard term != nil || label != nil else { return }
    let category = FeedCategory(term: term, scheme: scheme, label: label)
    if isInEntry {
      draft.categories.insert(category)
    } else {
      feed.categories.insert(category)
    }
  }

  private func addKeywords(_ text: String) {
    let separator: Character = text.contains(",") ? "," : " "
    let words = text.split(separator: separator, maxSplits: feedLimits.fields)
    for word in words.prefix(feedLimits.fields) {
      addCategory(
        term: HTMLText.oneLine(String(word)), scheme: "http://www.itunes.com/", label: nil)
    }
  }
}
