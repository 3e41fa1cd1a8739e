/// Where the offsets that the parser reports lie in the document as it was received.
struct SourceMap {
  /// The bytes that are parsed: decoded and, if need be, repaired.
  let parsed: [UInt8]
  /// The bytes as received, only decoded.
  let original: ValidText
  let edits: EditMap
  /// What must be added to the parser's offsets: not zero once reading was taken up again.
  var shift = 0

  /// The characters as received, of a range of the parser's offsets.
  func original(from start: Int, to end: Int) -> String {
    let first = edits.original(of: min(max(start + shift, 0), parsed.count))
    let last = edits.original(of: min(max(end + shift, 0), parsed.count))
    guard first < last, last <= original.bytes.count else { return "" }
    return original.string(in: first..<last)
  }

  /// The markup between a start tag's end and the end of its element, the end tag left out.
  func content(from start: Int, toEndTagBefore end: Int) -> String {
    let first = min(max(start + shift, 0), parsed.count)
    var last = min(max(end + shift, 0), parsed.count)
    while last > first, parsed[last - 1] != UInt8(ascii: "<") { last -= 1 }
    guard last - 1 > first else { return "" }
    return String(decoding: parsed[first..<(last - 1)], as: UTF8.self)
  }
}
