/// The start of a document of a mainframe: `<?xm` in EBCDIC, behind white space or not.
///
/// The letters of a declaration are the same in all code pages of EBCDIC but for two of Japan, so it
/// can be read before it is known which of them the rest is written in (XML 1.0, appendix F.1).
struct EBCDICHead {
  private static let window = 1024
  private static let start: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94]
  private static let spaces: Set<UInt8> = [0x05, 0x0D, 0x15, 0x25, 0x40]
  /// Code pages by where they have the quotation mark; Turkish ones have it in a place of its own.
  private static let pages = ["IBM037", "IBM1026"]

  /// The code page as the declaration writes it.
  let label: String?

  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(Self.window).drop { Self.spaces.contains($0) }
    guard head.starts(with: Self.start) else { return nil }
    let labels = Self.pages.lazy.compactMap { page in
      Converter.text(of: Array(head), in: page).flatMap(EncodingLabel.xmlDeclaration(in:))
    }
    // In the wrong page the quotation marks are letters with an accent, and part of the label.
    label = labels.first { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// Whether an encoding reads the start as it must be read.
  func isTrue(of encoding: CharacterEncoding) -> Bool {
    Converter.text(of: Self.start, in: encoding.iconvName) == Array("<?xm".utf8)
  }
}
