/// The words of generated feeds: ours, in several scripts, with everything that a parser stumbles over.
struct FeedWords {
  private static let plain = [
    "ward", "nurse", "trial", "lung", "beds", "city", "walk", "open", "new", "report", "team",
    "garden", "night", "bus", "choir", "school", "blood", "clinic", "river", "stone",
  ]
  private static let beyondASCII = [
    "Café", "naïve", "Zürich", "Łódź", "“quoted”", "it’s", "–", "—", "…", "€20", "½", "10°",
    "日本語", "中文新聞", "Привет", "Ελλάδα", "שלום", "مرحبا", "🙂", "👩‍⚕️", "e\u{301}", "𝒳",
  ]
  private static let awkward = [
    "R&D", "AT&T", "&", "&;", "&#", "A & B", "a < b", "<3", "5<6", "a<=b", "x >= y", "a ]]> b",
    "]]>", "]]", "?a=1&b=2&copy=3", "100%", "\"said\"", "'so'", "#1", "[x]", "--", "&nosuch;",
    "{}", "\\", "/",
  ]

  /// Several words with single spaces between them.
  static func sentence(_ random: inout RandomSource, words: ClosedRange<Int>) -> String {
    let count = Int.random(in: words, using: &random)
    return (0..<count).map { _ in word(&random) }.joined(separator: " ")
  }

  private static func word(_ random: inout RandomSource) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: random.pick(beyondASCII)
    case 2: random.pick(awkward)
    default: random.pick(plain)
    }
  }
}
