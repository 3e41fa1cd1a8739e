import HTMLText
import XMLStream

/// Fields of the smaller modules: places, threads, podcasts, licences, schedules.
extension FeedReader {
  /// Elements of modules whose attributes say what they mean; false for any other.
  func startInModule(_ name: FeedName, _ tag: borrowing XMLStartTag) -> Bool {
    switch name {
    case .geoWhere, .gmlElement: push(.transparent)
    case .inReplyTo:
      ignoreElement()
      if let ref = tag.value(of: .ref) ?? tag.value(of: .href), !ref.isEmpty {
        draft.note { $0.inReplyTo.append(ref) }
      }
    case .license:
      // Creative Commons in RDF names the licence in an attribute, the RSS module in its text.
      guard let address = tag.value(of: .resource) ?? tag.value(of: .url) else {
        startField(name, tag)
        return true
      }
      ignoreElement()
      add(FeedLink(href: WebAddress.resolve(address, against: base), rel: "license"))
    case .podcastTranscript, .podcastChapters:
      ignoreElement()
      guard let url = tag.value(of: .url) else { return true }
      let rel = name == .podcastTranscript ? "transcript" : "chapters"
      add(
        FeedLink(
          href: WebAddress.resolve(url, against: base), rel: rel, type: tag.value(of: .type)))
    case .geoPoint, .geoLine, .geoPolygon, .geoBox, .geoLatitude, .geoLongitude, .gmlPositions,
      .commentCount, .commentFeed, .itunesDuration, .itunesExplicit, .itunesSeason,
      .itunesEpisode, .updatePeriod, .updateFrequency, .ttl, .hour, .day, .podcastGUID,
      .podcastPerson, .tags:
      startField(name, tag)
    case .skipHours, .skipDays: push(.transparent)
    default: return false
    }
    return true
  }

  /// What a field of a module says of a feed or an entry.
  func finishModuleField(_ value: FieldValue) {
    switch value.name {
    case .license:
      add(FeedLink(href: WebAddress.resolve(value.text, against: base), rel: "license"))
    case .podcastPerson: addPodcastPerson(value)
    case .tags: for word in value.text.split(separator: ",") { addTag(word) }
    default: if isInEntry { finishEntryModule(value) } else { finishSchedule(value) }
    }
  }

  private func finishEntryModule(_ value: FieldValue) {
    let text = value.text
    switch value.name {
    case .geoPoint: setLocation(.point, text)
    case .geoLine: setLocation(.line, text)
    case .geoPolygon: setLocation(.polygon, text)
    case .geoBox: setLocation(.box, text)
    case .gmlPositions:
      setLocation(text.split(whereSeparator: Self.isSeparator).count > 2 ? .line : .point, text)
    case .geoLatitude: setLocation(.point, text + " 0")
    case .geoLongitude:
      guard let degrees = Double(text) else { return }
      draft.note {
        if $0.location?.coordinates.count == 2 { $0.location?.coordinates[1] = degrees }
      }
    case .commentCount: draft.note { $0.commentCount = Int(text) }
    case .commentFeed: add(FeedLink(href: WebAddress.resolve(text, against: base), rel: "replies"))
    case .itunesDuration: draft.note { $0.duration = text }
    case .itunesExplicit: draft.note { $0.isExplicit = Self.truth(of: text) }
    case .itunesSeason: draft.note { $0.season = Int(text) }
    case .itunesEpisode: draft.note { $0.episode = Int(text) }
    default: break
    }
  }

  private func finishSchedule(_ value: FieldValue) {
    var schedule = feed.metadata.schedule ?? UpdateSchedule()
    switch value.name {
    case .ttl: schedule.ttlMinutes = Int(value.text)
    case .updatePeriod: schedule.period = value.text.lowercased()
    case .updateFrequency: schedule.frequency = Int(value.text)
    case .hour:
      // 24 is written for midnight as often as 0.
      if let hour = Int(value.text), (0...24).contains(hour),
        !schedule.skippedHours.contains(hour % 24)
      {
        schedule.skippedHours.append(hour % 24)
      }
    case .day: schedule.skippedDays.append(value.text)
    default: return
    }
    feed.metadata.schedule = schedule
  }

  /// Numbers by turns, latitude first (GeoRSS, section 2.1); anything else is no place.
  private func setLocation(_ shape: GeoLocation.Shape, _ text: String) {
    let words = text.split(whereSeparator: Self.isSeparator)
    let numbers = words.compactMap { Double($0) }
    guard numbers.count == words.count, numbers.count >= 2, numbers.count.isMultiple(of: 2) else {
      return
    }
    draft.note { $0.location = GeoLocation(shape: shape, coordinates: numbers) }
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || character == ","
  }

  private static func truth(of text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "explicit": true
    case "no", "false", "clean": false
    default: nil
    }
  }

  private func addPodcastPerson(_ value: FieldValue) {
    let person = Person(name: HTMLText.oneLine(value.text))
    if isInEntry {
      draft.entry.contributors.append(person)
    } else {
      feed.metadata.contributors.append(person)
    }
  }

  private func addTag(_ word: Substring) {
    let term = HTMLText.oneLine(String(word))
    if !term.isEmpty { addCategory(term: term, scheme: nil, label: nil) }
  }
}
