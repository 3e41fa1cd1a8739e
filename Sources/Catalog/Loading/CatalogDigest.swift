import Crypto
import FoundationEssentials

/// What identifies a catalog, so that an index knows which one it was built with.
enum CatalogDigest {
  /// SHA-256 over what decides a tag, as 64 hexadecimal digits.
  ///
  /// Each name, file and value goes in with its length before it, so that nothing can pass from
  /// one into the next. Files go in the order of their names, feeds in that of their ids.
  ///
  /// - Parameters:
  ///   - files: The bytes of the files by name; that of the feeds does not belong to them.
  ///   - feeds: The subscriptions.
  /// - Returns: The digits in small letters.
  static func hexadecimal(files: [String: [UInt8]], feeds: [Subscription]) -> String {
    var hasher = SHA256()
    add(files.count, to: &hasher)
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      add(Array(name.utf8), to: &hasher)
      add(bytes, to: &hasher)
    }
    add(feeds.count, to: &hasher)
    for feed in feeds.sorted(by: { $0.id < $1.id }) {
      let fields = [feed.id, feed.publisher ?? "", feed.rights.rawValue] + feed.topics.sorted()
      add(fields.count, to: &hasher)
      for field in fields { add(Array(field.utf8), to: &hasher) }
    }
    return hasher.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func add(_ bytes: [UInt8], to hasher: inout SHA256) {
    add(bytes.count, to: &hasher)
    hasher.update(data: bytes)
  }

  private static func add(_ number: Int, to hasher: inout SHA256) {
    hasher.update(data: (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }
}
