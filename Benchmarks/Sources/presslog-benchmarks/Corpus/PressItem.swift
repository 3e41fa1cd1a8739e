import Foundation

/// An invented announcement; the same number is always the same one.
struct PressItem {
  static let site = "https://press.harbour-museum.example"

  let number: Int
  let title: String
  let link: String
  let date: Date
  let authors: [String]
  let topics: [String]
  let summary: String
  /// HTML, about 2 KB.
  let body: String
  let image: String
  let imageBytes: Int
  let credit: String

  init(number: Int) {
    var random = SplitMix64(seed: UInt64(number))
    self.number = number
    title = PressText.headline(&random)
    let query = random.happens(percent: 30) ? "?utm_source=feed&utm_medium=rss" : ""
    link = "\(Self.site)/news/\(number)/\(PressText.slug(of: title))/\(query)"
    // From 6 January 2025 on, about every hour and a half.
    date = Date(timeIntervalSince1970: Double(1_736_150_400 + number * 5_400))
    let first = random.number(below: PressText.people.count)
    let authorCount = random.happens(percent: 80) ? 1 : 2
    authors = (0..<authorCount).map { PressText.people[(first + $0) % PressText.people.count] }
    let topic = random.number(below: PressText.topics.count)
    let topicCount = 1 + random.number(below: 4)
    topics = (0..<topicCount).map { PressText.topics[(topic + $0) % PressText.topics.count] }
    summary = "\(PressText.sentence(&random)) \(PressText.sentence(&random))"
    image = "\(Self.site)/media/\(number)-1200x800.jpg"
    imageBytes = 40_000 + random.number(below: 800_000)
    credit = random.one(of: PressText.people)
    body = Self.body(author: authors[0], image: image, &random)
  }

  /// Half of the bodies stand in CDATA sections; the others are escaped.
  var hasCDATA: Bool { number.isMultiple(of: 2) }
  /// Whether the image is also a file of its own.
  var hasEnclosure: Bool { number.isMultiple(of: 6) }

  private static func body(
    author: String, image: String, _ random: inout SplitMix64
  ) -> String {
    let caption = escaped(PressText.headline(&random))
    var html = """
      <figure class="image"><img src="\(image)" alt="\(caption)" width="1200" height="800"/>\
      <figcaption>\(caption)</figcaption></figure>

      """
    for _ in 0..<4 + random.number(below: 2) { html += paragraph(&random) }
    if random.happens(percent: 25) {
      let items = (0..<4).map { _ in "<li>\(escaped(PressText.headline(&random)))</li>\n" }
      html += "<ul>\n\(items.joined())</ul>\n"
    }
    html += """
      <h3>Notes to editors</h3>
      <p>Contact: \(author), <a href="mailto:press@harbour-museum.example">press office</a>\
      &nbsp;&#8211; no embargo.</p>

      """
    return html
  }

  private static func paragraph(_ random: inout SplitMix64) -> String {
    var sentences = (0..<2 + random.number(below: 2)).map { _ in
      escaped(PressText.sentence(&random))
    }
    if random.happens(percent: 40) {
      let words = escaped(PressText.headline(&random))
      sentences.insert(
        #"<a href="\#(site)/about?from=press&amp;page=2" rel="noopener">\#(words)</a>"#, at: 1)
    }
    if random.happens(percent: 30) { sentences[0] = "<strong>\(sentences[0])</strong>" }
    return "<p>\(sentences.joined(separator: " "))</p>\n"
  }
}
