import Glibc

/// Text in the encodings that glibc writes, for tests.
enum CharsetBytes {
  /// Nil where the encoding has no character for some of the text, or cannot be loaded.
  static func encode(_ text: String, as name: String) -> [UInt8]? {
    guard let bytes = convert(Array(text.utf8), from: "UTF-8", to: name) else { return nil }
    // Some converters write a substitute and do not say so.
    return convert(bytes, from: name, to: "UTF-8") == Array(text.utf8) ? bytes : nil
  }

  private static func convert(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8]?
  {
    let descriptor = unsafe iconv_open(target, source)
    guard let descriptor = unsafe descriptor, UInt(bitPattern: descriptor) != UInt.max else {
      return nil
    }
    defer { unsafe iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 16 + 64)
    let written = unsafe output.withUnsafeMutableBufferPointer { target -> Int? in
      unsafe input.withUnsafeMutableBufferPointer { source -> Int? in
        var from = source.baseAddress
        var unread = source.count
        var to = target.baseAddress
        var room = target.count
        guard unsafe iconv(descriptor, &from, &unread, &to, &room) == 0,
          unsafe iconv(descriptor, nil, nil, &to, &room) == 0
        else { return nil }
        return target.count - room
      }
    }
    return written.map { output.prefix($0).map(UInt8.init(bitPattern:)) }
  }
}
