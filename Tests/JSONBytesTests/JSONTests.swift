import JSONBytes
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    "", "plain", "quote \" backslash \\ slash /", "line\nfeed\r\ttab", "\u{1}\u{1F}\u{7F}",
    "Café £160m “quoted” 漢字 🏥", String(repeating: "x\"y", count: 1000),
  ])
  func `a string comes back as it was written`(_ text: String) throws {
    var writer = JSONWriter()
    writer.value(text)
    var reader = JSONReader(writer.bytes)
    #expect(try reader.string() == text)
    #expect(!writer.bytes.contains(0x0A), "one value is one line")
  }

  @Test func `keys without a value are left out`() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("a", nil as String?)
      writer.field("b", 2)
      writer.field("c", [])
      writer.object("d") { $0.field("e", true) }
      writer.array("f", [1, 2]) { $0.value($1) }
    }
    #expect(writer.string == #"{"b":2,"d":{"e":true},"f":[1,2]}"#)
  }

  @Test(arguments: [(0.0, 2, "0.00"), (1.005, 1, "1.0"), (12.3456, 2, "12.35"), (-0.5, 1, "-0.5")])
  func `numbers have the digits that were asked for`(_ value: Double, _ digits: Int, _ text: String)
  {
    var writer = JSONWriter()
    writer.value(value, digits: digits)
    #expect(writer.string == text)
  }

  @Test func `an object is walked and unknown keys are skipped`() throws {
    let text = #" { "a" : "x\u00e9\ud83c\udfe5" , "new" : [ {"b":[1,null]} , "z" ] , "n" : -12 } "#
    var reader = JSONReader(Array(text.utf8))
    var found: [String: String] = [:]
    try reader.object { reader, key in
      switch key {
      case "a": found["a"] = try reader.string()
      case "n": found["n"] = String(try reader.int())
      default: break
      }
    }
    #expect(found == ["a": "xé🏥", "n": "-12"])
  }

  @Test(arguments: [
    "", "{", #"{"a"}"#, #"{"a":1"#, #"["#, #"{"a":"\x"}"#, #"{"a":"unterminated}"#, "[1 2]",
    String(repeating: "[", count: 100),
  ])
  func `what is no JSON is an error`(_ text: String) {
    #expect(throws: JSONError.self) {
      var reader = JSONReader(Array(text.utf8))
      try reader.skip()
    }
  }
}
