import Announcements
import Testing

/// By what an entry is known again when its feed is next read: feedbin#206, miniflux#2358,
/// NetNewsWire#324 and #4540, FreshRSS#5151 tell what goes wrong elsewhere.
@Suite struct IdentityTests {
  private static let guid = "https://example.org/?p=12"
  private static let link = "https://example.org/news/beds"
  private static let beds = entry("Beds", guid: guid, link: link, day: "2024-03-01")

  private static func beds(_ change: (inout ReceivedEntry) -> Void) -> [ReceivedEntry] {
    var changed = beds
    change(&changed)
    return [changed]
  }

  static let nothingNew = [
    Scenario("the same document", given: [beds], when: [beds]),
    Scenario("a guid's scheme", given: [beds], when: beds { $0.guid = "http://example.org/?p=12" }),
    Scenario("a guid's white space", given: [beds], when: beds { $0.guid = "\n  \(guid) " }),
    Scenario(
      "tracking parameters", given: [beds], when: beds { $0.link = "\(link)/?utm_source=rss" }),
    Scenario("another link", given: [beds], when: beds { $0.link = "https://example.org/b" }),
    Scenario(
      "a moved date", given: [beds],
      when: [entry("Beds", guid: guid, link: link, day: "2024-05-09")]),
    Scenario("no date", given: [beds], when: beds { $0.published = nil }),
    Scenario(
      "white space", given: [beds],
      when: beds {
        $0.title = " Beds\u{A0}"
        $0.text = $0.text.split(separator: " ").joined(separator: "\u{A0}\r\n ") + "\n"
      }),
    Scenario(
      "a newspaper's inserted lines", given: [beds],
      when: beds {
        $0.text += "\nAdvertisement\n\nHide Ad\nThe post Beds appeared first on Example."
      }),
    Scenario(
      "other fields", given: [beds],
      when: beds {
        $0.authors = ["Press office"]
        $0.categories = ["News"]
        $0.source = "<item/>"
      }),
    Scenario("a guid that vanishes", given: [beds], when: beds { $0.guid = nil }),
    Scenario("a link that vanishes", given: [beds], when: beds { $0.link = nil }),
    Scenario("a guid that appears", given: beds { $0.guid = nil }, when: [beds]),
    Scenario("a link that appears", given: beds { $0.link = nil }, when: [beds]),
    Scenario("a new guid", given: [beds], when: beds { $0.guid = "https://example.org/?p=99" }),
    Scenario("the item twice", given: [beds], when: [beds, beds]),
    Scenario("an entry that says nothing", given: [beds], when: [entry("", text: "")]),
    Scenario("an empty document", given: [beds], when: []),
    Scenario("an item that returns", given: [beds], [], when: [beds]),
  ]

  @Test(arguments: nothingNew)
  func `what means the same is nothing new`(_ scenario: Scenario) throws {
    let (first, again) = try scenario.run()
    #expect(first == [])
    #expect(again == [])
  }

