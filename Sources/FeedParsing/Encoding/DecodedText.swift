import XMLStream

/// Text in UTF-8 as it is decoded, and where the bytes were none.
struct DecodedText {
  /// How many places are kept of those where bytes were no text.
  static let mostPlaces = 5

  private(set) var bytes: [UInt8]
  /// How many bytes were no text in the encoding.
  private(set) var strayBytes = 0
  /// Where the first of them stand in `bytes`.
  private var places: [Int] = []

  /// Room for what bytes become in hardly any encoding more: two bytes are three in UTF-8.
  ///
  /// Memory that is not written to is not taken, while an array that grows is held twice.
  static func capacity(for bytes: Int) -> Int { bytes + bytes / 2 }

  /// Empty text with room for some bytes.
  init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Text that was decoded as a whole.
  init(_ bytes: [UInt8], strayBytes: Int, places: [Int]) {
    self.bytes = bytes
    self.strayBytes = strayBytes
    self.places = places
  }

  /// The lines of the first stray bytes, each once, counted from 1.
  var strayLines: [Int] {
    var lines: [Int] = []
    var (line, start) = (1, 0)
    for place in places {
      line += bytes[start..<place].count { $0 == UInt8(ascii: "\n") }
      start = place
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  /// Appends text.
  mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
  }

  /// Appends a byte that is no text, as windows-1252 reads it.
  mutating func appendStray(_ byte: UInt8) {
    let character = Windows1252.character(byte)
    appendStray(UTF8.encode(character) ?? UTF8.encodedReplacementCharacter, count: 1)
  }

  /// Appends what stands for some bytes that are no text.
  mutating func appendStray(_ text: some Collection<UInt8>, count: Int) {
    if places.count < Self.mostPlaces { places.append(bytes.count) }
    strayBytes += count
    bytes.append(contentsOf: text)
  }
}
