import HTMLText
import XMLStream

/// What each start tag means in the scope that it stands in.
extension FeedReader {
  func startRoot(_ name: FeedName, _ tag: borrowing XMLStartTag) throws {
    format = Self.format(of: name, tag)
    if let language = languages.last?.language { feed.metadata.language = language }
    switch name {
    case .rss, .rdf: open(.root, tag)
    case .feed, .channel:
      open(.feed, tag)
      noteChannelAttributes(of: tag)
    case .item, .entry: startEntry(tag)
    default: throw FeedError.notAFeed(hint: "XML whose root is <\(tag.localName)>")
    }
  }

  private func open(_ scope: Scope, _ tag: borrowing XMLStartTag) {
    envelope.open(source(tag.range), depth: depth)
    push(scope)
  }

  func startElement(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    if !isInEntry, name.isEntry {
      noteRSS10(tag)
      endOpenFields(at: tag.range.lowerBound)
      return startEntry(tag)
    }
    guard name == .deletedEntry || countField(at: tag.range.lowerBound) else {
      return ignoreElement()
    }
    switch scope {
    case .root, .feed: startInFeed(name, tag)
    case .entry: startInEntry(name, tag)
    case .person: startInPerson(name, tag)
    case .image: startInImage(name, tag)
    case .transparent, .media:
      if isInEntry { startInEntry(name, tag) } else { startInFeed(name, tag) }
    }
  }

  /// Ends the field or person of the feed that an entry starts in: nobody has closed it.
  private func endOpenFields(at offset: Int) {
    let isInField = fieldDepth > 0
    if isInField {
      fieldDepth = 0
      finishField(endTag: offset..<offset)
    }
    if case .person(let isContributor) = scope {
      finishPerson(isContributor: isContributor, endTag: offset..<offset)
      scope = .transparent
      scopes[scopes.count - 1].kind = scope
    } else if !isInField {
      return
    }
    issues.add(
      .structure, line: line(at: offset),
      message: "An entry starts in a field of the feed, which ends there.")
  }

  /// Whether an entry, or the feed itself, has no more elements than are read.
  private func countField(at offset: Int) -> Bool {
    let count = (isInEntry ? entryFieldCount : feedFieldCount) + 1
    if isInEntry { entryFieldCount = count } else { feedFieldCount = count }
    guard count > feedLimits.fields else { return true }
    // Once is enough.
    guard count == feedLimits.fields + 1 else { return false }
    issues.add(
      .limitExceeded, line: line(at: offset),
      message: "There are more than \(feedLimits.fields) elements in one; the rest is left out.")
    return false
  }

  private func startInFeed(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    switch name {
    case .channel, .feed:
      open(.feed, tag)
      if let language = languages.last?.language { feed.metadata.language = language }
      if let about = tag.value(of: .about), feed.metadata.id == nil { feed.metadata.id = about }
    case .group: push(.transparent)
    case .image where tag.value(of: .resource) == nil: startImage(tag)
    case .deletedEntry: startTombstone(tag)
    case .logo where format == .cdf: startChannelLogo(tag)
    case .managingEditor, .webMaster, .pubDate, .lastBuildDate, .logo: startField(name, tag)
    default: startCommon(name, tag)
    }
  }

  private func startInEntry(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    switch name {
    case .guid, .comments, .originalLink, .dcIdentifier, .mediaCredit, .mediaTitle,
      .mediaDescription, .pubDate:
      startField(name, tag)
    case .enclosure: startEnclosure(tag)
    case .mediaContent: startMediaContent(tag)
    case .mediaThumbnail: startMediaThumbnail(tag)
    case .group:
      mediaGroups += 1
      mediaGroup = mediaGroups
      push(.transparent)
    case .image: ignoreElement()
    default: startCommon(name, tag)
    }
  }

  /// What feeds and entries can both have.
  private func startCommon(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    switch name {
    case .link: startLink(tag)
    case .author: startPerson(isContributor: false, tag)
    case .contributor: startPerson(isContributor: true, tag)
    case .category: startCategory(tag)
    case .itunesCategory:
      addCategory(term: tag.value(of: .text), scheme: "http://www.itunes.com/", label: nil)
      push(.transparent)
    case .itunesImage:
      if !isInEntry, let image = tag.value(of: .href) ?? tag.value(of: .url) {
        feed.otherImage = WebAddress.resolve(image, against: base)
      } else if let image = tag.value(of: .href) ?? tag.value(of: .url) {
        draft.note { $0.thumbnails.append(WebAddress.resolve(image, against: base)) }
      }
      ignoreElement()
    case .content: startContent(tag)
    case .cdfLink: startChannelLink(tag)
    case .title, .description, .subtitle, .summary, .encoded, .id, .language, .rights, .generator,
      .subject, .published, .updated, .issued, .modified, .created, .date, .creator, .dcTitle,
      .dcDescription, .itunesAuthor, .itunesSummary, .itunesSubtitle, .itunesKeywords,
      .itunesTitle, .mediaCategory, .xhtmlBody, .xhtmlDiv:
      startField(name, tag)
    default: if !startInModule(name, tag) { ignoreElement() }
    }
  }

  /// Starts to collect a field's text.
  func startField(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    let hasAttributes = tag.attributeCount > 0
    if hasAttributes || field.hasAttributes {
      attributes = hasAttributes ? FieldAttributes(tag) : FieldAttributes()
    }
    field = Field(name: name, tag: tag.range, hasAttributes: hasAttributes)
    fieldDepth = depth
    collectText()
  }
}
