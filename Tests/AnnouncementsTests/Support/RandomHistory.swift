import Announcements

/// SplitMix64: the same seed gives the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A feed that changes at random, as feeds do: items come and go, are edited and put in another
/// order; schemes flip; guids rotate, vanish or become all the same.
struct RandomFeed {
  private var random: SeededGenerator
  private(set) var entries: [ReceivedEntry] = []
  private var items = 0

  private static let titles = ["Weekly news", "Beds open", "Buses", "Research grant", ""]
  private static let words = [
    "ward", "nurse", "grant", "bus", "campus", "cancer", "trial", "music", "council", "student",
    "garden", "moon", "river", "lecture", "charity", "train",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for _ in 0..<4 { add() }
  }

  /// Changes the feed by one to three steps.
  mutating func change() {
    for _ in 0..<Int.random(in: 1...3, using: &random) { step() }
  }

  private mutating func step() {
    switch Int.random(in: 0..<12, using: &random) {
    case 0...2: add()
    case 3: edit { $0.text = $1 }
    case 4: edit { $0.title += " \($1.prefix(4))" }
    case 5: edit { entry, _ in entry.link = nil }
    case 6: edit { entry, _ in entry.guid = nil }
    case 7:
      if let index = entries.indices.randomElement(using: &random) { entries.remove(at: index) }
    case 8: entries.shuffle(using: &random)
    case 9: flipSchemes()
    case 10: rotateGuids()
    default: shareOrRepeat()
    }
  }

  private mutating func add() {
    items += 1
    let title = Self.titles.randomElement(using: &random) ?? ""
    var new = entry(title, text: text())
    if Bool.random(using: &random) { new.guid = "https://example.org/?p=\(items)" }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: break
    case 1: new.link = "https://example.org/news"
    default: new.link = "https://example.org/news/\(items)"
    }
    if Bool.random(using: &random) {
      new.published = DateClaim(raw: "day \(items % 3)", time: nil, source: .item)
    }
    entries.insert(new, at: 0)
  }

  private mutating func text() -> String {
    let count = Int.random(in: 0...12, using: &random)
    return (0..<count).compactMap { _ in Self.words.randomElement(using: &random) }
      .joined(separator: " ")
  }

  private mutating func edit(_ change: (inout ReceivedEntry, String) -> Void) {
    let text = text()
    guard let index = entries.indices.randomElement(using: &random) else { return }
    change(&entries[index], text)
  }

  private mutating func flipSchemes() {
    for index in entries.indices {
      entries[index].guid = entries[index].guid.map(Self.flipped)
      entries[index].link = entries[index].link.map(Self.flipped)
    }
  }

  private static func flipped(_ address: String) -> String {
    let bare = CanonicalLink.withoutScheme(address)
    return address.hasPrefix("https://") ? "http://\(bare)" : "https://\(bare)"
  }

  private mutating func rotateGuids() {
    items += 1
    for index in entries.indices where entries[index].guid != nil {
      entries[index].guid = "https://example.org/rotation-\(items)/\(index)"
    }
  }

  private mutating func shareOrRepeat() {
    guard let source = entries.randomElement(using: &random) else { return }
    if Bool.random(using: &random) {
      entries.append(source)
    } else if let index = entries.indices.randomElement(using: &random) {
      entries[index].guid = source.guid
    }
  }
}
