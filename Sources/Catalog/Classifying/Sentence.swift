/// The sentence around a name, cut into what decides who speaks in it.
struct Sentence {
  /// A piece of a sentence.
  enum Token: Equatable {
    /// A word in small letters, without a possessive.
    case word(String)
    /// A comma, colon or dash.
    case pause
    /// A double quotation mark, or a single one that is none of the apostrophes within words.
    case quotation
  }

  /// What stands before the name, the nearest first.
  private(set) var before: [Token] = []
  /// What stands after it, the nearest first.
  private(set) var after: [Token] = []
  /// Whether a quotation mark stands in the sentence or next to it.
  private(set) var touchesQuotation = false

  /// Reads the sentence around a name.
  ///
  /// - Parameters:
  ///   - name: Where the name stands.
  ///   - text: The bytes of the text.
  ///   - reach: How many bytes before and after the name are read at most.
  init(around name: Range<Int>, in text: [UInt8], reach: Int) {
    let end = Possessive.end(in: text, at: name.upperBound) ?? name.upperBound
    let left = text[max(0, name.lowerBound - reach)..<name.lowerBound]
    let right = text[end..<min(text.count, end + reach)]
    takeBefore(SentenceScanner.pieces(of: left, stopsAtEnd: false))
    takeAfter(SentenceScanner.pieces(of: right, stopsAtEnd: true))
  }

  /// The words between the name and the pause or the sentence's beginning before it.
  var clauseBefore: [String] {
    before.prefix { $0 != .pause && $0 != .quotation }.compactMap {
      if case .word(let word) = $0 { word } else { nil }
    }
  }

  /// Whether the first such verb after the name has a pause, a quotation or the end behind it.
  ///
  /// A word or two between quotation marks are no speech: `NAME adds "care" to its name`.
  func breaksOff(after verb: String) -> Bool {
    guard let index = after.firstIndex(of: .word(verb)) else { return false }
    let rest = after[(index + 1)...]
    guard let next = rest.first else { return true }
    guard next == .quotation else { return next == .pause }
    let quoted = rest.dropFirst()
    guard let end = quoted.firstIndex(of: .quotation) else { return true }
    return quoted[..<end].count { $0 != .pause } > 2
  }

  private mutating func takeBefore(_ pieces: [SentenceScanner.Piece]) {
    for piece in pieces.reversed() {
      guard case .token(let token) = piece else { return }
      touchesQuotation = touchesQuotation || token == .quotation
      before.append(token)
    }
  }

  /// The quotation may begin in the next paragraph: `NAME said:`.
  private mutating func takeAfter(_ pieces: [SentenceScanner.Piece]) {
    for (index, piece) in pieces.enumerated() {
      guard case .token(let token) = piece else {
        let isFollowed = index + 1 < pieces.count && pieces[index + 1] == .token(.quotation)
        touchesQuotation = touchesQuotation || (isFollowed && after.last == .pause)
        return
      }
      touchesQuotation = touchesQuotation || token == .quotation
      after.append(token)
    }
  }
}
