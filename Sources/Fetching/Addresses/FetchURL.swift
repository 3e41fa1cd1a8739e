internal import CCurl

/// A URL that libcurl has taken apart, so that what we judge is what it will connect to.
///
/// Two parsers that disagree about where a host ends are how address filters are passed by.
package struct FetchURL: Hashable, Sendable {
  /// The URL as it is given to libcurl: normalised, without fragment, with any user name and password.
  package let text: String
  /// `http` or `https`.
  package let scheme: String
  /// The host in lower case; an IPv6 address in brackets; an IPv4 address in four decimal parts.
  package let host: String
  /// The host in lower case as it was written.
  package let spelledHost: String
  /// The URL without user name and password: the form that is recorded, reported and logged.
  package let publicText: String

  /// Reads an absolute URL with the scheme `http` or `https`.
  package init(_ text: String) throws(FetchError) {
    let parts = URLParts()
    try parts.read(text)
    scheme = parts[CURLUPART_SCHEME]
    host = parts[CURLUPART_HOST].lowercased()
    spelledHost = Self.host(writtenIn: text).lowercased()
    self.text = parts[CURLUPART_URL]
    parts.removeCredentials()
    publicText = parts[CURLUPART_URL]
    guard scheme == "http" || scheme == "https" else {
      throw .unsupportedScheme(scheme, url: publicText)
    }
  }

  /// The address, where the host is one and no name.
  package var address: IPAddress? {
    host.hasPrefix("[") ? IPAddress(String(host.dropFirst().dropLast())) : IPAddress(host)
  }

  /// Whether the connection is encrypted.
  package var isSecure: Bool { scheme == "https" }

  /// The host of a URL's text without port, user name and password, and nothing interpreted.
  private static func host(writtenIn text: String) -> Substring {
    guard let slashes = text.firstRange(of: "//") else { return "" }
    let authority = text[slashes.upperBound...].prefix { !"/?#".contains($0) }
    let hostAndPort = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if let bracket = hostAndPort.firstIndex(of: "]") { return hostAndPort[...bracket] }
    return hostAndPort.prefix { $0 != ":" }
  }
}
