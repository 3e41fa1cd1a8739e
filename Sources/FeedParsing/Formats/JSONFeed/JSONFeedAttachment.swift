import HTMLText

/// A file that comes with an item.
struct JSONFeedAttachment {
  private var url: String
  private var type: String?
  /// As the feed writes it.
  private var size: String?
  private var title: String?

  /// Reads an attachment, or an address in the place of one; nil where there is no address.
  init?(from json: inout JSONPullReader, base: String?) {
    var url: String?
    var type: String?
    var size: String?
    var title: String?
    let text = json.object(of: .attachments) { json, key in
      switch key {
      case .url: url = json.address(of: key, base: base) ?? url
      case .mimeType: type = json.line(of: key) ?? type
      case .sizeInBytes: size = json.line(of: key, canBeNumber: true) ?? size
      case .title: title = json.line(of: key) ?? title
      default: json.skipValue()
      }
    }
    url = url ?? text.map { WebAddress.resolve($0, against: base) }
    guard let url, !url.isEmpty else { return nil }
    self.url = url
    self.type = type
    self.size = size
    self.title = title
  }

  var enclosure: Enclosure { Enclosure(url: url, type: type, length: size.flatMap(Self.byteCount)) }

  var link: FeedLink {
    FeedLink(href: url, rel: "enclosure", type: type, title: title, length: size)
  }

  /// Some programs know only floating point, and write `1.2e7`.
  private static func byteCount(_ text: String) -> Int? {
    let count = Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    return count.flatMap { $0 < 0 ? nil : $0 }
  }
}
