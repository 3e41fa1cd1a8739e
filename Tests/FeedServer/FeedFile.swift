internal import Foundation

/// A file with the header fields that it is served under.
struct FeedFile {
  private let bytes: [UInt8]
  private let contentType: String
  private let etag: String
  private let lastModified: String

  /// Reads a file, `nil` where there is none.
  init?(path: String) {
    let files = FileManager.default
    // A folder, or a file that cannot be read, is nothing to serve.
    guard
      let attributes = try? files.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let contents = files.contents(atPath: path)
    else { return nil }
    bytes = Array(contents)
    contentType = Self.contentType(ofFile: path)
    etag = "\"\(Self.digest(of: bytes))\""
    let date = attributes[.modificationDate] as? Date ?? Date(timeIntervalSince1970: 0)
    lastModified = Self.httpDate(date)
  }

  /// Answers a GET or HEAD request, with 304 where the client has these bytes already.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    let validators = [HTTPField("ETag", etag), HTTPField("Last-Modified", lastModified)]
    if isKnown(by: request) { return .notModified(fields: validators) }
    return HTTPResponse(
      fields: [HTTPField("Content-Type", contentType)] + validators, body: .bytes(bytes))
  }

  /// Whether the request's validators are those of this file.
  ///
  /// The date counts only where there is no tag (RFC 9110, section 13.2.2). Like nginx by default, it
  /// is compared as text, because all that a client can know is a date that we sent.
  private func isKnown(by request: HTTPRequest) -> Bool {
    if let tags = request["if-none-match"] {
      return tags == "*"
        || tags.split(separator: ",").contains { tag in
          let tag = tag.drop { $0 == " " }
          return (tag.hasPrefix("W/") ? tag.dropFirst(2) : tag) == etag
        }
    }
    return request["if-modified-since"] == lastModified
  }

  /// Neither format has a registered charset of its own to state: the document says its encoding.
  private static func contentType(ofFile path: String) -> String {
    let name = path.lowercased()
    let types = [
      (".atom.xml", "application/atom+xml"), (".rss.xml", "application/rss+xml"),
      (".rdf.xml", "application/rdf+xml"), (".atom", "application/atom+xml"),
      (".rss", "application/rss+xml"), (".rdf", "application/rdf+xml"),
      (".xml", "application/xml"), (".json", "application/feed+json"),
      (".html", "text/html; charset=utf-8"), (".csv", "text/csv; charset=utf-8"),
      (".txt", "text/plain; charset=utf-8"),
    ]
    return types.first { name.hasSuffix($0.0) }?.1 ?? "application/octet-stream"
  }

  /// FNV-1a over 64 bits: enough to tell a file from its next version.
  private static func digest(of bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }

  /// A date as RFC 9110, section 5.6.7, writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func httpDate(_ date: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: date)
  }
}
