/// Compresses a stream that comes in pieces; memory does not grow with its length.
public final class Compressor {
  private let codec: any Codec
  private static let outputSize = 256 << 10

  /// - Throws: ``CompressionError/outOfMemory``.
  public init(_ format: CompressionFormat) throws(CompressionError) {
    codec =
      switch format {
      case .gzip: try GzipCodec(compressing: true)
      case .zstd: try ZstdCompression()
      }
  }

  /// Hands on what the next bytes give, which may be nothing yet.
  public func compress(
    _ bytes: [UInt8], _ body: ([UInt8]) throws -> Void
  ) throws { try run(bytes, isLast: false, body) }

  /// Hands on what is left; nothing may be compressed afterwards.
  public func finish(_ body: ([UInt8]) throws -> Void) throws { try run([], isLast: true, body) }

  private func run(
    _ bytes: [UInt8], isLast: Bool, _ body: ([UInt8]) throws -> Void
  ) throws {
    var start = 0
    var output: [UInt8] = []
    while true {
      let step = try codec.step(
        bytes, from: start, isLast: isLast, limit: Self.outputSize, &output)
      start += step.consumed
      if !output.isEmpty { try body(output) }
      let isFull = output.count == Self.outputSize
      if isLast ? step.isComplete : start == bytes.count && !isFull { return }
    }
  }
}
