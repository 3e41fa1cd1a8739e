import Glibc

/// The characters of an element while they come in pieces.
///
/// It keeps its memory from one element to the next, so that collecting a field is one copy of
/// bytes and making its string another. The count lives beside the bytes rather than in the value:
/// a handler can then hold it as a constant, and no access to it has to be checked for exclusivity,
/// which took a tenth of the time of a parse.
@safe
struct TextBuffer: ~Copyable {
  @safe
  private struct Storage {
    var bytes: UnsafeMutablePointer<UInt8>
    var capacity: Int
    var count = 0
    var isCollecting = false
  }

  private let storage: UnsafeMutablePointer<Storage>

  init() {
    let capacity = 4096
    unsafe storage = .allocate(capacity: 1)
    unsafe storage.initialize(
      to: Storage(bytes: .allocate(capacity: capacity), capacity: capacity))
  }

  deinit {
    unsafe storage.pointee.bytes.deallocate()
    unsafe storage.deallocate()
  }

  /// How many bytes have been collected.
  var count: Int { unsafe storage.pointee.count }

  /// Whether text that comes in belongs to a field.
  var isCollecting: Bool { unsafe storage.pointee.isCollecting }

  /// Drops what was collected, and collects from here on.
  func start() {
    unsafe storage.pointee.count = 0
    unsafe storage.pointee.isCollecting = true
  }

  func stop() {
    unsafe storage.pointee.isCollecting = false
  }

  func append(_ start: UnsafePointer<UInt8>, count added: Int) {
    reserve(added)
    unsafe (storage.pointee.bytes + storage.pointee.count).update(from: start, count: added)
    unsafe storage.pointee.count += added
  }

  /// Appends bytes in which CR LF and CR alone mean a line feed.
  ///
  /// libxml2's push parser leaves them in CDATA sections, against XML 1.0, section 2.11.
  func appendNormalizingLines(_ start: UnsafePointer<UInt8>, count added: Int) {
    guard unsafe memchr(start, 0x0D, added) != nil else {
      return unsafe append(start, count: added)
    }
    for index in 0..<added {
      let byte = unsafe start[index]
      if byte == 0x0D, index + 1 < added, unsafe start[index + 1] == 0x0A { continue }
      append(byte == 0x0D ? 0x0A : byte)
    }
  }

  func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }

  /// The text without the white space around it.
  var trimmedString: String {
    let bytes = unsafe storage.pointee.bytes
    var start = 0
    var end = count
    while start < end, unsafe Self.isSpace(bytes[start]) { start += 1 }
    while end > start, unsafe Self.isSpace(bytes[end - 1]) { end -= 1 }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
  }

  private func append(_ byte: UInt8) {
    reserve(1)
    unsafe storage.pointee.bytes[storage.pointee.count] = byte
    unsafe storage.pointee.count += 1
  }

  private func reserve(_ added: Int) {
    let needed = count + added
    guard unsafe needed > storage.pointee.capacity else { return }
    let larger = unsafe max(needed, storage.pointee.capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: storage.pointee.bytes, count: count)
    unsafe storage.pointee.bytes.deallocate()
    unsafe storage.pointee.bytes = moved
    unsafe storage.pointee.capacity = larger
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
