/// All addresses that begin with the same bits.
struct AddressRange: Hashable, Sendable {
  /// The first address of the range.
  let base: IPAddress
  /// How many leading bits the addresses share.
  let prefixBits: Int

  func contains(_ address: IPAddress) -> Bool {
    switch (base, address) {
    case (.v4(let base), .v4(let address)): (base ^ address) >> (32 - prefixBits) == 0
    case (.v6(let base), .v6(let address)): (base ^ address) >> (128 - prefixBits) == 0
    default: false
    }
  }
}

extension AddressRange: ExpressibleByStringLiteral {
  /// Reads `address/prefix`, the form of the registries; anything else is a programmer's error.
  init(stringLiteral text: StaticString) {
    let parts = text.description.split(separator: "/")
    guard parts.count == 2, let base = IPAddress(String(parts[0])), let bits = Int(parts[1]) else {
      preconditionFailure("“\(text)” is no range of addresses")
    }
    self.base = base
    self.prefixBits = bits
  }
}
