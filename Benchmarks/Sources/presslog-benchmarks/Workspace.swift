import Foundation

/// A temporary folder with the feeds to read and the floors to compare with.
final class Workspace {
  let path = NSTemporaryDirectory() + "presslog-bench-\(UUID().uuidString)"
  /// The C program that ingests the same feeds into the same kind of store; nil where its source is
  /// not at hand.
  private(set) var ingestFloor: String?
  /// The generator of the feeds.
  private let generator: String

  /// Prepares the folder from what stands beside the checkout in `shared/bench`.
  ///
  /// - Throws: ``BenchmarkError`` where the generator is not there or fails.
  init(checkout: String) throws {
    let bench = "\(checkout)/../shared/bench"
    generator = "\(bench)/make_corpus.py"
    guard FileManager.default.fileExists(atPath: generator) else {
      throw BenchmarkError(
        description: "skipped: the generator of the feeds is not at \(generator)")
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try compile("\(bench)/c_ingest.c")
  }

  deinit {
    // A folder in the system's temporary one is no loss.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Generates feeds and returns their paths, sorted.
  func feeds(_ arguments: [String], in folder: String) throws -> [String] {
    let out = "\(path)/\(folder)"
    _ = try measure(
      ["/usr/bin/env", "python3", generator, "--out", out] + arguments)
    let names = FileManager.default.enumerator(atPath: out)?.allObjects ?? []
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
      .map { "\(out)/\($0)" }
  }

  /// Removes what a run left, so that the next begins anew.
  func fresh(_ name: String) -> String {
    let path = "\(path)/\(name)"
    for suffix in ["", ".db", ".db-wal", ".db-shm"] {
      // What is not there need not be removed.
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    return path
  }

  private func compile(_ source: String) throws {
    let program = "\(path)/c_ingest"
    let flags = "$(pkg-config --cflags --libs libxml-2.0 sqlite3) -msse4.2"
    _ = try measure(["/bin/sh", "-c", "gcc -O2 '\(source)' \(flags) -o '\(program)'"])
    ingestFloor = program
  }
}
