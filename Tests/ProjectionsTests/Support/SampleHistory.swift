import Announcements
import JSONBytes

/// A history of events drawn at random, the same for the same seed everywhere.
struct SampleHistory {
  let seed: UInt64
  private(set) var events: [AnnouncementEvent] = []

  private var random: SeededGenerator
  private var revisions: [String: Revision] = [:]
  private var names: [String] = []
  private var retrievals: [String: Int] = [:]
  private var policies: [String: Int] = [:]

  static let feeds = ["north", "south", "a feed with ümlauts and spaces"]

  private static let words = [
    "heart", "hearts", "grant", "City", "Infirmary", "City Infirmary", "Riverside College", "the",
    "and", "said", "\"quoted\"", "Ünïcode", "🫀", "naïve", "50 %", "O'Brien", "\u{202E}rtl",
    "It's now", "closed.", "A grant for the heart.",
  ]

  init(seed: UInt64, count: Int) {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    for _ in 0..<count { events.append(next()) }
  }

  private mutating func next() -> AnnouncementEvent {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: return publish()
    case 5..<7: return revise() ?? publish()
    case 7: return withdraw() ?? publish()
    case 8: return retrieve()
    default: return changePolicy()
    }
  }

  private mutating func publish() -> AnnouncementEvent {
    let name = "\(names.count)"
    let feed = pick(Self.feeds)
    // Links are shared now and then, within a feed and between feeds.
    let link = Candidate(.link, "example.org/\(Int.random(in: 0..<12, using: &random))")
    let revision = SampleEvent.revision(
      name, feed: feed, title: text(), text: text(),
      summary: Bool.random(using: &random) ? text() : nil, link: "https://\(link.key)",
      published: date(), also: Bool.random(using: &random) ? [link] : [])
    names.append(name)
    revisions[name] = revision
    return .published(revision)
  }

  private mutating func revise() -> AnnouncementEvent? {
    guard let name = names.randomElement(using: &random), var revision = revisions[name] else {
      return nil
    }
    revision.number += 1
    revision.entry.title = text()
    revision.entry.text = text()
    revision.entry.published = date().map {
      DateClaim(raw: $0, time: Timestamp($0), source: .text)
    }
    revision.content = "\(revision.entry.title)/\(revision.entry.text)"
    revisions[name] = revision
    return .revised(revision)
  }

  /// An announcement that is withdrawn twice in a revision would be one event with two numbers.
  private mutating func withdraw() -> AnnouncementEvent? {
    guard let name = names.randomElement(using: &random), let revision = revisions[name] else {
      return nil
    }
    let withdrawal = AnnouncementEvent.withdrawn(
      Withdrawal(
        announcement: revision.announcement, feed: revision.feed, revision: revision.number,
        date: nil))
    return events.contains(withdrawal) ? nil : withdrawal
  }

  private mutating func retrieve() -> AnnouncementEvent {
    let feed = pick(Self.feeds)
    let ordinal = retrievals[feed, default: 0]
    retrievals[feed] = ordinal + 1
    return SampleEvent.retrieved(feed, ordinal: ordinal)
  }

  private mutating func changePolicy() -> AnnouncementEvent {
    let feed = pick(Self.feeds)
    let ordinal = policies[feed, default: 0]
    policies[feed] = ordinal + 1
    return .feedPolicyChanged(
      FeedPolicyChange(feed: FeedID(feed), ordinal: ordinal, reason: .shared))
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func text() -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in pick(Self.words) }
      .joined(separator: " ")
  }

  /// Dates of all kinds: none, unreadable, doubtful, and good ones.
  private mutating func date() -> String? {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: nil
    case 1: "sometime in spring"
    case 2: "2093-05-05"
    case 3: "1066-10-14"
    default: "2023-0\(Int.random(in: 1...9, using: &random))-11T08:00:00Z"
    }
  }
}

/// A small generator that gives the same numbers for the same seed everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
