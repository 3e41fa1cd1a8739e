extension AddressPolicy {
  /// The policy for one hop of a fetch.
  ///
  /// Only the host that the user named is exempt, and only where the user spelled an address or
  /// `localhost`: neither a name that somebody else controls nor a redirect can earn an exemption.
  ///
  /// - Parameters:
  ///   - hop: The URL that is about to be asked.
  ///   - named: The URL as the user gave it.
  package init(forHop hop: FetchURL, of named: FetchURL) {
    self.init(exemption: hop.host == named.host ? Self.exemption(for: named) : .none)
  }

  private static func exemption(for named: FetchURL) -> Exemption {
    // `0x7f.1` and `2130706433` mean 127.0.0.1 to a resolver, but no person writes them.
    guard named.spelledHost == named.host else { return .none }
    if named.host == "localhost" { return .loopback }
    return named.address.map { .address($0) } ?? .none
  }
}
