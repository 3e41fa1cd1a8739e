import Announcements
import Testing

/// Entries with neither guid nor link, which some press offices' tables are full of: commafeed#1629
/// drops them.
@Suite struct TitleTests {
  private static let march = entry("Weekly news", text: "Snow.", day: "2024-03-01")
  private static let april = entry("Weekly news", text: "Rain.", day: "2024-04-01")
  private static let sameDay = entry("Weekly news", text: "Wind.", day: "2024-03-01")
  private static let undated = entry("Weekly news", text: "Sun.")
  private static let undatedToo = entry("Weekly news", text: "Moon.")

  private static func edited(_ entry: ReceivedEntry) -> ReceivedEntry {
    var edited = entry
    edited.text += " And more."
    return edited
  }

  static let scenarios = [
    Scenario(
      "two dates make two announcements", when: [march, april],
      then: ["published Weekly news", "published Weekly news"]),
    Scenario(
      "one date makes two announcements where the words differ", when: [march, sameDay],
      then: ["published Weekly news", "published Weekly news"]),
    Scenario(
      "no date makes two announcements where the words differ", when: [undated, undatedToo],
      then: ["published Weekly news", "published Weekly news"]),
    Scenario(
      "the same words twice are one announcement", when: [march, march],
      then: ["published Weekly news"]),
    Scenario("one of two remains", given: [march, april], when: [march]),
    Scenario("the other of two remains", given: [march, april], when: [april]),
    Scenario("one of a day's two remains", given: [march, sameDay], when: [sameDay]),
    Scenario("one of two repeats remains", given: [march, march], when: [march]),
    Scenario(
      "a second one comes", given: [march], when: [march, april], then: ["published Weekly news"]),
    Scenario(
      "a second one of the day comes", given: [march], when: [sameDay, march],
      then: ["published Weekly news"]),
    Scenario(
      "a third one of a day comes", given: [march, april], when: [march, sameDay, april],
      then: ["published Weekly news"]),
    Scenario(
      "an edit of a single one is a revision", given: [march], when: [edited(march)],
      then: ["revised Weekly news to 2"]),
    Scenario(
      "an edit of one of two is a revision", given: [march, april],
      when: [edited(march), april], then: ["revised Weekly news to 2"]),
    Scenario("a moved date", given: [entry("Beds")], when: [entry("Beds", day: "2024-03-01")]),
    Scenario(
      "another case of letters is an edit", given: [entry("Beds")], when: [entry("BEDS")],
      then: ["revised BEDS to 2"]),
  ]

  @Test(arguments: scenarios)
  func `a title decides, with the date where it is shared`(_ scenario: Scenario) throws {
    let (first, again) = try scenario.run()
    #expect(first == scenario.then)
    #expect(again == [])
  }

  @Test func `an edit of what remains of two revises that one`() throws {
    var history = History()
    try history.read([Self.march])
    try history.read([Self.march, Self.april])
    try history.read([Self.edited(Self.april)])
    #expect(history.current.map(\.entry.text) == ["Snow.", "Rain. And more."])
  }
}
