/// What stands in brackets, which says nothing (RFC 5322, section 3.2.2) but perhaps the zone.
enum DateComment {
  /// `(EST)`, `[UTC]` or `(GMT+1)`.
  case zone(DateZone)
  /// A zone that cannot be read, such as `[Europe/London]` (RFC 9557) or `(Eastern Standard Time)`.
  case unknownZone
  /// `(09:00)`, or a bracket that is never closed with numbers behind it: a part of the date itself.
  case hiddenPart
  case other

  /// Of a comment that has none inside.
  init(_ text: Span<UInt8>, in range: Range<Int>, isClosed: Bool) {
    let tokens = DateTokenizer.tokens(of: text, in: range)
    var reader = DateReader(tokens)
    if let zone = reader.wholeZone() {
      self = .zone(zone)
    } else if Self.hidesPart(tokens, isClosed: isClosed) {
      self = .hiddenPart
    } else {
      self = Self.namesZone(text, in: range) ? .unknownZone : .other
    }
  }

  private static func hidesPart(_ tokens: [DateToken], isClosed: Bool) -> Bool {
    let reader = DateReader(tokens)
    return tokens.indices.contains { index in
      guard reader.number(at: index, adjoining: false) != nil else { return false }
      return !isClosed || reader.number(after: ":", at: index + 1) != nil
    }
  }

  private static func namesZone(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    let time = Array("time".utf8)
    let end = range.suffix(time.count)
    return range.contains { text[$0] == UInt8(ascii: "/") }
      || zip(end, time).allSatisfy { text[$0] | 0x20 == $1 } && end.count == time.count
  }
}
