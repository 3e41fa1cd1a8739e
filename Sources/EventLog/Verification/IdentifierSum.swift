/// A fingerprint of pairs of id hash and sequence that does not depend on their order.
///
/// Two sets of pairs with one sum are the same set: each pair counts with a keyed hash, whose key is
/// drawn at random for each process, so that nobody can make another set that sums up to the same.
struct IdentifierSum: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  mutating func add(_ hash: UInt64, _ sequence: Int) {
    var hasher = Hasher()
    hasher.combine(hash)
    hasher.combine(sequence)
    var other = hasher
    other.combine(1)
    first &+= UInt64(bitPattern: Int64(hasher.finalize()))
    second &+= UInt64(bitPattern: Int64(other.finalize()))
  }

  /// Adds the pairs that another sum is of.
  mutating func add(_ other: IdentifierSum) {
    first &+= other.first
    second &+= other.second
  }
}
