import HTMLText
import XMLStream

/// Puts right, in one pass, what would make a strict parser stop or lose text.
///
/// It runs only once a strict parse has failed. libxml2's own recovery is no help: it turns
/// `Caf&eacute;` into `Caf` and `AT&T` into `AT`. What is wrong with the nesting of elements is
/// left for the reader, which drops the entry that it stands in.
struct Repair {
  let scanner: MarkupScanner
  var writer: RepairWriter
  private var ends: EndSearch
  private(set) var prefixes = NamespacePrefixes()

  private var bytes: [UInt8] { scanner.bytes }

  /// Repairs a document whose prolog has been read.
  static func run(
    _ bytes: [UInt8], prolog: Prolog, issues: IssueList
  ) -> (document: RepairedDocument, issues: IssueList) {
    let start = prolog.rootStart ?? bytes.count
    var repair = Repair(
      scanner: MarkupScanner(bytes: bytes),
      writer: RepairWriter(bytes, start: start, issues: issues))
    repair.reportProlog(prolog)
    let end = repair.endOfDocument(rootName: prolog.rootName)
    repair.scan(from: start, to: end)
    let (document, issues) = repair.writer.finish(upTo: end)
    return repair.prefixes.declared(in: document, issues: issues)
  }

  private init(scanner: MarkupScanner, writer: RepairWriter) {
    self.scanner = scanner
    self.writer = writer
    ends = EndSearch(scanner)
  }

  private mutating func reportProlog(_ prolog: Prolog) {
    if prolog.hasJunk {
      writer.report(.junkBeforeDocument, at: 0, "There is text before the document's first tag.")
    }
    if prolog.hasMisplacedDeclaration {
      writer.report(.wrongDeclaration, at: 0, "The XML declaration is not at the very start.")
    }
    if prolog.hasEntityDeclarations {
      writer.report(.entityDeclaration, at: 0, "Entity declarations are refused.")
    }
  }

  /// Past the root's last end tag; what follows is left out.
  private mutating func endOfDocument(rootName: String) -> Int {
    let tag = Array("</\(rootName)".utf8)
    guard tag.count > 2, bytes.count >= tag.count else { return bytes.count }
    var index = bytes.count - tag.count
    while index >= 0 {
      if bytes[index] == tag[0], bytes[index..<(index + tag.count)].elementsEqual(tag) {
        return scanner.end(of: [UInt8(ascii: ">")], from: index) ?? bytes.count
      }
      index -= 1
    }
    return bytes.count
  }

  private mutating func scan(from start: Int, to end: Int) {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = markup(at: index)
      case UInt8(ascii: "&"): index = reference(at: index)
      case UInt8(ascii: "]") where scanner.has("]]>", at: index):
        writer.replace(
          index..<index + 3, with: Array("]]&gt;".utf8), as: .strayCDATAEnd,
          "There is a ]]> outside a CDATA section.")
        index += 3
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: index = illegalCharacter(at: index)
      case 0xEF: index = noncharacter(at: index)
      default: index += 1
      }
    }
    guard end < bytes.count else { return }
    let rest = bytes[end...]
    guard rest.contains(where: { !MarkupScanner.isSpace($0) && $0 != 0 }) else { return }
    writer.report(.junkAfterDocument, at: end, "There is text after the document's last tag.")
  }

  private mutating func markup(at index: Int) -> Int {
    if scanner.has("<![CDATA[", at: index) { return characterData(at: index) }
    if scanner.has("<!--", at: index) {
      if let end = ends.end(of: "-->", from: index + 4) { return drop(index..<end) }
    } else if scanner.has("<?", at: index) {
      if let end = ends.end(of: "?>", from: index + 2) { return drop(index..<end) }
    } else if scanner.has("</", at: index), scanner.isNameStart(at: index + 2) {
      let end = scanner.endOfSpaces(from: scanner.endOfName(from: index + 2))
      if end < bytes.count, bytes[end] == UInt8(ascii: ">") { return end + 1 }
    } else if let tag = RepairedTag(at: index, in: scanner) {
      return startTag(tag, at: index)
    }
    writer.replace(
      index..<index + 1, with: Array("&lt;".utf8), as: .strayLessThan,
      "There is a < that starts no tag.")
    return index + 1
  }

  private mutating func startTag(_ tag: RepairedTag, at index: Int) -> Int {
    prefixes.note(tag)
    for edit in tag.edits {
      if let kind = edit.issue {
        writer.replace(edit.range, with: edit.bytes, as: kind, edit.message)
      } else {
        writer.replace(edit.range, with: edit.bytes)
      }
    }
    return tag.end
  }

  private mutating func drop(_ range: Range<Int>) -> Int {
    writer.replace(range, with: [])
    return range.upperBound
  }

  private mutating func characterData(at index: Int) -> Int {
    guard let end = ends.end(of: "]]>", from: index + 9) else {
      writer.replace(
        index..<index + 9, with: [], as: .unclosedMarkup, "A CDATA section has no end.")
      return index + 9
    }
    var position = index + 9
    while position < end - 3 {
      switch bytes[position] {
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: position = illegalCharacter(at: position)
      case 0xEF: position = noncharacter(at: position)
      default: position += 1
      }
    }
    return end
  }

  private mutating func illegalCharacter(at index: Int) -> Int {
    writer.replace(
      index..<index + 1, with: [], as: .illegalCharacter,
      "XML does not allow the character U+\(Hexadecimal.padded(bytes[index])).")
    return index + 1
  }

  /// U+FFFE and U+FFFF, which are no characters.
  private mutating func noncharacter(at index: Int) -> Int {
    guard index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE else {
      return index + 1
    }
    writer.replace(
      index..<index + 3, with: [], as: .illegalCharacter, "XML does not allow U+FFFE and U+FFFF.")
    return index + 3
  }

  private mutating func reference(at index: Int) -> Int {
    let reference = RepairedReference(at: index, in: scanner)
    if let issue = reference.issue {
      writer.replace(
        index..<reference.end, with: reference.replacement, as: issue, reference.message)
    }
    return reference.end
  }
}
