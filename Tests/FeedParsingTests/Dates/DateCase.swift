import FeedParsing
import Testing

/// A text and the instant that it has to be read as.
struct DateCase: Sendable, CustomTestStringConvertible {
  let text: String
  let instant: String

  init(_ text: String, _ instant: String) {
    self.text = text
    self.instant = instant
  }

  var testDescription: String { "\(text) = \(instant)" }

  /// The instant that is read, as RFC 3339 writes it; nil where the text is no date.
  static func read(_ text: String) -> String? {
    FeedDateParser.parse(text).map { CivilTime(secondsSince1970: $0).rfc3339 }
  }

  var read: String? { Self.read(text) }

  /// All of these texts are this one instant.
  static func all(_ instant: String, _ texts: [String]) -> [DateCase] {
    texts.map { DateCase($0, instant) }
  }
}
