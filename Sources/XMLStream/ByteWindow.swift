import Glibc

/// A stretch of a document's bytes, borrowed for as long as a parser works on it.
///
/// Offsets count from the start of the document, not of the stretch: a large document is read in
/// stretches, and what is told of it must mean the same in each.
@safe
struct ByteWindow {
  private let base: UnsafePointer<UInt8>
  /// The offset of the first byte.
  let start: Int
  /// The offset past the last byte.
  let end: Int

  init(_ base: UnsafePointer<UInt8>, start: Int, end: Int) {
    unsafe self.base = base
    self.start = start
    self.end = end
  }

  /// A window without bytes, which still has to point somewhere.
  init(emptyAt offset: Int, in skeleton: Skeleton) {
    unsafe self.init(skeleton.storage.pointee.bytes.start, start: offset, end: offset)
  }

  /// The byte at an offset that lies within the window.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    assert(offset >= start && offset < end)
    return unsafe base[offset &- start]
  }

  /// Eight bytes from an offset on, which must lie within the window.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    unsafe UnsafeRawPointer(pointer(at: offset)).loadUnaligned(as: UInt64.self)
  }

  /// The bytes from an offset on; valid while the window is.
  @inline(__always)
  func pointer(at offset: Int) -> UnsafePointer<UInt8> {
    assert(offset >= start && offset <= end)
    return unsafe base + (offset &- start)
  }

  /// The next offset at which a byte stands, nil where it does not before `limit`.
  ///
  /// The corresponding C function is `memchr`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from offset: Int, to limit: Int) -> Int? {
    guard offset < limit else { return nil }
    let start = unsafe pointer(at: offset)
    guard let found = unsafe memchr(start, CInt(byte), limit &- offset) else { return nil }
    return unsafe offset &+ (UnsafeRawPointer(found) - UnsafeRawPointer(start))
  }

  /// The next offset at which a text stands whole before `limit`.
  func firstIndex(of text: StaticString, from offset: Int, to limit: Int) -> Int? {
    let (first, count) = unsafe (text.utf8Start.pointee, text.utf8CodeUnitCount)
    var index = offset
    while let found = firstIndex(of: first, from: index, to: limit - count + 1) {
      if has(text, at: found) { return found }
      index = found + 1
    }
    return nil
  }

  /// How often a byte stands between two offsets where it counts.
  func count(of byte: UInt8, from start: Int, to end: Int, where counts: (Int) -> Bool) -> Int {
    var count = 0
    var index = start
    while let found = firstIndex(of: byte, from: index, to: end) {
      if counts(found) { count += 1 }
      index = found + 1
    }
    return count
  }

  /// Whether a text stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= end else { return false }
    return unsafe memcmp(pointer(at: offset), text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Whether the beginning of a text stands at the end of the window, from an offset on.
  func endsWithin(_ text: StaticString, at offset: Int) -> Bool {
    let count = end - offset
    guard count < text.utf8CodeUnitCount else { return false }
    return unsafe memcmp(pointer(at: offset), text.utf8Start, count) == 0
  }

  /// Whether two stretches within the window have the same bytes.
  func areEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    return unsafe memcmp(pointer(at: one.lowerBound), pointer(at: other.lowerBound), one.count) == 0
  }

  /// The text of a range.
  func string(_ range: Range<Int>) -> String {
    unsafe String(
      decoding: UnsafeBufferPointer(start: pointer(at: range.lowerBound), count: range.count),
      as: UTF8.self)
  }
}
