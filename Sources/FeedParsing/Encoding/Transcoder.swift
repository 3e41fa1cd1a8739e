import Glibc
import XMLStream

/// Turns bytes of any encoding into UTF-8 and loses none: what the encoding has no character for is
/// read as windows-1252, byte by byte.
struct Transcoder {
  /// The text in UTF-8.
  private(set) var output: [UInt8] = []
  /// How many bytes were no text in the encoding.
  private(set) var strayBytes = 0

  init(_ bytes: ArraySlice<UInt8>, from encoding: CharacterEncoding) {
    output.reserveCapacity(bytes.count + bytes.count / 8)
    if encoding.isWindows1252 {
      for byte in bytes { append(byte) }
    } else {
      convert(bytes, from: encoding)
    }
  }

  private mutating func append(_ byte: UInt8) {
    if byte < 0x80 { return output.append(byte) }
    output += UTF8.encode(Windows1252.character(byte)) ?? UTF8.encodedReplacementCharacter
  }

  private mutating func appendStray(_ byte: UInt8) {
    strayBytes += 1
    append(byte)
  }

  /// Converts with `iconv`, which glibc provides.
  private mutating func convert(_ bytes: ArraySlice<UInt8>, from encoding: CharacterEncoding) {
    let descriptor = unsafe iconv_open("UTF-8", encoding.iconvName)
    guard let descriptor = unsafe descriptor, UInt(bitPattern: descriptor) != UInt.max else {
      for byte in bytes { appendStray(byte) }
      return
    }
    defer { unsafe iconv_close(descriptor) }
    var rest = bytes
    while !rest.isEmpty {
      let (read, problem) = unsafe step(rest, descriptor: descriptor)
      rest = rest.dropFirst(read)
      guard problem == EILSEQ || problem == EINVAL, !rest.isEmpty else { continue }
      // A unit of UTF-16 or UTF-32 is no byte of windows-1252.
      let unit = encoding.iconvName.hasPrefix("UTF-32") ? 4 : encoding.isUTF16Or32 ? 2 : 1
      if unit == 1 {
        appendStray(rest[rest.startIndex])
      } else {
        strayBytes += unit
        output += "\u{FFFD}".utf8
      }
      rest = rest.dropFirst(unit)
    }
  }

  /// Converts as much as fits a buffer; says how many bytes were read and what stopped it.
  private mutating func step(
    _ bytes: ArraySlice<UInt8>, descriptor: iconv_t
  ) -> (read: Int, problem: CInt) {
    let window = min(bytes.count, 32 << 10)
    let isLast = window == bytes.count
    var buffer = [CChar](repeating: 0, count: 128 << 10)
    var input = bytes.prefix(window).map { CChar(bitPattern: $0) }
    var problem: CInt = 0
    var unread = window
    let written = unsafe buffer.withUnsafeMutableBufferPointer { target in
      unsafe input.withUnsafeMutableBufferPointer { source in
        var from = source.baseAddress
        var to = target.baseAddress
        var room = target.count
        if unsafe iconv(descriptor, &from, &unread, &to, &room) == -1 { problem = errno }
        return target.count - room
      }
    }
    for index in 0..<written { output.append(UInt8(bitPattern: buffer[index])) }
    // A character that the window cuts through comes whole with the next one.
    if problem == EINVAL, !isLast, unread < window { problem = 0 }
    return (window - unread, problem)
  }
}
