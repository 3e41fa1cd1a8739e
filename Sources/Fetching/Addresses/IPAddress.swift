internal import Glibc

/// An internet address as the bits that a packet carries.
package enum IPAddress: Hashable, Sendable {
  case v4(UInt32)
  case v6(UInt128)

  /// Reads an address in its usual notation, an IPv6 one without brackets and zone.
  ///
  /// Octal, hexadecimal and shortened IPv4 addresses, which some resolvers accept, are none here.
  package init?(_ text: String) {
    var v4 = in_addr()
    var v6 = in6_addr()
    if unsafe inet_pton(AF_INET, text, &v4) == 1 {
      self.init(v4)
    } else if unsafe inet_pton(AF_INET6, text, &v6) == 1 {
      self.init(v6)
    } else {
      return nil
    }
  }

  /// Reads the address that a socket is about to connect to, `nil` where it is no internet address.
  init?(family: CInt, socketAddress: UnsafeRawBufferPointer) {
    if family == AF_INET, socketAddress.count >= MemoryLayout<sockaddr_in>.size {
      self.init(unsafe socketAddress.loadUnaligned(as: sockaddr_in.self).sin_addr)
    } else if family == AF_INET6, socketAddress.count >= MemoryLayout<sockaddr_in6>.size {
      self.init(unsafe socketAddress.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
    } else {
      return nil
    }
  }

  private init(_ address: in_addr) {
    self = .v4(UInt32(bigEndian: address.s_addr))
  }

  private init(_ address: in6_addr) {
    self = .v6(unsafe UInt128(bigEndian: unsafeBitCast(address, to: UInt128.self)))
  }
}

extension IPAddress: CustomStringConvertible {
  /// The address in its usual notation.
  package var description: String {
    switch self {
    case .v4(let bits):
      var address = in_addr(s_addr: bits.bigEndian)
      return unsafe Self.text(AF_INET, of: &address)
    case .v6(let bits):
      var address = unsafe unsafeBitCast(bits.bigEndian, to: in6_addr.self)
      return unsafe Self.text(AF_INET6, of: &address)
    }
  }

  private static func text(_ family: CInt, of address: UnsafeRawPointer) -> String {
    unsafe String(unsafeUninitializedCapacity: Int(INET6_ADDRSTRLEN)) { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard
          let start = characters.baseAddress,
          unsafe inet_ntop(family, address, start, socklen_t(characters.count)) != nil
        else { return 0 }
        return unsafe strlen(start)
      }
    }
  }
}
