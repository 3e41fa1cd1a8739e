/// Images that show nothing and tell a server who reads what.
enum TrackingPixel {
  private struct Beacon {
    /// A host, subdomains included; empty stands for any.
    var host: String
    /// What the path and query start with.
    var path: String
  }

  /// FeedBurner served its counters below the publisher's own host too.
  private static let beacons = [
    Beacon(host: "", path: "/~r/"), Beacon(host: "", path: "/~ff/"),
    Beacon(host: "ads.pheedo.com", path: "/"), Beacon(host: "www.pheedo.com", path: "/"),
    Beacon(host: "amazon-adsystem.com", path: "/e/ir"), Beacon(host: "bat.bing.com", path: "/"),
    Beacon(host: "assoc-amazon.com", path: "/e/ir"),
    Beacon(host: "counter.theconversation.com", path: "/"),
    Beacon(host: "counter.theconversation.edu.au", path: "/"),
    Beacon(host: "doubleclick.net", path: "/"), Beacon(host: "facebook.com", path: "/tr"),
    Beacon(host: "feeds.wordpress.com", path: "/1.0/"), Beacon(host: "feedsportal.com", path: "/"),
    Beacon(host: "google-analytics.com", path: "/"),
    Beacon(host: "hits.theguardian.com", path: "/"),
    Beacon(host: "pixel.propublica.org", path: "/"),
    Beacon(host: "pixel.quantserve.com", path: "/"), Beacon(host: "pixel.wp.com", path: "/"),
    Beacon(host: "scorecardresearch.com", path: "/"), Beacon(host: "statcounter.com", path: "/"),
    Beacon(host: "stats.wordpress.com", path: "/"), Beacon(host: "stats.wp.com", path: "/"),
  ]

  /// Whether an image is too small to be seen, or hidden.
  static func isInvisible(_ tag: HTMLTag) -> Bool {
    for name in [HTMLAttribute.width, .height] {
      if let value = tag.value(of: name), isTiny(value) { return true }
    }
    return tag.value(of: .style).map { isHidden(style: $0) } ?? false
  }

  /// Whether an address is one that is known to count readers.
  static func isBeacon(_ address: ArraySlice<UInt8>) -> Bool {
    guard let host = host(of: address) else { return false }
    let path = address[host.endIndex...].drop { $0 != UInt8(ascii: "/") }
    return beacons.contains { beacon in
      path.starts(with: beacon.path.utf8) && isHost(host, beacon.host)
    }
  }

  private static func host(of address: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = address.prefix { $0 != UInt8(ascii: "/") }.endIndex
    guard address[start...].starts(with: "//".utf8) else { return nil }
    return address[(start + 2)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?")
    }
  }

  private static func isHost(_ host: ArraySlice<UInt8>, _ domain: String) -> Bool {
    guard !domain.isEmpty else { return true }
    let rest = host.dropLast(domain.utf8.count)
    guard host.count >= domain.utf8.count,
      host[rest.endIndex...].elementsEqual(domain.utf8, by: { $0.lowercased == $1 })
    else { return false }
    return rest.last.map { $0 == UInt8(ascii: ".") } ?? true
  }

  private static func isHidden(style: ArraySlice<UInt8>) -> Bool {
    for declaration in style.split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = declaration[(colon + 1)...]
      switch word(declaration[..<colon]) {
      case "width", "height", "max-width", "max-height":
        if isTiny(value) { return true }
      case "display":
        if word(value).hasPrefix("none") { return true }
      case "visibility":
        if word(value).hasPrefix("hidden") { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a length is 0, or at most 1 in pixels.
  private static func isTiny(_ length: ArraySlice<UInt8>) -> Bool {
    let length = length.drop { $0 <= 0x20 }
    let digits = length.prefix { $0.isDigit }
    let number = digits.drop { $0 == UInt8(ascii: "0") }
    guard !digits.isEmpty, number.isEmpty || number.elementsEqual("1".utf8) else { return false }
    var unit = length[digits.endIndex...]
    var hasFraction = false
    if unit.first == UInt8(ascii: ".") {
      let fraction = unit.dropFirst().prefix { $0.isDigit }
      hasFraction = fraction.contains { $0 != UInt8(ascii: "0") }
      unit = unit[fraction.endIndex...]
    }
    unit = unit.drop { $0 <= 0x20 }
    let isPixels = unit.isEmpty || unit.span.starts(with: "px", at: 0)
    return number.isEmpty ? !hasFraction || isPixels : !hasFraction && isPixels
  }

  /// A name or value in lower case, white space gone.
  private static func word(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text.filter { $0 > 0x20 }.map(\.lowercased), as: UTF8.self)
  }
}
