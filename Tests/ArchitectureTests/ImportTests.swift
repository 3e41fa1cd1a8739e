import Foundation
import Testing

/// The arrows of `Documentation/Architecture.md`: what each module may import of ours.
private let arrows: [String: Set<String>] = [
  "CCurl": [],
  "CLibXML2": [],
  "CSystem": [],
  "CZlib": [],
  "CZstd": [],
  "Compression": ["CZlib", "CZstd"],
  "XMLStream": ["CLibXML2"],
  "HTMLText": ["CLibXML2"],
  "FeedParsing": ["HTMLText", "XMLStream"],
  "JSONBytes": [],
  "EventLog": ["CSystem", "JSONBytes"],
  "Announcements": ["JSONBytes"],
  "Catalog": [],
  "Projections": ["Announcements", "Catalog", "EventLog", "JSONBytes"],
  "Fetching": ["CCurl"],
  "Ingestion": [
    "Announcements", "Catalog", "EventLog", "FeedParsing", "Fetching", "JSONBytes", "Projections",
  ],
  "presslog": [
    "CSystem", "Catalog", "Compression", "EventLog", "FeedParsing", "Fetching", "Ingestion",
    "JSONBytes", "Projections",
  ],
]

/// What each module may import of others.
private let libraries: [String: Set<String>] = [
  "XMLStream": ["Glibc"], "HTMLText": [], "FeedParsing": ["Glibc"], "JSONBytes": [],
  "EventLog": ["Crypto", "Dispatch", "Glibc", "Synchronization"], "Announcements": [],
  "Catalog": ["Crypto", "FoundationEssentials", "Yams"],
  "Projections": ["Crypto", "Dispatch", "Foundation", "GRDB", "Synchronization"],
  "Fetching": ["Dispatch", "Glibc", "Synchronization"],
  "Ingestion": ["Crypto", "Foundation"],
  "presslog": ["ArgumentParser", "Dispatch", "Foundation", "Glibc", "Synchronization"],
]

/// Where the word `unsafe` may stand.
private let unsafeFolders = [
  "Compression/", "XMLStream/", "HTMLText/", "Fetching/", "EventLog/System/",
  "FeedParsing/Encoding/",
]

/// Without its sources the suite has no cases, and says so.
private let sourceFiles = (try? SourceFile.all()) ?? []

@Suite struct ImportTests {
  @Test func `there are sources to look at`() {
    #expect(sourceFiles.count > 100)
  }

  @Test(arguments: sourceFiles)
  fileprivate func `a file imports only what its module's place allows`(_ file: SourceFile) throws {
    let ours = try #require(arrows[file.module], "\(file.module) has no place in the architecture")
    let allowed = ours.union(libraries[file.module] ?? [])
    for name in file.imports {
      #expect(allowed.contains(name), "\(file.path) imports \(name)")
    }
  }

  @Test(arguments: sourceFiles)
  fileprivate func `unsafe code stands where it is expected and nowhere else`(_ file: SourceFile) {
    guard !unsafeFolders.contains(where: file.path.hasPrefix) else { return }
    #expect(!file.hasUnsafeCode, "\(file.path)")
  }

  @Test(arguments: sourceFiles)
  fileprivate func `a file is short enough to be read at once`(_ file: SourceFile) {
    #expect(file.lines <= 400, "\(file.path)")
  }

  @Test func `the arrows have no cycle`() {
    var order: [String] = []
    var remaining = arrows
    while let next = remaining.keys.sorted().first(where: { name in
      remaining[name, default: []].allSatisfy(order.contains)
    }) {
      order.append(next)
      remaining[next] = nil
    }
    #expect(remaining.isEmpty, "in a cycle: \(remaining.keys.sorted())")
  }
}

/// A Swift file under `Sources/`.
private struct SourceFile: CustomTestStringConvertible, Sendable {
  /// From `Sources/` on.
  let path: String
  let imports: [String]
  /// Whether the word stands anywhere but in a comment.
  let hasUnsafeCode: Bool
  let lines: Int

  var module: String { String(path.prefix { $0 != "/" }) }
  var testDescription: String { path }

  static func all() throws -> [SourceFile] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL.path
    let enumerator = FileManager.default.enumerator(atPath: root)
    let paths = (enumerator?.allObjects ?? []).compactMap { $0 as? String }
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(path, try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
    }
  }

  private init(_ path: String, _ text: String) {
    self.path = path
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    imports = lines.compactMap(Self.importedModule)
    hasUnsafeCode = lines.contains { line in
      guard let word = line.range(of: "unsafe") else { return false }
      return line[..<word.lowerBound].range(of: "//") == nil
    }
    self.lines = lines.count
  }

  private static let modifiers: Set<Substring> = ["internal", "package", "public"]

  /// The module of an import declaration, whatever stands before the word.
  private static func importedModule(_ line: Substring) -> String? {
    guard line.hasPrefix("import") || line.range(of: " import ") != nil else { return nil }
    let words = line.split(separator: " ")
    guard let keyword = words.firstIndex(of: "import"), keyword <= 2, keyword + 1 < words.count,
      words[..<keyword].allSatisfy({ modifiers.contains($0) || $0.hasPrefix("@") })
    else { return nil }
    return words.last.map(String.init)
  }
}
