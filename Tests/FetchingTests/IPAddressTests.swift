import Fetching
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("0.0.0.0", "0.0.0.0"), ("127.0.0.1", "127.0.0.1"), ("255.255.255.255", "255.255.255.255"),
    ("::", "::"), ("::1", "::1"), ("2001:DB8:0:0::1", "2001:db8::1"),
    ("::ffff:10.0.0.1", "::ffff:10.0.0.1"),
  ])
  func `an address is written in its usual notation`(_ text: String, _ expected: String) throws {
    #expect(try #require(IPAddress(text)).description == expected)
  }

  @Test(arguments: [
    "", "127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "127.0.0.256", "[::1]", "fe80::1%eth0",
    "localhost", "127.0.0.1 ",
  ])
  func `what only some resolvers take for an address is none`(_ text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test func `the bits are in the order of the notation`() {
    #expect(IPAddress("1.2.3.4") == .v4(0x0102_0304))
    #expect(IPAddress("1::2") == .v6(0x0001_0000_0000_0000_0000_0000_0000_0002))
  }
}
