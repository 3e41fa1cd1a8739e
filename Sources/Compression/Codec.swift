/// What zlib and libzstd have in common: some input goes in, some output comes out.
protocol Codec: AnyObject {
  /// Works on the input until it is used up or the output is full.
  ///
  /// - Parameters:
  ///   - input: The next bytes.
  ///   - isLast: Whether there are no more after them.
  ///   - output: What has room for the result.
  /// - Returns: How much of both was used.
  /// - Throws: ``CompressionError``.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) throws(CompressionError) -> CodecStep
}

/// What a step used and gave.
struct CodecStep {
  var consumed: Int
  var produced: Int
  /// Whether all that went in has come out, and the stream could end here.
  var isComplete: Bool
}

extension Codec {
  /// A step over `bytes[start...]` that gives at most `limit` bytes.
  func step(
    _ bytes: [UInt8], from start: Int, isLast: Bool, limit: Int, _ output: inout [UInt8]
  ) throws(CompressionError) -> CodecStep {
    var step = CodecStep(consumed: 0, produced: 0, isComplete: false)
    var failure: CompressionError?
    output = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      unsafe bytes.withUnsafeBufferPointer { input in
        let rest = unsafe UnsafeBufferPointer(rebasing: input[start...])
        do throws(CompressionError) {
          step = try unsafe self.step(rest, isLast: isLast, buffer)
        } catch {
          failure = error
        }
      }
      count = step.produced
    }
    if let failure { throw failure }
    return step
  }
}
