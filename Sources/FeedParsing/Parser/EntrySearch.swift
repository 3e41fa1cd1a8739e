/// Finds entries in markup that no parser reads.
enum EntrySearch {
  private static let openings = ["<item", "<entry", "<rss:item", "<atom:entry"].map {
    Array($0.utf8)
  }

  /// The offset of the next start tag of an entry, CDATA sections and comments passed over.
  static func nextEntry(in bytes: [UInt8], from start: Int) -> Int? {
    let scanner = MarkupScanner(bytes: bytes)
    var index = start
    while index < bytes.count {
      guard let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
      if scanner.has("<![CDATA[", at: found) {
        index = scanner.end(of: Array("]]>".utf8), from: found) ?? found + 9
      } else if isOpening(at: found, in: bytes) {
        return found
      } else {
        index = found + 1
      }
    }
    return nil
  }

  /// How many lines end within some bytes.
  static func lines(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  private static func isOpening(at index: Int, in bytes: [UInt8]) -> Bool {
    openings.contains { opening in
      let end = index + opening.count
      guard end < bytes.count, bytes[index..<end].elementsEqual(opening) else { return false }
      return !MarkupScanner.isNamePart(bytes[end]) || bytes[end] == UInt8(ascii: ":")
    }
  }
}
