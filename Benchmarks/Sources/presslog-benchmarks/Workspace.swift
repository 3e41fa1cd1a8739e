import Foundation

/// A temporary folder for what is generated and measured, and the checkout that it belongs to.
final class Workspace {
  let path = NSTemporaryDirectory() + "presslog-bench-\(UUID().uuidString)"
  /// Presslog's own files.
  let checkout: String
  /// The feeds to parse, generated when they are first asked for.
  private var corpus: FeedCorpus?

  /// Makes the folder; it goes when the workspace does.
  init(checkout: String) throws {
    self.checkout = checkout
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A folder in the system's temporary one is no loss.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A file that stands beside the checkout in `shared/bench`, nil where nobody put it there.
  func sharedFile(_ name: String) -> String? {
    let file = "\(checkout)/../shared/bench/\(name)"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// The feeds that parsers are measured with.
  func feedCorpus() throws -> FeedCorpus {
    if let corpus { return corpus }
    let made = try FeedCorpus(in: self)
    corpus = made
    return made
  }

  /// A place in the folder, with what an earlier run left there removed.
  func fresh(_ name: String) -> String {
    let path = "\(path)/\(name)"
    for suffix in ["", ".db", ".db-wal", ".db-shm"] {
      // What is not there need not be removed.
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    return path
  }
}
