/// Reads a stream that may be compressed; its first bytes tell.
///
/// At most 1 MiB is handed on at once, so memory does not grow however far the bytes expand.
public final class Decompressor {
  /// Nil where the bytes are handed on as they are.
  public let format: CompressionFormat?
  private let source: () throws -> [UInt8]
  private let codec: (any Codec)?
  private var input: [UInt8]
  private var start = 0
  private var isComplete = true

  private static let outputSize = 1 << 20
  private static let magicSize = 4

  /// Looks at the first bytes of `source`, which gives none at its end.
  ///
  /// - Throws: ``CompressionError/outOfMemory``, what `source` throws.
  public init(_ source: @escaping () throws -> [UInt8]) throws {
    self.source = source
    input = []
    while input.count < Self.magicSize {
      let more = try source()
      if more.isEmpty { break }
      input += more
    }
    format = CompressionFormat(magicOf: input)
    codec =
      switch format {
      case .gzip: try GzipCodec(compressing: false)
      case .zstd: try ZstdDecompression()
      case nil: nil
      }
  }

  /// The next bytes; none at the end.
  ///
  /// - Throws: ``CompressionError``, what the source throws.
  public func next() throws -> [UInt8] {
    guard let codec, let format else {
      defer { input = [] }
      return try input.isEmpty ? source() : input
    }
    var output: [UInt8] = []
    while output.isEmpty {
      var isAtEnd = false
      if start == input.count {
        input = try source()
        start = 0
        isAtEnd = input.isEmpty
        if isAtEnd, isComplete { return [] }
      }
      let step = try codec.step(
        input, from: start, isLast: isAtEnd, limit: Self.outputSize, &output)
      start += step.consumed
      isComplete = step.isComplete
      if isAtEnd, step.produced == 0 { throw CompressionError.incomplete(format) }
    }
    return output
  }
}
