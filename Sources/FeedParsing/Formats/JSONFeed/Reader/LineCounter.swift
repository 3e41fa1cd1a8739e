/// Tells the line of an offset by counting from the last one it was asked for.
struct LineCounter {
  private var offset = 0
  private var line = 1

  /// The line of an offset, from 1.
  mutating func line(at target: Int, in bytes: [UInt8]) -> Int {
    let target = min(max(target, 0), bytes.count)
    if target >= offset {
      line += bytes[offset..<target].count { $0 == 0x0A }
    } else {
      line -= bytes[target..<offset].count { $0 == 0x0A }
    }
    offset = target
    return line
  }
}
