import FeedParsing
import Foundation
import Testing

/// Documents that ask the parser to read a file: it never does.
@Suite struct ExternalEntityTests {
  /// A file whose words must not come out, in a folder of its own.
  private struct Canary {
    let folder: URL
    let word = "canary-\(UInt64.random(in: .min ... .max))"
    var file: String { folder.appendingPathComponent("canary.txt").absoluteString }
    var path: String { folder.appendingPathComponent("canary.txt").path }
    var definitions: String { folder.appendingPathComponent("canary.dtd").absoluteString }

    init() throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("presslog-canary-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(word.utf8).write(to: folder.appendingPathComponent("canary.txt"))
      try Data("<!ENTITY x \"\(word)\"><!ENTITY % y '<!ENTITY x \"\(word)\">'>%y;".utf8)
        .write(to: folder.appendingPathComponent("canary.dtd"))
    }

    func remove() throws { try FileManager.default.removeItem(at: folder) }
  }

  /// What stands before the root, and the text of an item; FILE, PATH and DTD name the canary.
  private static let attacks: [(prolog: String, text: String)] = [
    ("<!DOCTYPE rss [<!ENTITY x SYSTEM \"FILE\">]>", "&x;"),
    ("<!DOCTYPE rss [<!ENTITY x SYSTEM \"PATH\">]>", "&x;"),
    ("<!DOCTYPE rss [<!ENTITY x PUBLIC \"-//x\" \"FILE\">]>", "&x;"),
    ("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"DTD\">%p;]>", "&x;"),
    ("<!DOCTYPE rss [<!ENTITY % p PUBLIC \"-//x\" \"DTD\">%p;]>", "&x;"),
    (
      "<!DOCTYPE rss [<!ENTITY % f SYSTEM \"FILE\"><!ENTITY % e '<!ENTITY x \"&#37;f;\">'>%e;]>",
      "&x;"
    ),
    ("<!DOCTYPE rss SYSTEM \"DTD\">", "&x;"), ("<!DOCTYPE rss PUBLIC \"-//x\" \"DTD\">", "&x;"),
    ("<!DOCTYPE rss SYSTEM \"DTD\" [<!ENTITY z \"z\">]>", "&x;&z;"),
    ("<?xml-stylesheet type=\"text/xsl\" href=\"FILE\"?>", "text"),
    (
      "",
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"FILE\" parse=\"text\"/>"
    ),
    ("<!DOCTYPE rss [<!NOTATION n SYSTEM \"FILE\"><!ENTITY x SYSTEM \"FILE\" NDATA n>]>", "&x;"),
    (
      "<!DOCTYPE rss [<!ATTLIST description src ENTITY #IMPLIED><!ENTITY x SYSTEM \"FILE\">]>",
      "<a href=\"&x;\" src=\"x\">a</a>"
    ),
  ]

  /// How the bytes of a document are written.
  private enum Form: CaseIterable {
    case utf8, utf16, utf16BigEndian, utf7

    func bytes(_ body: String) -> [UInt8] {
      switch self {
      case .utf8: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(body)".utf8)
      case .utf16, .utf16BigEndian:
        "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(body)".utf16.flatMap { unit in
          let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
          return self == .utf16 ? bytes : bytes.reversed()
        }
      case .utf7:
        Array(
          ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>"
            + body.replacing("+", with: "+-").replacing("&", with: "+ACY-")
            .replacing("<!", with: "+ADwAIQ-")).utf8)
      }
    }
  }

  @Test(arguments: attacks) func `no file is read, and every entry is there`(
    prolog: String, text: String
  ) throws {
    let canary = try Canary()
    for form in Form.allCases {
      let body = """
        \(prolog)<rss version="2.0"><channel><title>T</title><item><title>One</title></item>
        <item><title>Two</title><description>\(text)</description></item></channel></rss>
        """
        .replacing("FILE", with: canary.file).replacing("PATH", with: canary.path)
        .replacing("DTD", with: canary.definitions)
      let (feed, entries) = try FeedParser.parse(form.bytes(body))
      #expect(entries.map(\.title) == ["One", "Two"], "\(form)")
      #expect(!"\(feed) \(entries)".contains(canary.word), "\(form)")
    }
    try canary.remove()
  }
}
