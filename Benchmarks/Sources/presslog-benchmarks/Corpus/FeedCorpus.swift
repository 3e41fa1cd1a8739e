import Foundation

/// The feeds that parsers are measured with: three sizes in three formats.
struct FeedCorpus {
  var feeds: [FeedFile] = []
  /// Where they come from, as the document says it.
  var origin: String

  /// Generates the feeds: with the generator beside the checkout, or where it is not there with ours.
  init(in workspace: Workspace) throws {
    say("  generating feeds")
    let folder = workspace.fresh("feeds")
    if let generator = workspace.sharedFile("make_corpus.py") {
      origin = "those of `shared/bench/make_corpus.py`"
      let sets = FeedFile.Size.allCases.map(\.rawValue).joined(separator: ",")
      let words = ["/usr/bin/env", "python3", generator, "--out", folder, "--sets", sets]
      _ = try Command(words).measure()
    } else {
      origin = "those of the benchmarks' own generator"
      try Self.generate(into: folder)
    }
    for size in FeedFile.Size.allCases {
      for flavour in FeedFile.Flavour.allCases {
        let path = Self.path(size, flavour, in: folder)
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        feeds.append(FeedFile(size: size, flavour: flavour, path: path, bytes: bytes ?? 0))
      }
    }
  }

  private static func generate(into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for size in FeedFile.Size.allCases {
      for flavour in FeedFile.Flavour.allCases {
        let feed = PressFeed(entries: size.entries).document(in: flavour)
        try Data(feed.utf8).write(to: URL(fileURLWithPath: path(size, flavour, in: folder)))
      }
    }
  }

  private static func path(
    _ size: FeedFile.Size, _ flavour: FeedFile.Flavour, in folder: String
  ) -> String {
    "\(folder)/\(size.rawValue).\(flavour.rawValue).xml"
  }
}
