import Announcements
import Testing

@Suite struct CanonicalLinkTests {
  @Test(arguments: [
    ("https://example.org/news/beds", "example.org/news/beds"),
    ("http://example.org/news/beds", "example.org/news/beds"),
    ("HTTPS://Example.ORG/News/Beds", "example.org/News/Beds"),
    ("https://example.org:443/a", "example.org/a"),
    ("http://example.org:80/a", "example.org/a"),
    ("https://example.org:8443/a", "example.org:8443/a"),
    ("https://example.org", "example.org"),
    ("https://example.org/", "example.org"),
    ("https://example.org/a/", "example.org/a"),
    ("https://example.org/?p=12", "example.org?p=12"),
    ("https://example.org/a?b=1&c=2", "example.org/a?b=1&c=2"),
    ("https://example.org/a?", "example.org/a"),
    ("https://example.org/a#part", "example.org/a#part"),
    ("https://example.org/a#", "example.org/a"),
    ("  https://example.org/a\n", "example.org/a"),
  ])
  func `a link is compared without what differs between fetches`(_ link: String, _ key: String) {
    #expect(CanonicalLink.key(of: link) == key)
  }

  @Test(arguments: [
    "utm_source=rss", "UTM_Campaign=x", "at_medium=RSS", "ns_mchannel=rss", "fbclid=1", "gclid=1",
    "mc_cid=1", "cmpid=rss", "xtor=RSS-1", "ocid=rss",
  ])
  func `a tracking parameter is taken away wherever it stands`(_ parameter: String) {
    #expect(CanonicalLink.key(of: "https://example.org/a?\(parameter)") == "example.org/a")
    #expect(CanonicalLink.key(of: "https://example.org/a#\(parameter)") == "example.org/a")
    #expect(
      CanonicalLink.key(of: "https://example.org/a?id=1&\(parameter)&page=2")
        == "example.org/a?id=1&page=2")
  }

  @Test(arguments: ["id=1", "utm=1", "source=rss", "cmpany=1", "p=utm_source"])
  func `any other parameter stays`(_ parameter: String) {
    #expect(
      CanonicalLink.key(of: "https://example.org/a?\(parameter)") == "example.org/a?\(parameter)")
  }

  @Test(arguments: ["mailto:press@example.org", "/news/beds", "news", "tag:example.org,2024:1"])
  func `what is no web address is compared as it is`(_ link: String) {
    #expect(CanonicalLink.key(of: link) == link)
  }

  @Test(arguments: ["", " ", "http://", "https:///"])
  func `a link that says nothing is none`(_ link: String) {
    #expect(Candidate.link(link) == nil)
  }
}
