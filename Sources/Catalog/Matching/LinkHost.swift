/// The host of an address, found without a URL parser: feeds have links that none accepts.
enum LinkHost {
  /// The bytes that a host name may have at most (RFC 1035, section 2.3.4, without the root).
  private static let longest = 253

  /// Where the host stands in an absolute address, as UTF-8 offsets.
  ///
  /// - Parameter link: The bytes of an address with `//`; RFC 3986 section 3.2 gives the form.
  /// - Returns: The range of the host without user, port and final dot; `nil` where there is none.
  static func range(in link: [UInt8]) -> Range<Int>? {
    let slash = UInt8(ascii: "/")
    guard let first = link.firstIndex(of: slash), first + 1 < link.count, link[first + 1] == slash,
      first == 0 || link[first - 1] == UInt8(ascii: ":")
    else { return nil }
    let begin = first + 2
    let end =
      link[begin...].firstIndex { byte in
        byte == slash || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
          || byte == UInt8(ascii: "\\")
      } ?? link.count
    let start = link[begin..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? begin
    var stop = link[start..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
    while stop > start, link[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
    return start < stop && stop - start <= longest ? start..<stop : nil
  }
}

/// Whose domain a link's host stands under.
struct DomainIndex: Sendable {
  /// A partner that owns a link's host.
  struct Owner {
    /// The index of the partner.
    let partner: Int
    /// The domain as the catalog has it.
    let domain: String
    /// Where the domain stands in the link.
    let range: Range<Int>
  }

  private var owners: [String: [(partner: Int, domain: DatedName)]] = [:]

  /// Indexes the domains of partners.
  init(_ partners: [Partner]) {
    for (index, partner) in partners.enumerated() {
      for domain in partner.domains {
        owners[domain.name.lowercased(), default: []].append((index, domain))
      }
    }
  }

  /// Who owns a link's host on a day: the longest domain, and of equal ones the catalog's first.
  ///
  /// - Complexity: O(*n*) in the length of the link.
  func owner(of link: String, at day: Day?) -> Owner? {
    let bytes = Array(link.utf8)
    guard let host = LinkHost.range(in: bytes) else { return nil }
    var start = host.lowerBound
    while true {
      let suffix = String(decoding: bytes[start..<host.upperBound], as: UTF8.self).lowercased()
      if let found = owners[suffix]?.first(where: { $0.domain.period.contains(day) }) {
        return Owner(
          partner: found.partner, domain: found.domain.name, range: start..<host.upperBound)
      }
      let rest = bytes[start..<host.upperBound]
      guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      start = dot + 1
      if start >= host.upperBound { return nil }
    }
  }
}
