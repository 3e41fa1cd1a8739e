extension HTMLText {
  /// A way to read a text.
  ///
  /// ``HTMLReader`` takes the first that can; tests hold them against each other.
  package enum Way: Hashable, Sendable {
    /// Without libxml2, for texts whose elements nest.
    case nested
    /// With libxml2's help.
    case repaired
  }

  /// What ``plainText(of:)`` is when the text is read in one way, absent when it cannot be.
  package static func plainText(of html: String, way: Way) -> String? {
    let builder = PlainTextBuilder(isOneLine: false, capacity: 0)
    return read(html, with: builder, way: way)?.finish()
  }

  /// What ``sanitized(_:base:)`` is when the text is read in one way, absent when it cannot be.
  package static func sanitized(_ html: String, base: String?, way: Way) -> String? {
    read(html, with: SanitizedBuilder(base: base, capacity: 0), way: way)?.finish()
  }

  private static func read<Receiver: HTMLReceiver>(
    _ html: String, with receiver: Receiver, way: Way
  ) -> Receiver? {
    switch way {
    case .nested: HTMLReader.nested(html.utf8.span, receiver)
    case .repaired: HTMLReader.repaired(html.utf8.span, receiver)
    }
  }
}
