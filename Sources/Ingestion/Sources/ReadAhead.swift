import Foundation

/// Which sources may be read while an earlier one is stored: as many as keep the other cores busy
/// and the memory small.
struct ReadAhead {
  private let sources: [IngestSource]
  private var nextIndex = 0
  /// The bytes of the files that were begun and are not yet stored, by their index.
  private var sizes: [Int: Int] = [:]

  /// How far ahead files are read: more than one batch of small feeds.
  private static let files = 256
  /// How much of them, in bytes, whatever their number.
  private static let bytes = 32 << 20
  /// How far ahead the network is asked.
  private static let requests = 8

  init(_ sources: [IngestSource]) {
    self.sources = sources
  }

  /// The index of the next source to begin while the one at `index` is waited for; nil where
  /// enough is under way.
  mutating func next(after index: Int) -> Int? {
    sizes = sizes.filter { $0.key >= index }
    guard nextIndex < sources.count else { return nil }
    let source = sources[nextIndex]
    let distance = nextIndex - index
    guard distance < (source.mayKeepWaiting ? Self.requests : Self.files),
      distance <= 0 || sizes.values.reduce(0, +) < Self.bytes
    else { return nil }
    sizes[nextIndex] = source.size
    nextIndex += 1
    return nextIndex - 1
  }
}

extension IngestSource {
  /// The bytes of a file, 0 where that is not known.
  fileprivate var size: Int {
    guard case .file(let path) = self else { return 0 }
    // A file that is not there is reported when it is read.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }
}