  static let revisions = [
    Scenario(
      "a title", given: [beds], when: beds { $0.title = "More beds" },
      then: ["revised More beds to 2"]),
    Scenario(
      "a word of the text", given: [beds], when: beds { $0.text += " Thank you." },
      then: ["revised Beds to 2"]),
    Scenario(
      "a summary", given: [beds], when: beds { $0.summary = "Twelve." },
      then: ["revised Beds to 2"]),
    Scenario(
      "a link and a word", given: [beds],
      when: beds {
        $0.link = "https://example.org/news/more-beds"
        $0.text += " Thank you."
      }, then: ["revised Beds to 2"]),
    Scenario(
      "a link and a short headline without text",
      given: [entry("New ward opens", guid: "1", link: "https://example.org/a", text: "")],
      when: [entry("New ward opens in Leeds", guid: "1", link: "https://example.org/b", text: "")],
      then: ["revised New ward opens in Leeds to 2"]),
    Scenario(
      "all words, behind the second link of the announcement", given: [beds],
      beds {
        $0.link = "https://example.org/news/more-beds"
        $0.text += " Thank you."
      },
      when: [
        entry("Buses", guid: guid, link: "https://example.org/news/more-beds", text: busText)
      ], then: ["revised Buses to 3"]),
    Scenario(
      "words without the guid", given: [beds],
      when: beds {
        $0.guid = nil
        $0.text = busText
      }, then: ["revised Beds to 2"]),
    Scenario(
      "words with a first guid", given: beds { $0.guid = nil }, when: beds { $0.text = busText },
      then: ["revised Beds to 2"]),
    Scenario(
      "words back and forth", given: [beds], beds { $0.title = "More beds" }, when: [beds],
      then: ["revised Beds to 3"]),
    Scenario(
      "words of an item that stands there twice", given: [beds],
      when: beds { $0.text = "One" } + beds { $0.text = "Two" }, then: ["revised Beds to 2"]),
  ]

  @Test(arguments: revisions)
  func `changed words are a revision, once`(_ scenario: Scenario) throws {
    let (first, again) = try scenario.run()
    #expect(first == scenario.then)
    #expect(again == [])
  }

  static let announcements = [
    Scenario("a first item", when: [beds], then: ["published Beds"]),
    Scenario(
      "another guid and other words behind one link", given: [beds],
      when: [entry("Buses", guid: "2", link: link, text: busText)], then: ["published Buses"]),
    Scenario(
      "two guids behind one link", when: [beds, entry("Buses", guid: "2", link: link)],
      then: ["published Beds", "published Buses"]),
    Scenario(
      "neither guid nor link", when: [entry("Beds"), entry("Buses")],
      then: ["published Beds", "published Buses"]),
    Scenario("no title either", when: [entry("")], then: ["published "]),
    Scenario(
      "one link for all entries",
      when: [entry("Beds", link: link, day: "2024-03-01")]
        + [entry("Buses", link: link, day: "2024-03-01")],
      then: ["published Beds", "published Buses"]),
  ]

  @Test(arguments: announcements)
  func `what is something else is announced`(_ scenario: Scenario) throws {
    let (first, again) = try scenario.run()
    #expect(first == scenario.then)
    #expect(again == [])
  }

  @Test func `an announcement is known by every guid and link that it was revised with`() throws {
    var history = History()
    try history.read([Self.beds])
    try history.read(
      Self.beds {
        $0.link = "https://example.org/moved"
        $0.text += " Thank you."
      })
    let revision = try #require(history.current.first)
    #expect(revision.identity.candidate == Candidate(.guid, "example.org/?p=12"))
    #expect(
      revision.identity.also == [
        Candidate(.link, "example.org/news/beds"), Candidate(.link, "example.org/moved"),
      ])
  }

  // The hash is SHA-256 of "news", "guid", the guid without its scheme and "0", a NUL after each.
  @Test func `an announcement has the same id on every machine`() throws {
    let hashed = Array("news\u{0}guid\u{0}example.org/?p=12\u{0}0\u{0}".utf8)
    let hash: [UInt8] = [
      0x8A, 0xA7, 0x85, 0x79, 0x08, 0x7A, 0x4C, 0x23, 0x88, 0x1D, 0xAD, 0x6D, 0x64, 0x9C, 0x1F,
      0x0E, 0x4B, 0x23, 0xB1, 0x9D, 0xE4, 0xBF, 0x31, 0x00, 0x9C, 0x04, 0x45, 0xB1, 0x81, 0xA1,
      0xEA, 0x22,
    ]
    let hashing = Hashing { $0 == hashed ? hash : [UInt8](repeating: 0, count: 32) }
    var history = History(hashing: hashing)
    try history.read([Self.beds])
    #expect(history.current.map(\.announcement.rawValue) == ["rktyk6iipjgchca5vvwwjha7by"])
  }
}
