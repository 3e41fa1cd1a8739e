/// The forms in which people write a name of a public body that has a legal form in it.
///
/// A catalog gives "Bradford Teaching Hospitals NHS Foundation Trust" once; texts have "Bradford
/// Teaching Hospitals NHS FT", "Bradford Teaching Hospitals Foundation Trust" and so on.
enum NameForms {
  /// What texts have in the place of an ending, by the ending.
  private static let endings: [(ending: String, others: [String])] = [
    (
      " NHS Foundation Trust",
      [" NHS FT", " NHSFT", " Foundation NHS Trust", " Foundation Trust", " NHS Trust", " Trust"]
    ),
    (" NHS Trust", [" Trust"]),
    (" Integrated Care Board", [" ICB"]),
    (" Clinical Commissioning Group", [" CCG"]),
    (" Academic Health Science Network", [" AHSN"]),
    (" Biomedical Research Centre", [" BRC"]),
    (" Clinical Research Facility", [" CRF"]),
    (" Health and Care Partnership", [" HCP", " Health & Care Partnership"]),
  ]

  /// Bodies whose names begin with "NHS" and are used without it.
  private static let withoutPrefix = [" ICB", " Integrated Care Board", " CCG"]

  /// A name and its other forms, the name first and each once.
  ///
  /// What an ending leaves over must be two words at least: "Airedale Trust" would be too short to
  /// mean a body for certain.
  static func forms(of name: String) -> [String] {
    let name = withoutArticle(name)
    var forms = [name]
    if let (ending, others) = endings.first(where: { name.hasSuffix($0.ending) }) {
      let base = name.dropLast(ending.count)
      if base.contains(" ") { forms += others.map { base + $0 } }
    }
    let prefix = "NHS "
    forms += forms.filter { form in
      form.hasPrefix(prefix) && withoutPrefix.contains(where: form.hasSuffix)
    }.map { String($0.dropFirst(prefix.count)) }
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }

  private static func withoutArticle(_ name: String) -> String {
    let rest = name.dropFirst(4)
    return name.hasPrefix("The ") && rest.contains(" ") ? String(rest) : name
  }
}
