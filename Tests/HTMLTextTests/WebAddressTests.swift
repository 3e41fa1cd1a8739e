import HTMLText
import Testing

@Suite struct WebAddressTests {
  /// The examples of RFC 3986, section 5.4.1.
  private static let normal = [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
    ("../../g", "http://a/g"),
  ]

  /// The examples of RFC 3986, section 5.4.2; `http:g` as a strict parser has it.
  private static let abnormal = [
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("http:g", "http:g"),
  ]

  @Test(arguments: normal + abnormal)
  func `references resolve as the standard says`(reference: String, expected: String) {
    #expect(WebAddress.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
  }

  @Test(arguments: [
    ("g", "http://a", "http://a/g"), ("?y", "http://a", "http://a?y"),
    ("", "http://a/b#c", "http://a/b"),
    ("g", "http://a?q/r", "http://a/g"), ("../g", "file:/b/c/d", "file:/b/g"),
    ("//h/./x/../y", "https://a/b", "https://h/y"), ("é/ü", "http://a/ß/", "http://a/ß/é/ü"),
    (" \n g \t", " http://a/b ", "http://a/g"), ("HTTP://x/ ", "http://a/", "HTTP://x/"),
    ("http://x/a/../b", "http://a/", "http://x/a/../b"),
    ("b//c/..//d", "http://a/", "http://a/b///d"),
    ("1:2", "http://a/", "http://a/1:2"), ("#", "http://a/?q#f", "http://a/?q#"),
    ("..", "http://a/b//", "http://a/b/"), ("....", "http://a/b", "http://a/...."),
  ])
  func `other references resolve by the same rules`(
    reference: String, base: String, expected: String
  ) {
    #expect(WebAddress.resolve(reference, against: base) == expected)
  }

  @Test func `without a usable base a reference stays as it is`() {
    #expect(WebAddress.resolve(" /a ", against: nil) == "/a")
    #expect(WebAddress.resolve("/a", against: "mailto:x@example.org") == "/a")
  }

  @Test func `a base of more than eight kilobytes is no base`() {
    let base = "http://a/" + String(repeating: "b", count: 9_000)
    #expect(WebAddress.resolve("c", against: base) == "c")
  }

  @Test(arguments: [
    ("http://a", true), (" https://a ", true), ("mailto:a", true), ("urn:x:y", true),
    ("//a", false),
    ("a/b:c", false), ("", false), ("1a:b", false),
  ])
  func `an address with a scheme is absolute`(address: String, isAbsolute: Bool) {
    #expect(WebAddress.isAbsolute(address) == isAbsolute)
  }
}
