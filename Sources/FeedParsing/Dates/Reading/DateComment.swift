/// What stands in brackets, which says nothing (RFC 5322, section 3.2.2) but perhaps the zone.
enum DateComment {
  /// `(EST)`, `[UTC]` or `(GMT+1)`.
  case zone(DateZone)
  /// `[Europe/London]` (RFC 9557).
  case place
  case other

  /// Of a comment that has none inside.
  init(_ text: Span<UInt8>, in range: Range<Int>) {
    var reader = DateReader(DateTokenizer.tokens(of: text, in: range))
    if let zone = reader.wholeZone() {
      self = .zone(zone)
    } else {
      self = range.contains { text[$0] == UInt8(ascii: "/") } ? .place : .other
    }
  }
}
