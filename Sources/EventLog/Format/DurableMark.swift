/// How far the log is known to be on disk: the file `DURABLE`.
///
/// Two slots of 64 bytes are written in turn after each fdatasync, so that a torn write leaves the
/// other. The file itself is synced only when the log is closed: after a power cut it may lag, never
/// lead.
struct DurableMark: Hashable, Sendable {
  var position: LogPosition
  /// The first sequence of the segment in which `position` stands.
  var segment: Int
  /// The end of the event in that segment, in bytes.
  var offset: Int

  static let slotSize = 64
  private static let magic: [UInt8] = Array("PLD1".utf8)

  /// A slot: sequence, segment, offset (8 bytes each, little-endian), hash (32), `PLD1`, CRC-32C.
  func encoded() -> [UInt8] {
    var slot: [UInt8] = []
    for number in [position.sequence, segment, offset] { slot.append(littleEndian: UInt64(number)) }
    slot.append(contentsOf: position.hash.bytes)
    slot.append(contentsOf: Self.magic)
    slot.append(littleEndian: CRC32C.checksum(of: slot))
    return slot
  }

  init(position: LogPosition, segment: Int, offset: Int) {
    self.position = position
    self.segment = segment
    self.offset = offset
  }

  /// Reads a slot; nil where it is torn or was never written.
  init?(slot: [UInt8]) {
    guard slot.count == Self.slotSize, Array(slot[56..<60]) == Self.magic,
      slot.littleEndian(at: 60, count: 4) == UInt64(CRC32C.checksum(of: slot, in: 0..<60))
    else { return nil }
    guard let sequence = Int(exactly: slot.littleEndian(at: 0, count: 8)),
      let segment = Int(exactly: slot.littleEndian(at: 8, count: 8)),
      let offset = Int(exactly: slot.littleEndian(at: 16, count: 8))
    else { return nil }
    self.init(
      position: LogPosition(sequence: sequence, hash: EventHash(bytes: Array(slot[24..<56]))),
      segment: segment,
      offset: offset)
  }

  /// Reads the later of the two slots; nil where the log has never been synced.
  static func read(_ layout: LogLayout) throws(SystemError) -> (mark: DurableMark, slot: Int)? {
    guard layout.disk.exists(layout.durableMark) else { return nil }
    let bytes = try layout.disk.contents(of: layout.durableMark)
    var latest: (mark: DurableMark, slot: Int)?
    for slot in 0..<2 where bytes.count >= (slot + 1) * slotSize {
      let mark = DurableMark(slot: Array(bytes[slot * slotSize..<(slot + 1) * slotSize]))
      guard let mark else { continue }
      if mark.position.sequence >= latest?.mark.position.sequence ?? 0 { latest = (mark, slot) }
    }
    return latest
  }
}

extension [UInt8] {
  func littleEndian(at offset: Int, count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(self[offset + $1]) << (8 * UInt64($1)) }
  }
}
