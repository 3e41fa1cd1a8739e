/// A page of an ``IdentifierRun``, with its own checksum: a damaged page is found where it is read,
/// instead of an id being missed.
struct IdentifierPage {
  /// What a page holds.
  enum Kind: UInt32 {
    /// Pairs of hash and sequence: `PLI2`, little-endian.
    case entries = 0x3249_4C50
    /// Bits that say which hashes there are not: `PLF1`, little-endian.
    case filter = 0x3146_4C50
  }

  /// In bytes.
  static let size = 4_096
  /// The bytes that are of use.
  static let room = 4_080
  private static let checksum = 4_092

  private let bytes: [UInt8]
  /// How many ids the page is about.
  let count: Int

  /// A page that does not match its checksum, or that the disk does not give.
  struct Damaged: Error {}

  /// Reads the page that begins at `offset`.
  ///
  /// - Throws: ``Damaged``.
  init(_ kind: Kind, in file: any DiskFile, at offset: Int) throws(Damaged) {
    var bytes: [UInt8] = []
    do {
      _ = try file.read(Self.size, at: offset, appendingTo: &bytes)
    } catch {
      throw Damaged()  // whatever it was, a new one is made
    }
    guard bytes.count == Self.size, bytes.word(at: Self.room) >> 32 == UInt64(kind.rawValue),
      bytes.word(at: Self.checksum - 4) >> 32
        == UInt64(CRC32C.checksum(of: bytes, in: 0..<Self.checksum))
    else { throw Damaged() }
    count = Int(bytes.word(at: Self.room) & 0xFFFF_FFFF)
    self.bytes = bytes
  }

  /// Ends a page whose `room` bytes are the last of `bytes`.
  static func end(_ kind: Kind, count: Int, in bytes: inout [UInt8]) {
    let start = bytes.count - room
    bytes.append(littleEndian: UInt32(count))
    bytes.append(littleEndian: kind.rawValue)
    bytes.append(littleEndian: UInt32(0))
    bytes.append(littleEndian: CRC32C.checksum(of: bytes, in: start..<bytes.count))
  }

  // MARK: Entries

  static let entriesPerPage = 255
  static let entrySize = 16

  func hash(_ index: Int) -> UInt64 { bytes.word(at: index * Self.entrySize) }

  func sequence(_ index: Int) -> Int {
    Int(truncatingIfNeeded: bytes.word(at: index * Self.entrySize + 8))
  }

  /// The first entry whose hash is not less; ``count`` where there is none.
  func firstIndex(notBefore hash: UInt64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.hash(middle) < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Filter

  /// Whether a page that is a filter does not rule the hash out.
  func mayHave(_ hash: UInt64) -> Bool {
    IdentifierFilter.bits(of: hash).allSatisfy { bytes[$0 >> 3] & 1 << ($0 & 7) != 0 }
  }
}
