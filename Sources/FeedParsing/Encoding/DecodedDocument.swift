/// A document's characters in UTF-8, whatever the bytes were.
package struct DecodedDocument {
  /// The text, without a byte order mark; the caller's own array where nothing had to be changed.
  let text: ValidText
  /// Which encoding was decided on, and why.
  package let decision: EncodingDecision
  /// The text's bytes.
  package var bytes: [UInt8] { text.bytes }
  /// How many bytes were no text in the encoding that was decided on.
  package let strayBytes: Int
  /// The lines of the first of them, counted from 1.
  package let strayLines: [Int]

  /// Decides on an encoding by the whole of the document, and decodes it.
  package init(_ bytes: [UInt8], contentType: String?, isHTML: Bool = false) {
    let choice = EncodingChoice(bytes, contentType: contentType, isHTML: isHTML)
    decision = choice.decision
    let body = bytes.dropFirst(choice.markLength)
    let verdict = choice.verdict ?? UTF8Check.verdict(on: body.span)
    if choice.encoding.isUTF8, verdict != .invalid {
      text = ValidText(choice.markLength == 0 ? bytes : Array(body), checked: verdict)
      strayBytes = 0
      strayLines = []
    } else {
      var decoded = Self.decode(body, as: choice.encoding)
      if UTF8Check.verdict(on: decoded.bytes.span) == .invalid {
        // glibc takes numbers for characters that are beyond Unicode, in UCS-4 for one.
        decoded = UTF8Repair.decode(decoded.bytes[...])
      }
      text = ValidText(decoded.bytes, checked: .valid)
      strayBytes = decoded.strayBytes
      strayLines = decoded.strayLines
    }
  }

  /// What is to be said of the stray bytes.
  var strayMessage: String {
    let isWide = decision.name.hasPrefix("utf-16") || decision.name.hasPrefix("utf-32")
    let reading = isWide ? "replaced by U+FFFD" : "read as windows-1252"
    let lines = strayLines.map(String.init).joined(separator: ", ")
    let place = (strayLines.count == 1 ? "line " : "lines ") + lines
    return strayBytes == 1
      ? "1 byte is no \(decision.name) (\(place)); it is \(reading)."
      : "\(strayBytes) bytes are no \(decision.name) (first in \(place)); they are \(reading)."
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, as encoding: CharacterEncoding
  ) -> DecodedText {
    if encoding.isUTF8 { return UTF8Repair.decode(bytes) }
    if encoding.isWindows1252 { return ByteTable.windows1252.decode(bytes) }
    if let text = EscapedText.decode(bytes, as: encoding) { return text }
    if let table = ByteTable(encoding) { return table.decode(bytes) }
    guard var transcoder = Transcoder(encoding) else {
      return ByteTable.windows1252.decode(bytes)
    }
    var text = DecodedText(capacity: DecodedText.capacity(for: bytes.count))
    transcoder.decode(bytes, into: &text)
    return text
  }
}
