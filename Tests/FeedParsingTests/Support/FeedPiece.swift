/// A part of a generated document: a tag, a text, or anything else between two of them.
struct FeedPiece {
  /// What it is, so that a damage knows what it may touch.
  enum Token {
    case start(TestTag)
    case end(String)
    /// Characters in which XML is escaped.
    case text(String)
    case cdata(String)
    /// Anything else, as it is written: a declaration, a comment, markup that is damaged already.
    case raw(String)
  }

  var token: Token
  /// The number of the entry that it belongs to, nil outside of entries.
  var entry: Int?
  /// The name of the element of an entry or feed that it stands in or is a tag of.
  var field: String?

  /// The characters of the document.
  var written: String {
    switch token {
    case .start(let tag): tag.written
    case .end(let name): "</\(name)>"
    case .text(let text), .raw(let text): text
    case .cdata(let text): "<![CDATA[\(text)]]>"
    }
  }
}

/// A start tag that is written only at the end, so that a damage can change its parts.
struct TestTag {
  /// An attribute, its value escaped.
  struct Attribute {
    var name: String
    var value: String
    var quote: Character = "\""
    var isUnquoted = false

    var written: String { isUnquoted ? "\(name)=\(value)" : "\(name)=\(quote)\(value)\(quote)" }
  }

  var name: String
  var attributes: [Attribute] = []
  var isEmpty = false
  /// White space between the attributes.
  var space = " "
  /// Issues that its place stands for.
  var mark = ""
  /// Whether something in it is damaged already.
  var isDamaged: Bool { !written.unicodeScalars.allSatisfy(IssueMark.isText) }

  var written: String {
    let list = attributes.map { space + $0.written }.joined()
    return "\(mark)<\(name)\(list)\(isEmpty ? "/>" : ">")"
  }
}
