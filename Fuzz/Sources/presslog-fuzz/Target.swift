import FeedParsing
import HTMLText

/// What is done with an input, and what must hold of the result.
enum Target: String, CaseIterable {
  /// Any document, as it is.
  case feed
  /// Markup inside a channel of RSS, so that every input gets to the repair.
  case markup
  /// A document in JSON.
  case json
  /// Bytes under a label that the first byte chooses.
  case encoding
  /// HTML as feeds carry it.
  case html
  /// Dates.
  case dates

  func run(_ input: [UInt8]) {
    switch self {
    case .feed: FeedInvariants.check(input)
    case .markup:
      FeedInvariants.check(Array("<rss version=\"2.0\"><channel>".utf8) + input)
    case .json:
      FeedInvariants.check(Array("{\"version\":\"https://jsonfeed.org/version/1.1\",".utf8) + input)
    case .encoding: runEncoding(input)
    case .html: HTMLInvariants.check(String(decoding: input, as: UTF8.self))
    case .dates: _ = FeedDateParser.parse(String(decoding: input, as: UTF8.self))
    }
  }

  private static let charsets = [
    "utf-8", "utf-16", "utf-16le", "utf-32be", "utf-7", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312",
    "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "koi8-r", "ibm037",
    "tis-620",
  ]

  private func runEncoding(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let charset = Self.charsets[Int(first) % Self.charsets.count]
    FeedInvariants.check(
      Array(input.dropFirst()), context: FeedContext(contentType: "text/xml; charset=\(charset)"))
  }
}
