import Catalog

/// Whom the texts are looked through for.
struct Partners {
  let catalog: Catalog
  /// The names that texts are made with.
  var names: [String] { catalog.partners.flatMap { $0.names.map(\.name) } }

  /// A catalog's folder, or the number of names to generate.
  init(_ feeds: String) throws {
    catalog =
      if let count = Int(feeds) {
        try Self.generated(count)
      } else {
        try Catalog.load(from: feeds)
      }
  }

  private static let places = [
    "Ashby", "Brook", "Clay", "Dale", "East", "Fen", "Grange", "Heath", "Ivy", "Kings", "Lang",
    "Moor",
    "North", "Oak", "Pem", "Queens", "River", "Stan", "Thorn", "Upper", "Vale", "West", "York",
  ]
  private static let endings = ["bury", "ford", "ham", "ley", "ton", "wick", "field", "mouth"]
  private static let kinds = [
    "Teaching Hospitals NHS Foundation Trust", "City Council", "University", "Academy Trust",
    "Hospice", "Community Foundation", "Research Institute", "Combined Authority",
  ]

  /// Names of places in three parts with what stands there, no two the same.
  private static func generated(_ count: Int) throws -> Catalog {
    var yaml = "partners:\n"
    for number in 0..<count {
      let first = places[number % places.count]
      let second = endings[number / places.count % endings.count]
      let third = number / (places.count * endings.count)
      let name = "\(first)\(second) \(letters(third)) \(kinds[number % kinds.count])"
      yaml += "- {id: p\(number), kind: group, names: [\"\(name)\"]}\n"
    }
    return try Catalog.parse(["partners.yaml": Array(yaml.utf8)], in: "generated")
  }

  /// A number as a word.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var letters = ""
    repeat {
      letters.append(Character(UnicodeScalar(UInt8(97 + rest % 26))))
      rest /= 26
    } while rest > 0
    return letters.capitalizedFirst + "well"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
