import FeedParsing
import FoundationEssentials

/// The texts in HTML of a feed, in a file that a program in C can read as well.
enum HTMLBodies {
  /// Writes each body of a feed into a file, and a zero byte after it; no text of XML has one.
  static func extract(fromFeed feed: String, to file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: feed)))
    var result: [UInt8] = []
    _ = try FeedParser.parse(bytes) { entry in
      for body in entry.content where body.kind == .html && !body.markup.isEmpty {
        result += body.markup.utf8
        result.append(0)
      }
    }
    try Data(result).write(to: URL(filePath: file))
  }

  /// The bodies that such a file holds.
  static func read(_ bytes: [UInt8]) -> [RichText] {
    bytes.split(separator: 0).map { body in
      let markup = String(decoding: body, as: UTF8.self)
      return RichText(markup, kind: .html, base: "https://press.example/news/")
    }
  }
}
