/// The formats in which a stream of bytes can be compressed.
public enum CompressionFormat: String, Hashable, Sendable, CaseIterable {
  /// RFC 1952, by zlib.
  case gzip
  /// RFC 8878, by libzstd; smaller and several times faster.
  case zstd

  /// The format that the ending of a file's name means: `.gz`, `.zst`.
  public init?(suffixOf path: String) {
    switch path {
    case _ where path.hasSuffix(".gz"): self = .gzip
    case _ where path.hasSuffix(".zst"): self = .zstd
    default: return nil
    }
  }

  /// The format that the first bytes of a stream tell; nil where they are not compressed.
  public init?(magicOf bytes: [UInt8]) {
    switch bytes {
    case _ where bytes.starts(with: [0x1F, 0x8B]): self = .gzip
    case _ where bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]): self = .zstd
    default: return nil
    }
  }
}

/// Why bytes cannot be decompressed.
public enum CompressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// They are not in the format, or do not match their checksum.
  case damaged(CompressionFormat)
  /// They stop before their end.
  case incomplete(CompressionFormat)
  /// The library has no memory.
  case outOfMemory

  public var description: String {
    switch self {
    case .damaged(let format): "the \(format) data are damaged; make the file anew"
    case .incomplete(let format): "the \(format) data stop before their end; make the file anew"
    case .outOfMemory: "there is no memory for compressing"
    }
  }
}
