/// The five parts of an address (RFC 3986, appendix B).
struct AddressParts {
  var scheme: Substring?
  var authority: Substring?
  var path: Substring
  var query: Substring?
  var fragment: Substring?

  init(_ address: String) {
    var rest = Substring(address)
    if let hash = rest.firstIndex(of: "#") {
      fragment = rest[rest.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  /// Whether paths can be joined to it: `mailto:` and `urn:` have none.
  var isHierarchical: Bool { authority != nil || path.hasPrefix("/") }

  var text: String {
    var result = ""
    if let scheme { result += "\(scheme):" }
    if let authority { result += "//\(authority)" }
    result += path
    if let query { result += "?\(query)" }
    if let fragment { result += "#\(fragment)" }
    return result
  }

  /// The address that a relative one means here (RFC 3986, section 5.2.2).
  func appending(_ relative: AddressParts) -> AddressParts {
    var target = self
    target.fragment = relative.fragment
    if relative.authority != nil {
      target.authority = relative.authority
      target.path = Self.withoutDots(relative.path)
      target.query = relative.query
    } else if relative.path.isEmpty {
      target.query = relative.query ?? query
    } else {
      let joined = relative.path.hasPrefix("/") ? relative.path : merged(with: relative.path)
      target.path = Self.withoutDots(joined)
      target.query = relative.query
    }
    return target
  }

  private func merged(with relativePath: Substring) -> Substring {
    if authority != nil, path.isEmpty { return "/" + relativePath }
    guard let slash = path.lastIndex(of: "/") else { return relativePath }
    return path[...slash] + relativePath
  }

  /// Takes `.` and `..` out of a path (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: Substring) -> Substring {
    guard path.contains(".") else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment == "." {
        if isLast { kept.append("") }
      } else if segment == ".." {
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      } else {
        kept.append(segment)
      }
    }
    return Substring(kept.joined(separator: "/"))
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
