/// What names stand for, found without making a string of the name.
///
/// A hash table with open addressing, at most half full.
struct NameTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var bits: UInt128
    var value: Value
  }

  private var slots: [Slot?]
  private let width: Int

  init(_ entries: [(name: String, value: Value)]) {
    let needed = entries.count * 2
    width = Int.bitWidth - needed.leadingZeroBitCount
    slots = Array(repeating: nil, count: 1 << width)
    for entry in entries {
      guard let key = NameKey(entry.name) else { continue }
      slots[slot(of: key)] = Slot(bits: key.bits, value: entry.value)
    }
  }

  subscript(key: NameKey) -> Value? { slots[slot(of: key)]?.value }

  /// Where a name is, or would be.
  private func slot(of key: NameKey) -> Int {
    var index = key.hash(width: width)
    while let slot = slots[index], slot.bits != key.bits { index = (index + 1) & (slots.count - 1) }
    return index
  }
}
