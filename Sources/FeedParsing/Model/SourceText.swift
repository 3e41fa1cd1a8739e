/// Characters of a document as it was received, kept as a part of it for as long as nobody asks for
/// them.
///
/// Every entry keeps its own, so copying them would write each feed's bytes once more.
public struct SourceText: Sendable {
  private enum Storage: Sendable {
    case text(String)
    case part(ValidText, Range<Int>)
  }

  private let storage: Storage

  /// Characters by themselves.
  public init(_ text: String) {
    storage = .text(text)
  }

  /// A part of a document that is in memory as a whole.
  init(_ document: ValidText, _ range: Range<Int>) {
    storage = .part(document, range)
  }

  /// How many bytes they take in UTF-8.
  public var byteCount: Int {
    switch storage {
    case .text(let text): text.utf8.count
    case .part(_, let range): range.count
    }
  }

  /// The characters.
  public var string: String {
    switch storage {
    case .text(let text): text
    case .part(let document, let range): document.string(in: range)
    }
  }
}

extension SourceText: Hashable {
  /// Whether both have the same characters, wherever they are kept.
  public static func == (one: SourceText, other: SourceText) -> Bool { one.string == other.string }

  /// Hashes the characters.
  public func hash(into hasher: inout Hasher) { hasher.combine(string) }
}
