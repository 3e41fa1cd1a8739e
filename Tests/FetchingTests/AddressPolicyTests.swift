import Fetching
import Testing

@Suite struct AddressPolicyTests {
  @Test(arguments: [
    "8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
    "126.255.255.255", "128.0.0.0", "168.63.129.15", "172.15.255.255", "172.32.0.0", "192.0.1.0",
    "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
    "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450::1", "2001:200::1",
  ])
  func `an address of the public internet is permitted`(_ text: String) throws {
    #expect(AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test(arguments: [
    "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200",
    "100.127.255.255", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.1",
    "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1",
    "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7",
    "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
  ])
  func `a special IPv4 address is refused, plain and inside IPv6`(_ text: String) throws {
    let policy = AddressPolicy()
    #expect(!policy.permits(try #require(IPAddress(text))))
    for form in ["::ffff:", "::", "::ffff:0:", "64:ff9b::", "64:ff9b:1::"] {
      let wrapped = try #require(IPAddress(form + text), "\(form)\(text)")
      #expect(!policy.permits(wrapped), "\(form)\(text)")
    }
  }

  @Test(arguments: [
    "::", "::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "100::1", "2001::1", "2001:2::1",
    "2001:20::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "4000::1", "fc00::1",
    "fd00:ec2::254", "fd20:ce::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1",
  ])
  func `a special IPv6 address is refused`(_ text: String) throws {
    #expect(!AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test func `an exempt address is permitted and its neighbour is not`() throws {
    let named = try #require(IPAddress("192.168.1.10"))
    let policy = AddressPolicy(exemption: .address(named))
    #expect(policy.permits(named))
    #expect(!policy.permits(try #require(IPAddress("192.168.1.11"))))
    #expect(!policy.permits(try #require(IPAddress("::ffff:192.168.1.10"))))
    #expect(policy.permits(try #require(IPAddress("8.8.8.8"))))
  }

  @Test(arguments: [("127.0.0.1", true), ("::1", true), ("10.0.0.1", false), ("::", false)])
  func `localhost stands for this machine alone`(_ text: String, _ isPermitted: Bool) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressPolicy(exemption: .loopback).permits(address) == isPermitted)
  }

  @Test(
    arguments: [
      ("http://127.0.0.1/feed", .address("127.0.0.1")),
      ("http://127.0.0.1:8080/feed", .address("127.0.0.1")),
      ("http://user:secret@192.168.1.1/feed", .address("192.168.1.1")),
      ("http://[::1]:8080/feed", .address("::1")),
      ("http://localhost:8080/", .loopback),
      ("http://LOCALHOST/", .loopback),
      ("http://2130706433/", .none),
      ("http://0x7f.1/", .none),
      ("http://0177.0.0.1/", .none),
      ("http://127.1/", .none),
      ("http://localhost.example.org/", .none),
      ("http://example.org/", .none),
      ("http://example.org/@127.0.0.1/", .none),
      ("http://127.0.0.1@example.org/", .none),
    ] as [(String, NamedExemption)])
  func `only a host spelled as an address or localhost is exempt`(
    _ url: String, _ expected: NamedExemption
  ) throws {
    let named = try FetchURL(url)
    #expect(AddressPolicy(forHop: named, of: named).exemption == (try expected.exemption))
  }

  @Test(arguments: [
    ("http://localhost/", "http://127.0.0.1/"), ("http://127.0.0.1/", "http://localhost/"),
    ("http://127.0.0.1/", "http://127.0.0.2/"), ("http://example.org/", "http://127.0.0.1/"),
    ("http://example.org/", "http://localhost/"),
  ])
  func `a redirect to another host is not exempt`(_ named: String, _ hop: String) throws {
    let policy = AddressPolicy(forHop: try FetchURL(hop), of: try FetchURL(named))
    #expect(policy.exemption == .none)
  }
}

/// An exemption as a table can name it.
enum NamedExemption: Sendable {
  case none
  case loopback
  case address(String)

  var exemption: AddressPolicy.Exemption {
    get throws {
      switch self {
      case .none: .none
      case .loopback: .loopback
      case .address(let text): .address(try #require(IPAddress(text)))
      }
    }
  }
}
