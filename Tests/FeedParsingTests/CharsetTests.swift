import FeedParsing
import Foundation
import Testing

/// The names that `iconv -l` knows.
private let names: [String] = {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
  process.arguments = ["-l"]
  let pipe = Pipe()
  process.standardOutput = pipe
  // Without the program the suite has no names, and says so.
  guard (try? process.run()) != nil else { return [] }
  let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return output.split(whereSeparator: \.isWhitespace).compactMap { line in
    let name = line.hasSuffix("//") ? String(line.dropLast(2)) : String(line)
    return name.contains("/") ? nil : name
  }
}()

@Suite struct CharsetTests {
  @Test func `iconv has names to look at`() {
    #expect(names.count > 1000)
  }

  @Test(arguments: names)
  func `a feed in any charset that iconv knows gives its title back`(name: String) throws {
    var title = "Press release of 20 January"
    for letters in ["é", "Ж", "中文", "あ", "한국", "ก", "א", "α", "ş"] {
      let longer = title + letters
      if CharsetBytes.encode(feed(longer, label: name), as: name) != nil { title = longer }
    }
    guard let bytes = CharsetBytes.encode(feed(title, label: name), as: name) else {
      print("\(name) cannot write a feed, or glibc cannot load it")
      return
    }
    let context = FeedContext(contentType: "application/rss+xml; charset=\(name)")
    let feed = try FeedParser.parse(bytes, context: context).feed
    // What national variants of ASCII have in the place of a bracket is not told from the bracket.
    #expect(
      feed.metadata.title == title || isVariantOfASCII(bytes),
      "read as \(feed.encoding.name)")
    #expect(feed.metadata.title?.hasPrefix("Press release") == true)
    #expect(!feed.issues.contains { $0.kind == .undecodableBytes })
  }

  private func feed(_ title: String, label: String) -> String {
    "<?xml version=\"1.0\" encoding=\"\(label)\"?>"
      + "<rss version=\"2.0\"><channel><title>\(title)</title></channel></rss>"
  }

  private func isVariantOfASCII(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}
