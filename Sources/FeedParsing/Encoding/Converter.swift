import Glibc

/// glibc's `iconv`, from one encoding into UTF-8.
///
/// It is only ever given room for more than a piece can become: some of its converters do not get on
/// where they run out of room in the middle of a character (SHIFT_JISX0213 in glibc 2.36).
@safe
struct Converter: ~Copyable {
  /// Why a conversion stopped.
  enum Stop {
    /// Everything was read.
    case end
    /// The next bytes are no text.
    case illegal
    /// The next bytes are the start of a character.
    case incomplete
  }

  /// How many bytes one byte can become at most: three characters of three bytes in TSCII.
  static let expansion = 16

  private let descriptor: iconv_t
  private let skipsUnknown: Bool

  /// Nil for a name that glibc does not know, or cannot load.
  ///
  /// The corresponding C function is `iconv_open`.
  init?(_ name: String) {
    // Its converter reads on behind the end of its input.
    guard !name.hasPrefix("ISO-2022-CN-EXT"), !name.isEmpty else { return nil }
    let descriptor = unsafe iconv_open("UTF-8", name)
    guard let descriptor = unsafe descriptor, UInt(bitPattern: descriptor) != UInt.max else {
      return nil
    }
    unsafe self.descriptor = unsafe descriptor
    skipsUnknown = name == "CP949"
  }

  deinit {
    unsafe iconv_close(descriptor)
  }

  /// Whether glibc knows an encoding.
  static func exists(_ name: String) -> Bool {
    Converter(name) != nil
  }

  /// A short text in UTF-8; nil where it cannot be read to its end.
  static func text(of bytes: [UInt8], in name: String) -> [UInt8]? {
    guard let converter = Converter(name) else { return nil }
    var buffer = [UInt8](repeating: 0, count: bytes.count * expansion + expansion)
    let written = unsafe buffer.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source -> Int? in
        let result = unsafe converter.convert(source[...], into: target)
        guard result.stop == .end else { return nil }
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: target[result.written...])
        return unsafe result.written + converter.flush(into: rest)
      }
    }
    return written.map { Array(buffer.prefix($0)) }
  }

  /// Converts bytes, for which there must be room.
  ///
  /// The corresponding C function is `iconv`.
  func convert(
    _ bytes: Slice<UnsafeRawBufferPointer>, into target: UnsafeMutableRawBufferPointer
  ) -> (read: Int, written: Int, stop: Stop) {
    let source = unsafe UnsafeRawBufferPointer(rebasing: bytes)
    // `iconv` does not write to its input; its type is older than `const`.
    var from = unsafe UnsafeMutablePointer<CChar>(
      mutating: source.bindMemory(to: CChar.self).baseAddress)
    var to = unsafe target.bindMemory(to: CChar.self).baseAddress
    var unread = source.count
    var room = target.count
    let result = unsafe iconv(descriptor, &from, &unread, &to, &room)
    let stop: Stop = result != -1 ? .end : errno == EINVAL ? .incomplete : .illegal
    var read = source.count - unread
    // glibc steps over a pair that it does not know in one place of this set.
    if skipsUnknown, stop == .illegal, read >= 2,
      unsafe source[read - 2] == 0xA2, unsafe source[read - 1] == 0xE8
    {
      read -= 2
    }
    return (read, target.count - room, stop)
  }

  /// Writes what was kept back to be composed with what follows, and forgets all shifts.
  func flush(into target: UnsafeMutableRawBufferPointer) -> Int {
    var to = unsafe target.bindMemory(to: CChar.self).baseAddress
    var room = target.count
    unsafe iconv(descriptor, nil, nil, &to, &room)
    return target.count - room
  }
}
