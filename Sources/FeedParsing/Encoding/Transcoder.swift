/// Turns bytes of an encoding that glibc knows into UTF-8 and loses none.
///
/// Bytes that are no text are read as windows-1252 one by one; a unit of UTF-16 or UTF-32 that is
/// none becomes U+FFFD. Every byte is converted once, and looked at a few times more where it is no
/// text, so that the time is linear whatever the bytes are.
@safe
struct Transcoder: ~Copyable {
  /// How much is converted at once: what it becomes fits the buffer between glibc's own two steps.
  private static let window = 4096
  /// The longest character of any encoding that is read here, in bytes.
  private static let longestCharacter = 4

  private let converter: Converter
  private let unitLength: Int
  /// Whether bytes mean another thing after a shift, which must not be forgotten at a stray byte.
  private let hasShifts: Bool
  /// The bytes that are no text whatever stands behind them, as far as they are known.
  private var isHopeless = [Bool](repeating: false, count: 256)
  private let buffer: UnsafeMutableRawBufferPointer

  /// Nil for an encoding that glibc does not know.
  init?(_ encoding: CharacterEncoding) {
    guard let converter = Converter(encoding.iconvName) else { return nil }
    self.converter = converter
    unitLength = encoding.unitLength
    unsafe buffer = .allocate(byteCount: Self.window * Converter.expansion, alignment: 16)
    // A shift out is text where there are no shifts, and is never composed with anything.
    hasShifts =
      SevenBitEscapes(encoding) != nil || Converter.text(of: [0x0E], in: encoding.iconvName) == []
  }

  deinit {
    unsafe buffer.deallocate()
  }

  /// Reads bytes to their end.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout DecodedText) {
    unsafe bytes.withUnsafeBytes { unsafe decode($0, into: &text) }
  }

  private mutating func decode(_ bytes: UnsafeRawBufferPointer, into text: inout DecodedText) {
    var position = 0
    while position < bytes.count {
      let end = min(position + Self.window, bytes.count)
      let result = unsafe converter.convert(bytes[position..<end], into: buffer)
      unsafe text.append(buffer[..<result.written])
      position += result.read
      let isCut = result.stop == .incomplete && end < bytes.count && result.read > 0
      if result.stop != .end, !isCut, position < bytes.count {
        position = unsafe passStray(bytes, at: position, into: &text)
      }
    }
    unsafe text.append(buffer[..<converter.flush(into: buffer)])
  }

  /// Reads what is no text; says where to go on.
  private mutating func passStray(
    _ bytes: UnsafeRawBufferPointer, at start: Int, into text: inout DecodedText
  ) -> Int {
    guard unitLength == 1 else {
      let end = min(start + unitLength, bytes.count)
      text.appendStray(UTF8.encodedReplacementCharacter, count: end - start)
      return end
    }
    // A letter that waits for its accent comes first.
    if !hasShifts { unsafe text.append(buffer[..<converter.flush(into: buffer)]) }
    var end = start
    repeat {
      let length = unsafe strayLength(bytes, at: end)
      for index in end..<(end + length) { unsafe text.appendStray(bytes[index]) }
      end += length
    } while unsafe end < bytes.count && isHopeless[Int(bytes[end])]
    return end
  }

  /// How many bytes are no text together.
  ///
  /// A lead is passed with a trail that makes no character with it, as the WHATWG Encoding standard
  /// has it, so that what follows is not read one byte off. A trail that is ASCII is text.
  private mutating func strayLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    let lead = unsafe bytes[start]
    guard !isHopeless[Int(lead)] else { return 1 }
    for length in 1...Self.longestCharacter where start + length <= bytes.count {
      if length > 1, unsafe bytes[start + length - 1] < 0x80 { return length - 1 }
      let result = unsafe converter.convert(bytes[start..<start + length], into: buffer)
      switch result.stop {
      case .incomplete where result.read == 0: continue
      case .illegal where result.read == 0:
        if length == 1, !hasShifts { isHopeless[Int(lead)] = true }
        return length
      default: return 1
      }
    }
    return 1
  }
}
