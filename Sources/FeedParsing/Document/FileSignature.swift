/// The first bytes of files that are no text, to say what was offered instead of a feed.
enum FileSignature {
  private static let signatures: [(bytes: [UInt8], hint: String)] = [
    (Array("%PDF".utf8), "a PDF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    ([0x1F, 0x8B], "gzip, still compressed"),
    ([0x42, 0x5A, 0x68], "bzip2, still compressed"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd, still compressed"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz, still compressed"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    (Array("{\\rtf".utf8), "a rich text document"),
    (Array("SQLite format 3".utf8), "a SQLite database"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]

  /// What a file is, nil where no signature of ours fits.
  static func hint(for bytes: [UInt8]) -> String? {
    signatures.first { bytes.starts(with: $0.bytes) }?.hint
  }
}
