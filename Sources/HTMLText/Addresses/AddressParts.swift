/// The five parts of an address (RFC 3986, appendix B).
struct AddressParts {
  private let bytes: [UInt8]
  private(set) var scheme: Range<Int>?
  private var authority: Range<Int>?
  private var path: Range<Int>
  private var query: Range<Int>?
  private var fragment: Range<Int>?

  init(_ address: String) {
    bytes = Array(address.utf8)
    var start = 0
    var end = bytes.count
    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
      fragment = (hash + 1)..<end
      end = hash
    }
    if let mark = bytes[..<end].firstIndex(of: UInt8(ascii: "?")) {
      query = (mark + 1)..<end
      end = mark
    }
    if let colon = bytes[..<end].firstIndex(of: UInt8(ascii: ":")), Self.isScheme(bytes[..<colon]) {
      scheme = 0..<colon
      start = colon + 1
    }
    if bytes[start..<end].starts(with: "//".utf8) {
      start += 2
      let slash = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
      authority = start..<slash
      start = slash
    }
    path = start..<end
  }

  /// Whether paths can be joined to it: `mailto:` and `urn:` have none.
  var isHierarchical: Bool { authority != nil || hasRootedPath }

  private var hasRootedPath: Bool { bytes[path].first == UInt8(ascii: "/") }

  /// The address that a relative one means here (RFC 3986, sections 5.2.2 and 5.3).
  func resolving(_ relative: AddressParts) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + relative.bytes.count)
    if let scheme { result += bytes[scheme] + ":".utf8 }
    if let authority = relative.authority {
      result += "//".utf8 + relative.bytes[authority]
    } else if let authority {
      result += "//".utf8 + bytes[authority]
    }
    if relative.authority == nil, relative.path.isEmpty {
      result += bytes[path]
      if relative.query == nil, let query { result += "?".utf8 + bytes[query] }
    } else {
      Self.append(pathWithDots: mergedPath(with: relative), to: &result)
    }
    if let query = relative.query { result += "?".utf8 + relative.bytes[query] }
    if let fragment = relative.fragment { result += "#".utf8 + relative.bytes[fragment] }
    return String(decoding: result, as: UTF8.self)
  }

  /// The relative path after the folder of this one (RFC 3986, section 5.2.3).
  private func mergedPath(with relative: AddressParts) -> [UInt8] {
    let relativePath = relative.bytes[relative.path]
    guard relative.authority == nil, !relative.hasRootedPath else { return Array(relativePath) }
    if authority != nil, path.isEmpty { return Array("/".utf8 + relativePath) }
    guard let slash = bytes[path].lastIndex(of: UInt8(ascii: "/")) else {
      return Array(relativePath)
    }
    return Array(bytes[path.lowerBound...slash] + relativePath)
  }

  /// Appends a path without its `.` and `..` (RFC 3986, section 5.2.4).
  ///
  /// - Parameters:
  ///   - path: Empty, or starting with a slash, as every path does that was joined to a base.
  ///   - result: What is before the path.
  private static func append(pathWithDots path: [UInt8], to result: inout [UInt8]) {
    let slash = UInt8(ascii: "/")
    let root = result.count
    var index = 0
    while index < path.count {
      let end = path[(index + 1)...].firstIndex(of: slash) ?? path.count
      let segment = path[(index + 1)..<end]
      let isParent = segment.elementsEqual("..".utf8)
      if isParent { result.removeSubrange((result[root...].lastIndex(of: slash) ?? root)...) }
      if !isParent, !segment.elementsEqual(".".utf8) {
        result += path[index..<end]
      } else if end == path.count {
        result.append(slash)
      }
      index = end
    }
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy {
      $0.isAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
  }
}
