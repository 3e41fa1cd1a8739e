import Announcements
import Crypto

extension Hashing {
  /// The hashes of the log and the ids: SHA-256 from swift-crypto.
  static let standard = Hashing { Array(SHA256.hash(data: $0)) }
}
