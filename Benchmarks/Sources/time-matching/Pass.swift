import Catalog
import Glibc

/// What is done with all texts, again and again.
enum Pass: String {
  case memchr, match, classify, build

  /// Says in JSON what one pass found and what all of them took.
  func timed(_ partners: Partners, texts path: String, repetitions: Int) throws -> String {
    var stopwatch = Stopwatch()
    var items = 0
    if self == .build {
      for _ in 0..<repetitions {
        let classifier = stopwatch.measure { Classifier(partners.catalog) }
        items = classifier.entryCount
      }
      return stopwatch.answer(items: items)
    }
    let texts = try Texts.read(path)
    let classifier = Classifier(partners.catalog)
    for _ in 0..<repetitions {
      items = stopwatch.measure {
        switch self {
        case .memchr: texts.reduce(0) { $0 + Self.bytes(in: $1) }
        case .match: texts.reduce(0) { $0 + classifier.matchCount(in: $1) }
        case .classify, .build:
          texts.reduce(0) {
            $0 + classifier.classify(Document(feed: "f", title: "", text: $1)).mentions.count
          }
        }
      }
    }
    return stopwatch.answer(items: items)
  }

  /// Looks through a text for a byte that is not there.
  private static func bytes(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return Glibc.memchr(base, 0, bytes.count) == nil ? bytes.count : 0
    }
  }
}
