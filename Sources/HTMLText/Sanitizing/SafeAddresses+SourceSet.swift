extension SafeAddresses {
  /// The candidates of a `srcset` that a page may have, absent when there are none (HTML, section
  /// 4.8.4.2.1).
  mutating func safe(sourceSet value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var result: [UInt8] = []
    var index = value.startIndex
    while let candidate = Self.candidate(in: value, from: &index) {
      // A comma is what parts candidates, so no address may begin or end with one.
      guard let address = safe(candidate.address, for: .image), let last = address.last,
        address.first != UInt8(ascii: ","), last != UInt8(ascii: ","),
        !address.starts(with: "data:".utf8)
      else { continue }
      if !result.isEmpty { result += ", ".utf8 }
      result += address
      if !candidate.descriptor.isEmpty {
        result.append(0x20)
        result += candidate.descriptor
      }
    }
    return result.isEmpty ? nil : result[...]
  }

  /// The next candidate: an address without white space, and what size it has.
  private static func candidate(
    in value: ArraySlice<UInt8>, from index: inout Int
  ) -> (address: ArraySlice<UInt8>, descriptor: [UInt8])? {
    while index < value.endIndex, isSeparator(value[index]) { index += 1 }
    guard index < value.endIndex else { return nil }
    let start = index
    while index < value.endIndex, !WhiteSpace.isSpace(value[index]) { index += 1 }
    var end = index
    while value[end - 1] == UInt8(ascii: ",") { end -= 1 }
    guard end == index else { return (value[start..<end], []) }
    let descriptorStart = index
    while index < value.endIndex, value[index] != UInt8(ascii: ",") { index += 1 }
    return (value[start..<end], value[descriptorStart..<index].filter { isDescriptorByte($0) })
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    WhiteSpace.isSpace(byte) || byte == UInt8(ascii: ",")
  }

  /// Descriptors are numbers before `w`, `h` or `x`.
  private static func isDescriptorByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "w")
      || byte == UInt8(ascii: "x") || byte == UInt8(ascii: "h")
  }
}
