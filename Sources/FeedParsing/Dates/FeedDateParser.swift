/// Reads the dates of feeds: RFC 822 and its successors, RFC 3339, W3CDTF, ISO 8601 and asctime, and the
/// damage that each of them comes with.
///
/// Written by hand over bytes, as a general date formatter costs milliseconds a date. Without a time
/// a date is the start of its day, without a zone it is UTC. It never guesses: what cannot be read
/// is nil.
public enum FeedDateParser {
  /// Longer than any date; what is beyond it is a text.
  private static let longestDate = 100

  /// The instant in seconds since 1970-01-01T00:00:00Z, nil where the text is no date.
  public static func parse(_ text: String) -> Int64? {
    guard text.utf8.count <= longestDate * 2 else { return nil }
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    if start > 0 { bytes.removeFirst(start) }
    guard !bytes.isEmpty, bytes.count <= longestDate else { return nil }
    if let date = ISODate.parse(bytes) { return date.secondsSince1970 }
    return WordDate.parse(bytes)?.secondsSince1970
  }
}
