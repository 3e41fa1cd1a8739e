/// Tells the line on which an offset lies, by counting from the last one that was asked for.
struct LineCounter {
  /// An offset of the document.
  private(set) var offset = 0
  /// The line on which it lies, from 1.
  private(set) var line = 1

  /// The line of an offset.
  ///
  /// - Parameters:
  ///   - place: The offset, before or behind the last one.
  ///   - lineEnds: Counts the line feeds between two offsets.
  /// - Returns: The line, from 1.
  mutating func line(at place: Int, lineEnds: (_ start: Int, _ end: Int) -> Int) -> Int {
    if place >= offset {
      line += lineEnds(offset, place)
    } else {
      line -= lineEnds(place, offset)
    }
    offset = place
    return line
  }

  /// The line of an offset in bytes that are all there.
  mutating func line(at place: Int, in bytes: [UInt8]) -> Int {
    line(at: min(max(place, 0), bytes.count)) { start, end in
      bytes[start..<end].count { $0 == 0x0A }
    }
  }
}
