import XMLStream

/// What each byte of an encoding of one byte a character means, in UTF-8.
///
/// `iconv` is asked once for each of the 256 bytes, and the document is then read without it, several
/// times as fast; its length in UTF-8 is known before, so that no byte too many is allocated.
@safe
struct ByteTable {
  /// The UTF-8 of each byte, the first byte lowest.
  private var characters = [UInt32](repeating: 0, count: 256)
  /// How many bytes that are.
  private var lengths = [Int](repeating: 0, count: 256)
  /// The bytes that are no text; they are read as windows-1252.
  private var isStray = [Bool](repeating: false, count: 256)
  private var keepsASCII = true

  /// Windows-1252 as the WHATWG Encoding standard has it, where each byte is a character.
  static let windows1252 = ByteTable()

  private init() {
    for byte in UInt8.min...UInt8.max { set(byte, to: Self.windows1252(byte)) }
  }

  /// Nil for an encoding in which a byte's meaning depends on its neighbours.
  init?(_ encoding: CharacterEncoding) {
    guard let converter = Converter(encoding.iconvName) else { return nil }
    // glibc composes Hebrew letters with their points, which stand alone in all other software.
    let standsAlone = encoding.iconvName == "CP1255"
    for byte in UInt8.min...UInt8.max {
      var buffer = [UInt8](repeating: 0, count: 32)
      let (result, composed) = unsafe buffer.withUnsafeMutableBytes { target in
        unsafe [byte].withUnsafeBytes { source in
          let result = unsafe converter.convert(source[...], into: target)
          let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: target[result.written...])
          return unsafe (result, converter.flush(into: rest))
        }
      }
      let length = result.written + (standsAlone ? composed : 0)
      switch result.stop {
      case .incomplete: return nil
      case .end where (1...4).contains(length): set(byte, to: buffer.prefix(length))
      case .end: return nil
      case .illegal:
        set(byte, to: Self.windows1252(byte))
        isStray[Int(byte)] = true
      }
    }
  }

  private static func windows1252(_ byte: UInt8) -> [UInt8] {
    Array(UTF8.encode(Windows1252.character(byte)) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func set(_ byte: UInt8, to text: some Collection<UInt8>) {
    lengths[Int(byte)] = text.count
    for (shift, part) in text.enumerated() {
      characters[Int(byte)] |= UInt32(part) << (8 * UInt32(shift))
    }
    if byte < 0x80, !text.elementsEqual([byte]) { keepsASCII = false }
  }

  /// The character of a byte; nil where it has none.
  func character(_ byte: UInt8) -> Unicode.Scalar? {
    guard !isStray[Int(byte)] else { return nil }
    let bytes = (0..<lengths[Int(byte)]).map {
      UInt8(truncatingIfNeeded: characters[Int(byte)] >> (8 * UInt32($0)))
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  /// Reads bytes.
  func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    unsafe bytes.withUnsafeBytes { source in
      var places: [Int] = []
      let (length, strays) = unsafe measure(source)
      // A character is written as four bytes, of which the next overwrites those that it has not.
      let text = unsafe [UInt8](unsafeUninitializedCapacity: length + 3) { target, written in
        unsafe write(source, to: UnsafeMutableRawBufferPointer(target))
        if strays > 0 { places = unsafe self.places(in: source) }
        written = length
      }
      return DecodedText(text, strayBytes: strays, places: places)
    }
  }

  /// How many bytes the text has, and how many bytes are none.
  private func measure(_ source: UnsafeRawBufferPointer) -> (length: Int, strays: Int) {
    unsafe lengths.withUnsafeBufferPointer { lengths in
      var length = 0
      for index in 0..<source.count { unsafe length += lengths[Int(source[index])] }
      guard isStray.contains(true) else { return (length, 0) }
      return unsafe (length, source.count { isStray[Int($0)] })
    }
  }

  /// Where the first bytes that are no text stand in the text.
  private func places(in source: UnsafeRawBufferPointer) -> [Int] {
    var places: [Int] = []
    var end = 0
    for index in 0..<source.count {
      let byte = unsafe Int(source[index])
      if isStray[byte] { places.append(end) }
      if places.count == DecodedText.mostPlaces { break }
      end += lengths[byte]
    }
    return places
  }

  /// Writes the text of all bytes, blocks of ASCII as they are.
  private func write(_ source: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer) {
    unsafe characters.withUnsafeBufferPointer { characters in
      unsafe lengths.withUnsafeBufferPointer { lengths in
        var (index, end) = (0, 0)
        while index < source.count {
          let stop = min(index + UTF8Block.length, source.count)
          if keepsASCII, stop - index == UTF8Block.length,
            unsafe UTF8Block.isASCII(source, at: index)
          {
            unsafe UTF8Block.copy(source, at: index, to: target, at: end)
            index = stop
            end += UTF8Block.length
          }
          while index < stop {
            let byte = unsafe Int(source[index])
            unsafe target.storeBytes(of: characters[byte], toByteOffset: end, as: UInt32.self)
            unsafe end += lengths[byte]
            index += 1
          }
        }
      }
    }
  }
}
