/// The characters of an element while they come in runs.
///
/// A text that is one run of the document becomes a string straight from there; several are joined in
/// memory that is used again for each field. Everything lies behind a constant pointer for the reason
/// that ``GrowableBuffer`` gives.
@safe
struct TextBuffer: ~Copyable {
  @safe
  private struct Storage {
    var bytes = GrowableBuffer<UInt8>(capacity: 4096)
    /// The only run so far, in the document.
    var run: Range<Int>?
    var isCollecting = false
    var isFull = false
  }

  private let storage: UnsafeMutablePointer<Storage>

  init() {
    unsafe storage = .allocate(capacity: 1)
    unsafe storage.initialize(to: Storage())
  }

  deinit {
    unsafe storage.pointee.bytes.deallocate()
    unsafe storage.deallocate()
  }

  /// Whether text that comes in belongs to a field.
  @inline(__always)
  var isCollecting: Bool { unsafe storage.pointee.isCollecting }

  /// Drops what was collected, and collects from here on.
  func start() {
    unsafe storage.pointee.bytes.removeAll()
    unsafe storage.pointee.run = nil
    unsafe storage.pointee.isCollecting = true
    unsafe storage.pointee.isFull = false
  }

  func stop() {
    unsafe storage.pointee.isCollecting = false
  }

  /// Adds a run of the document.
  ///
  /// - Returns: Whether there was room for all of it.
  func append(from start: Int, count: Int, in bytes: ByteWindow, limit: Int) -> Bool {
    if unsafe storage.pointee.run == nil, unsafe storage.pointee.bytes.count == 0, count <= limit {
      unsafe storage.pointee.run = start..<start &+ count
      return true
    }
    copyRun(in: bytes)
    return unsafe append(bytes.pointer(at: start), count: count, limit: limit)
  }

  /// Adds characters that had to be decoded.
  ///
  /// - Returns: Whether there was room for all of them.
  func append(
    decoded start: UnsafePointer<UInt8>, count: Int, in bytes: ByteWindow, limit: Int
  ) -> Bool {
    copyRun(in: bytes)
    return unsafe append(start, count: count, limit: limit)
  }

  private func copyRun(in bytes: ByteWindow) {
    guard let run = unsafe storage.pointee.run else { return }
    unsafe storage.pointee.run = nil
    unsafe storage.pointee.bytes.append(bytes.pointer(at: run.lowerBound), count: run.count)
  }

  /// What is beyond the limit is cut off, between two characters.
  private func append(_ start: UnsafePointer<UInt8>, count: Int, limit: Int) -> Bool {
    guard unsafe !storage.pointee.isFull else { return true }
    let room = unsafe limit - storage.pointee.bytes.count
    guard count > room else {
      unsafe storage.pointee.bytes.append(start, count: count)
      return true
    }
    var fitting = max(room, 0)
    while fitting > 0, unsafe start[fitting] & 0xC0 == 0x80 { fitting -= 1 }
    unsafe storage.pointee.bytes.append(start, count: fitting)
    unsafe storage.pointee.isFull = true
    return false
  }

  /// The text without the white space around it.
  func trimmedString(in bytes: ByteWindow) -> String {
    if let run = unsafe storage.pointee.run {
      return unsafe Self.trimmed(bytes.pointer(at: run.lowerBound), count: run.count)
    }
    return unsafe Self.trimmed(storage.pointee.bytes.start, count: storage.pointee.bytes.count)
  }

  private static func trimmed(_ bytes: UnsafePointer<UInt8>, count: Int) -> String {
    var start = 0
    var end = count
    while start < end, unsafe isSpace(bytes[start]) { start += 1 }
    while end > start, unsafe isSpace(bytes[end - 1]) { end -= 1 }
    // The document is valid UTF-8, and it is only ever cut between characters.
    let text = unsafe UnsafeBufferPointer(start: bytes + start, count: end - start)
    return unsafe XMLAttributeValue.string(ofValid: text)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}
