import Projections

/// The words of a mention with some of the text around them.
struct Excerpt {
  private let before: String
  private let words: String
  private let after: String

  /// The characters that are shown on either side.
  private static let reach = 32

  init(_ mention: AnnouncementDetail.MentionDetail, of announcement: AnnouncementDetail) {
    let current = announcement.revisions.last
    let field: String? =
      switch mention.field {
      case "title": current?.title
      case "summary": current?.summary
      case "text": current?.text
      case "link": current?.link
      default: nil
      }
    words = mention.words.printable
    guard let field else {
      (before, after) = ("", "")
      return
    }
    let bytes = Array(field.utf8)
    let start = min(max(0, mention.start), bytes.count)
    let end = min(max(start, mention.end), bytes.count)
    let head = String(decoding: bytes[..<start], as: UTF8.self)
    let tail = String(decoding: bytes[end...], as: UTF8.self)
    before = (head.count > Self.reach ? "…" : "") + Self.oneLine(head.suffix(Self.reach))
    after = Self.oneLine(tail.prefix(Self.reach)) + (tail.count > Self.reach ? "…" : "")
  }

  /// On one line, the words marked.
  func text(_ terminal: Terminal) -> String { before + terminal.marked(words) + after }

  private static func oneLine(_ text: Substring) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).printable
  }
}
