import Yams

/// A file of the catalog: one mapping with one key, under which a list stands.
struct YAMLDocument {
  /// The items of the list.
  let items: [YAMLValue]

  /// Parses a file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file, UTF-8.
  ///   - file: The path for messages.
  ///   - key: The key that the file must have.
  /// - Throws: `CatalogError` where the file is no YAML or has another form.
  init(_ bytes: [UInt8], file: String, key: String) throws(CatalogError) {
    let text = try Self.decoded(bytes, file: file)
    guard let node = try Self.composed(text, file: file) else {
      items = []
      return
    }
    let root = YAMLValue(node, file: file, key: "")
    if root.isNull {
      items = []
      return
    }
    items = try YAMLMapping(root, keys: [key]).list(key)
  }

  private static func decoded(_ bytes: [UInt8], file: String) throws(CatalogError) -> String {
    let whole = YAMLValue.Place(file: file, line: nil, key: "")
    guard bytes.count <= YAMLLimits.bytes else {
      throw whole.error("the file is larger than 16 MiB", "split off what is not in use")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw whole.error("the file is not UTF-8", "save it as UTF-8")
    }
    if let line = YAMLLimits.lineThatIsTooDeep(in: bytes) {
      throw YAMLValue.Place(file: file, line: line, key: "").error(
        "values are nested too deeply", "use the form that the comments of the file show")
    }
    return text
  }

  /// The root of a document, `nil` for an empty one.
  private static func composed(_ text: String, file: String) throws(CatalogError) -> Node? {
    guard !text.trimmed.isEmpty else { return nil }
    do {
      // Without a resolver every scalar stays the text that it is: `no` and `1170369` are names.
      return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw catalogError(error, file: file, text: text)
    } catch {
      throw YAMLValue.Place(file: file, line: nil, key: "").error(
        "the file cannot be read as YAML", "check its syntax")
    }
  }

  private static func catalogError(
    _ error: YamlError, file: String, text: String
  ) -> CatalogError {
    func failure(at line: Int?, _ key: String, _ problem: String, _ remedy: String) -> CatalogError
    {
      CatalogError(file: file, line: line, key: key, problem: problem, remedy: remedy)
    }
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    let lastLine = text.hasSuffix("\n") ? lines : lines + 1
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return failure(
        at: min(mark.line, lastLine), "", "this is no YAML: \(problem.excerpt)",
        "check indentation, colons and quotation marks")
    case .reader(let problem, let offset, _, _):
      let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
      return failure(
        at: line, "", "this is no YAML: \(problem.excerpt)", "remove the character")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      return failure(
        at: context.mark.line, key.excerpt, "the key stands twice in one mapping",
        "join the two or remove one")
    default:
      return failure(at: nil, "", "the file cannot be read as YAML", "check its syntax")
    }
  }
}
