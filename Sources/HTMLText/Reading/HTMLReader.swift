/// Reads HTML and tells a receiver what is in it.
///
/// ``HTMLTokenizer`` finds tags, text and references as browsers do. Where elements nest as they
/// should, as in nearly all of what feeds carry, that is all. Where they do not, libxml2's HTML
/// parser gets the tokens as clean markup and ends what was left open. What nests too deeply or is
/// too large even for that loses its markup, never its words.
enum HTMLReader {
  /// Reads a whole text, in time and memory in proportion to its length.
  static func read<Receiver: HTMLReceiver>(_ html: String, with receiver: Receiver) -> Receiver {
    let source = html.utf8.span
    return nested(source, receiver) ?? repaired(source, receiver) ?? flat(source, receiver)
  }

  /// Reads a text whose elements nest, absent when they do not.
  static func nested<Receiver: HTMLReceiver>(
    _ source: Span<UInt8>, _ receiver: Receiver
  ) -> Receiver? {
    var tokenizer = HTMLTokenizer(NestedSink(receiver))
    guard tokenizer.read(source) else { return nil }
    return tokenizer.sink.finish()
  }

  /// Reads a text with libxml2's help, absent when it nests too deeply or is too large.
  static func repaired<Receiver: HTMLReceiver>(
    _ source: Span<UInt8>, _ receiver: Receiver
  ) -> Receiver? {
    var tokenizer = HTMLTokenizer(CleanMarkup<Receiver>())
    guard tokenizer.read(source) else { return nil }
    return LibXMLReader.read(tokenizer.sink.finish(), with: receiver)
  }

  /// Reads the text between tags.
  static func flat<Receiver: HTMLReceiver>(
    _ source: Span<UInt8>, _ receiver: Receiver
  ) -> Receiver {
    var tokenizer = HTMLTokenizer(FlatSink(receiver))
    _ = tokenizer.read(source)
    return tokenizer.sink.receiver
  }
}
