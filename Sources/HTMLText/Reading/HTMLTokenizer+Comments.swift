extension HTMLTokenizer {
  /// Where a comment ends whose text starts here; one that is not closed takes all the rest, as in
  /// a browser.
  func comment(_ source: Span<UInt8>, from start: Int) -> Int {
    if source.starts(with: ">", at: start) { return start + 1 }
    if source.starts(with: "->", at: start) { return start + 2 }
    var index = start
    while index < source.count {
      if source[index] == UInt8(ascii: "-") {
        if source.starts(with: "-->", at: index) { return index + 3 }
        if source.starts(with: "--!>", at: index) { return index + 4 }
      }
      index += 1
    }
    return source.count
  }

  /// Where `<!` or `<?` ends, with what browsers take for a comment; absent when it never does.
  mutating func bogusComment(_ source: Span<UInt8>, from start: Int) -> Int? {
    let end = source.index(of: UInt8(ascii: ">"), from: start)
    if end == nil { hasNoMoreTags = true }
    return end.map { $0 + 1 }
  }
}
