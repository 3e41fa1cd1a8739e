import CZstd

/// Compresses by libzstd, at its default level, with a checksum.
@safe
final class ZstdCompression: Codec {
  private let context: OpaquePointer

  init() throws(CompressionError) {
    guard let context = unsafe ZSTD_createCCtx() else { throw .outOfMemory }
    unsafe self.context = context
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { unsafe ZSTD_freeCCtx(context) }

  /// The corresponding C function is `ZSTD_compressStream2`.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) throws(CompressionError) -> CodecStep {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let rest = unsafe ZSTD_compressStream2(
      context, &target, &source, isLast ? ZSTD_e_end : ZSTD_e_continue)
    guard ZSTD_isError(rest) == 0 else { throw .outOfMemory }
    return unsafe CodecStep(
      consumed: source.pos, produced: target.pos, isComplete: isLast && rest == 0)
  }
}

/// Decompresses by libzstd.
@safe
final class ZstdDecompression: Codec {
  private let context: OpaquePointer

  init() throws(CompressionError) {
    guard let context = unsafe ZSTD_createDCtx() else { throw .outOfMemory }
    unsafe self.context = context
  }

  deinit { unsafe ZSTD_freeDCtx(context) }

  /// The corresponding C function is `ZSTD_decompressStream`.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) throws(CompressionError) -> CodecStep {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let rest = unsafe ZSTD_decompressStream(context, &target, &source)
    guard ZSTD_isError(rest) == 0 else { throw .damaged(.zstd) }
    return unsafe CodecStep(
      consumed: source.pos, produced: target.pos, isComplete: rest == 0)
  }
}
