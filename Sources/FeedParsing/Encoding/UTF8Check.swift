/// What a look at all bytes says of a document's being UTF-8.
enum UTF8Check: Equatable {
  case ascii
  case valid
  case invalid

  /// Reads eight ASCII bytes at a time and everything else byte by byte (Unicode 16, table 3-7).
  init(_ bytes: [UInt8]) {
    self = unsafe bytes.withUnsafeBytes { unsafe Self.check($0) }
  }

  private static func check(_ bytes: UnsafeRawBufferPointer) -> UTF8Check {
    let count = bytes.count
    var index = 0
    var isASCII = true
    while index < count {
      while index + 32 <= count, unsafe isASCIIBlock(bytes, at: index) { index += 32 }
      guard index < count else { break }
      let lead = unsafe bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      isASCII = false
      let length = unsafe sequenceLength(bytes, at: index, lead: lead)
      guard length > 0 else { return .invalid }
      index += length
    }
    return isASCII ? .ascii : .valid
  }

  private static func isASCIIBlock(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let first = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
    return (first & SIMD4(repeating: 0x8080_8080_8080_8080)) == SIMD4(repeating: 0)
  }

  /// How long the sequence is that starts with a lead byte; 0 where it is none.
  private static func sequenceLength(
    _ bytes: UnsafeRawBufferPointer, at index: Int, lead: UInt8
  ) -> Int {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return 0 }
    let second = unsafe bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    if length > 2, unsafe bytes[index + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, unsafe bytes[index + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
