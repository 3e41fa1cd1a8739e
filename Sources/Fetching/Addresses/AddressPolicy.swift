/// Which addresses a fetch may connect to.
///
/// Without it, whoever writes a feed could make us ask machines that only we can reach: a redirect or
/// a host name of their own is enough (server-side request forgery; the services that hand out a
/// cloud machine's keys are the usual prey). The decision is about the address that a socket is opened
/// to, never about a name, because a name may stand for another address a moment later.
package struct AddressPolicy: Hashable, Sendable {
  /// What may be connected to although it is not on the public internet.
  package enum Exemption: Hashable, Sendable {
    case none
    /// This machine: the request names `localhost`.
    case loopback
    /// One address: the request names it.
    case address(IPAddress)
  }

  /// What may be connected to besides public addresses.
  package var exemption: Exemption

  package init(exemption: Exemption = .none) {
    self.exemption = exemption
  }

  /// Whether a socket to the address may be opened or used.
  package func permits(_ address: IPAddress) -> Bool {
    switch exemption {
    case .address(address): true
    case .loopback where Self.isLoopback(address): true
    default: Self.isPublic(address)
    }
  }

  /// Whether the address is one that any machine on the internet could reach.
  ///
  /// For IPv6 that is 2000::/3 less its special ranges, so the forms that carry an IPv4 address
  /// inside (mapped, compatible, NAT64) are not public, whatever they carry.
  static func isPublic(_ address: IPAddress) -> Bool {
    switch address {
    case .v4: !specialV4.contains { $0.contains(address) }
    case .v6: globalUnicast.contains(address) && !specialV6.contains { $0.contains(address) }
    }
  }

  private static func isLoopback(_ address: IPAddress) -> Bool {
    loopback.contains { $0.contains(address) }
  }

  private static let loopback: [AddressRange] = ["127.0.0.0/8", "::1/128"]

  /// The IANA IPv4 Special-Purpose Address Registry (RFC 6890), with multicast and one address that
  /// serves machine metadata although it looks public.
  private static let specialV4: [AddressRange] = [
    "0.0.0.0/8",  // this network
    "10.0.0.0/8",  // private, RFC 1918
    "100.64.0.0/10",  // shared by carriers, RFC 6598
    "127.0.0.0/8",  // loopback
    "168.63.129.16/32",  // Azure's host: metadata and keys
    "169.254.0.0/16",  // link-local, and the metadata services of most clouds
    "172.16.0.0/12",  // private, RFC 1918
    "192.0.0.0/24",  // protocol assignments
    "192.0.2.0/24",  // documentation
    "192.88.99.0/24",  // 6to4 relays, RFC 7526
    "192.168.0.0/16",  // private, RFC 1918
    "198.18.0.0/15",  // benchmarks
    "198.51.100.0/24",  // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/4",  // multicast
    "240.0.0.0/4",  // reserved, and the broadcast address
  ]

  private static let globalUnicast: AddressRange = "2000::/3"

  /// What the IANA IPv6 Special-Purpose Address Registry takes out of ``globalUnicast``.
  private static let specialV6: [AddressRange] = [
    "2001::/23",  // protocol assignments, Teredo and ORCHID among them
    "2001:db8::/32",  // documentation
    "2002::/16",  // 6to4, which carries an IPv4 address
    "3fff::/20",  // documentation, RFC 9637
  ]
}
