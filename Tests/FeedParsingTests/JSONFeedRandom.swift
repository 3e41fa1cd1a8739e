/// Random numbers that are the same for a seed on every machine (SplitMix64).
struct JSONFeedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// One of a few.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}

/// An item of a random feed, and a writer of JSON that makes one text of it in many ways.
struct JSONFeedRandomItem: Hashable {
  var id: String
  var title: String
  var content: String
  var summary: String
  var tags: [String]
  var author: String

  private static let words = ["ward", "new", "Leeds", "opens", "café", "£5m", "naïve", "research"]
  /// What looks like the end of a string, or like anything else that stands in JSON.
  private static let traps = [
    "\"", "\\", "/", "{", "}", "[", "]", ",", ":", "'", "\n", " ", "\",\"", "\":", "\"}", "\"],",
    "{\"id\":\"9\"}", "// ", "/*", "*/", "true", "null", "\u{2028}", "😀", "\u{FFFD}", "\t",
    "\\u0041",
    "\\\"", ", ", "\", then", "\"title\": \"",
  ]

  /// An item whose texts are words, or full of traps.
  init(_ number: Int, hasTraps: Bool, using random: inout JSONFeedRandom) {
    func text(_ count: Int) -> String {
      let words = (0..<count).map { _ in
        random.pick(hasTraps && Bool.random(using: &random) ? Self.traps : Self.words)
      }
      return words.joined(separator: hasTraps ? "" : " ")
    }
    id = "item-\(number)"
    title = "Title \(number)"
    content = "x" + text(Int.random(in: 0...12, using: &random))
    summary = "y" + text(Int.random(in: 0...4, using: &random))
    tags = (0..<Int.random(in: 0...3, using: &random)).map { "tag \($0)" }
    author = "Author \(number)"
  }

  /// The item as an object of JSON, its keys in any order.
  func json(using random: inout JSONFeedRandom) -> String {
    var fields = [
      ("id", Self.quoted(id, &random)), ("title", Self.quoted(title, &random)),
      ("content_text", Self.quoted(content, &random)),
      ("summary", Self.quoted(summary, &random)),
      ("authors", "[{\"name\": \(Self.quoted(author, &random))}]"),
      ("_extra", random.pick(["1.5e-3", "true", "null", "[]", "{\"a\": [1, [2]], \"\": {}}"])),
    ]
    if !tags.isEmpty {
      let list = tags.map { Self.quoted($0, &random) }.joined(separator: ",")
      fields.append(("tags", "[\(list)]"))
    }
    fields.shuffle(using: &random)
    let members = fields.map { name, value in
      "\(Self.space(&random))\"\(name)\"\(Self.space(&random)):\(Self.space(&random))\(value)"
    }
    return "{\(members.joined(separator: "\(Self.space(&random)),"))\(Self.space(&random))}"
  }

  static func space(_ random: inout JSONFeedRandom) -> String {
    random.pick(["", "", " ", "\n", "\r\n\t", "  "])
  }

  private static func quoted(_ text: String, _ random: inout JSONFeedRandom) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if Int.random(in: 0..<8, using: &random) > 0 {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 { result += "\\u" + hexadecimal(unit) }
        }
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
