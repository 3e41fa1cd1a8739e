import CZlib

/// Compresses or decompresses by zlib.
@safe
final class GzipCodec: Codec {
  private let isCompressing: Bool
  /// zlib's state points back to it, so it never moves.
  private let stream: UnsafeMutablePointer<z_stream>

  init(compressing isCompressing: Bool) throws(CompressionError) {
    self.isCompressing = isCompressing
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let result =
      isCompressing
      ? unsafe presslog_gzip_deflate_init(stream) : unsafe presslog_gzip_inflate_init(stream)
    guard result == Z_OK else { throw .outOfMemory }
  }

  deinit {
    if isCompressing { unsafe deflateEnd(stream) } else { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// The corresponding C functions are `deflate` and `inflate`.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) throws(CompressionError) -> CodecStep {
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let result =
      isCompressing
      ? unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      : unsafe inflate(stream, Z_NO_FLUSH)
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
      throw result == Z_MEM_ERROR ? .outOfMemory : .damaged(.gzip)
    }
    // A file may hold several streams, one after another.
    if result == Z_STREAM_END, !isCompressing { unsafe inflateReset(stream) }
    return unsafe CodecStep(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out),
      isComplete: result == Z_STREAM_END)
  }
}
