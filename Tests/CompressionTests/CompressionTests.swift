import Compression
import Testing

@Suite struct CompressionTests {
  /// Bytes in pieces of one size; none at the end.
  private static func pieces(_ bytes: [UInt8], of size: Int) -> () throws -> [UInt8] {
    var start = 0
    return {
      let piece = Array(bytes[start..<min(start + size, bytes.count)])
      start += piece.count
      return piece
    }
  }

  private static func compressed(
    _ bytes: [UInt8], _ format: CompressionFormat, pieces size: Int
  ) throws -> [UInt8] {
    let compressor = try Compressor(format)
    var result: [UInt8] = []
    let next = pieces(bytes, of: size)
    while true {
      let piece = try next()
      if piece.isEmpty { break }
      try compressor.compress(piece) { result += $0 }
    }
    try compressor.finish { result += $0 }
    return result
  }

  private static func decompressed(_ bytes: [UInt8], pieces size: Int) throws -> [UInt8] {
    let decompressor = try Decompressor(pieces(bytes, of: size))
    var result: [UInt8] = []
    while true {
      let piece = try decompressor.next()
      if piece.isEmpty { return result }
      result += piece
    }
  }

  /// Some that shrink much, some that do not, and none.
  private static let inputs: [[UInt8]] = [
    [], [7], Array("{\"title\":\"Beds\"}\n".utf8), [UInt8](repeating: 65, count: 3_000_000),
    (0..<1_200_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) },
  ]

  @Test(arguments: CompressionFormat.allCases, [1_000, 1 << 20])
  func `what was compressed comes back`(_ format: CompressionFormat, _ size: Int) throws {
    for input in Self.inputs {
      let compressed = try Self.compressed(input, format, pieces: size)
      #expect(CompressionFormat(magicOf: compressed) == format)
      #expect(try Self.decompressed(compressed, pieces: size) == input, "\(input.count) bytes")
    }
  }

  @Test(arguments: CompressionFormat.allCases)
  func `streams that follow each other are one`(_ format: CompressionFormat) throws {
    let first = try Self.compressed(Self.inputs[2], format, pieces: 100)
    let second = try Self.compressed(Self.inputs[3], format, pieces: 100_000)
    for size in [1, 7, 1 << 20] {
      #expect(
        try Self.decompressed(first + second, pieces: size) == Self.inputs[2] + Self.inputs[3])
    }
  }

  @Test(arguments: CompressionFormat.allCases)
  func `a stream that was cut off is an error, wherever it was cut`(
    _ format: CompressionFormat
  ) throws {
    let whole = try Self.compressed(Self.inputs[2], format, pieces: 100)
    for length in 4..<whole.count {
      #expect(throws: CompressionError.incomplete(format), "\(length) bytes") {
        try Self.decompressed(Array(whole.prefix(length)), pieces: 5)
      }
    }
  }

  @Test(arguments: CompressionFormat.allCases)
  func `a flipped byte never gives other bytes`(_ format: CompressionFormat) throws {
    let whole = try Self.compressed(Self.inputs[2], format, pieces: 100)
    for offset in 4..<whole.count {
      var damaged = whole
      damaged[offset] ^= 0xFF
      do {
        // Some bytes of the header say nothing of the contents.
        #expect(try Self.decompressed(damaged, pieces: 100) == Self.inputs[2], "byte \(offset)")
      } catch is CompressionError {}
    }
  }

  @Test func `bytes that are not compressed come as they are`() throws {
    for input in Self.inputs {
      #expect(try Self.decompressed(input, pieces: 3_000) == input)
    }
  }

  @Test func `the ending of a name tells the format`() {
    #expect(CompressionFormat(suffixOf: "events.jsonl.gz") == .gzip)
    #expect(CompressionFormat(suffixOf: "events.jsonl.zst") == .zstd)
    #expect(CompressionFormat(suffixOf: "events.jsonl") == nil)
  }
}
