/// The header fields that a fetch sends besides those that libcurl writes itself.
package enum RequestFields {
  /// Feeds first; a page is taken too, because it may name its feed, and anything rather than a 406.
  static let accept = """
    application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, \
    application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1
    """

  /// The fields as lines, ready to be sent.
  package static func lines(for validators: Validators?) -> [String] {
    ["Accept: \(accept)"]
      + line("If-None-Match", validators?.etag)
      + line("If-Modified-Since", validators?.lastModified)
  }

  /// A field, unless its value would end the line and begin a field of somebody else's choice.
  private static func line(_ name: String, _ value: String?) -> [String] {
    guard let value, !value.isEmpty, !value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
      return []
    }
    return ["\(name): \(value)"]
  }
}
