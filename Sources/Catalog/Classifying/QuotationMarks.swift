/// Where the quotations of a text are, found in one pass.
///
/// Most sentences of an announcement are nowhere near a quotation, and this tells so before
/// anybody looks at their words.
struct QuotationMarks {
  /// Where the marks stand, single ones and apostrophes that could be one included.
  private var offsets: [Int] = []
  /// What stands between double marks, from the opening one to the end of its paragraph at most.
  ///
  /// A quotation of several paragraphs opens anew in each and is closed once.
  private var quotations: [Range<Int>] = []

  /// Finds the marks of a text.
  ///
  /// - Complexity: O(*n*).
  init(in text: [UInt8]) {
    var opened: Int?
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 || byte == 0x22 || byte == 0x0A || byte == 0x27 {
        index += read(text, at: index, opened: &opened)
      } else {
        index += 1
      }
    }
    if let opened { quotations.append(opened..<text.count) }
  }

  /// Whether a mark stands at most some bytes away from a range.
  func isNear(_ range: Range<Int>, reach: Int) -> Bool {
    let first = Self.firstIndex(of: offsets.count) { offsets[$0] >= range.lowerBound - reach }
    return first < offsets.count && offsets[first] < range.upperBound + reach
  }

  /// Whether an offset stands within double marks.
  func isQuoted(_ offset: Int) -> Bool {
    let after = Self.firstIndex(of: quotations.count) { quotations[$0].lowerBound > offset }
    return after > 0 && quotations[after - 1].upperBound > offset
  }

  /// Reads one character; returns its length.
  private mutating func read(_ text: [UInt8], at index: Int, opened: inout Int?) -> Int {
    let (scalar, length) = UTF8Scalar.decode(text, at: index)
    switch scalar {
    case 0x0A where Paragraph.ends(text, at: index): close(at: index, &opened)
    case 0x22 where opened != nil, 0x201D: close(at: index, &opened)
    case 0x22, 0x201C: if opened == nil { opened = index }
    case 0x27 where Self.isWithinWord(text, at: index),
      0x2019 where Self.isWithinWord(text, at: index):
      return length
    case 0x27, 0x2018, 0x2019: break
    default: return length
    }
    if scalar != 0x0A { offsets.append(index) }
    return length
  }

  private mutating func close(at index: Int, _ opened: inout Int?) {
    if let start = opened { quotations.append(start..<index) }
    opened = nil
  }

  /// Whether letters stand on both sides of an apostrophe.
  private static func isWithinWord(_ text: [UInt8], at index: Int) -> Bool {
    let next = index + UTF8Scalar.length(text[index])
    return index > 0 && next < text.count && WordByte.isWord(text[index - 1])
      && WordByte.isWord(text[next])
  }

  /// The first of some indices that fulfils a condition, which those after it do too.
  private static func firstIndex(of count: Int, where isAtOrAfter: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAtOrAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The paragraphs of plain text, which blank lines separate.
enum Paragraph {
  /// Whether the line after a line feed is blank.
  static func ends(_ text: [UInt8], at offset: Int) -> Bool {
    var index = offset + 1
    while index < text.count, text[index] == 0x20 || text[index] == 0x0D || text[index] == 0x09 {
      index += 1
    }
    return index < text.count && text[index] == 0x0A
  }
}
