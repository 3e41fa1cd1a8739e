/// Text as it is compared: white space folded, and what publishing systems add taken away.
public enum FoldedText {
  /// Runs of white space, no-break spaces included, become one space; none at either end.
  public static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    appendFolded(text, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// The text that decides whether an announcement was revised: title, summary and text, folded,
  /// without lines that come and go with no edit by the publisher.
  public static func content(title: String, summary: String?, text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count + title.utf8.count + 1)
    appendFolded(title, to: &folded)
    for part in [summary, text] {
      guard let part else { continue }
      folded.append(0x1F)
      appendContent(part, to: &folded)
    }
    return folded
  }

  /// Lines that the systems of newspapers and WordPress put between and below a text.
  ///
  /// They are fixed here, unlike the catalog's boilerplate, because a changed catalog must not make
  /// revisions.
  private static func isInserted(_ line: Substring) -> Bool {
    let folded = fold(String(line))
    return ["Advertisement", "Hide Ad", "Advertisement Hide Ad"].contains(folded)
      || folded.hasPrefix("The post ") && folded.contains(" appeared first on ")
  }

  /// Whether it is worth looking at the lines: they begin with these letters.
  private static func mayHoldInsertedLine(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices.dropLast() {
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "A"), UInt8(ascii: "d")): return true
      case (UInt8(ascii: "T"), UInt8(ascii: "h")):
        if index + 4 < bytes.count, bytes[index + 4] == UInt8(ascii: "p") { return true }
      default: break
      }
    }
    return false
  }

  private static func appendContent(_ text: String, to folded: inout [UInt8]) {
    guard mayHoldInsertedLine(text) else { return appendFolded(text, to: &folded) }
    for line in text.split(whereSeparator: \.isNewline) where !isInserted(line) {
      if folded.last != 0x1F, folded.last != 0x20 { folded.append(0x20) }
      appendFolded(String(line), to: &folded)
    }
    if folded.last == 0x20 { folded.removeLast() }
  }

  private static func appendFolded(_ text: String, to folded: inout [UInt8]) {
    var pendingSpace = false
    var isFirst = true
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      let width = whiteSpaceWidth(bytes, at: index)
      if width > 0 {
        pendingSpace = !isFirst
        index += width
        continue
      }
      if pendingSpace { folded.append(0x20) }
      pendingSpace = false
      isFirst = false
      folded.append(bytes[index])
      index += 1
    }
  }

  /// The bytes of the white space character at `index`; 0 where there is none.
  private static func whiteSpaceWidth(_ bytes: Span<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2:  // U+0085, U+00A0
      return index + 1 < bytes.count && (bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0)
        ? 2 : 0
    case 0xE2:  // U+2000 to U+200B, U+2028, U+2029, U+202F
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return (0x80...0x8B).contains(bytes[index + 2])
        || [0xA8, 0xA9, 0xAF].contains(bytes[index + 2])
        ? 3 : 0
    case 0xEF:  // U+FEFF
      return index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }
}

/// How much of one text stands in another.
enum TextOverlap {
  /// Whether two texts share almost nothing: fewer than one in twenty of the runs of three words of
  /// the shorter, or of the runs that a shorter text has.
  ///
  /// Unrelated English texts share hardly any run of three words; an edited text keeps most.
  static func areUnrelated(_ left: String, _ right: String) -> Bool {
    let words = [left, right].map { FoldedText.fold($0).lowercased().split(separator: " ") }
    let length = min(3, words.map(\.count).min() ?? 0)
    let first = runs(of: length, in: words[0])
    let second = runs(of: length, in: words[1])
    let shared = first.intersection(second).count
    return shared * 20 < max(1, min(first.count, second.count))
  }

  private static func runs(of length: Int, in words: [Substring]) -> Set<String> {
    guard length > 0 else { return [] }
    return Set(
      (0...words.count - length).map { words[$0..<$0 + length].joined(separator: " ") })
  }
}
