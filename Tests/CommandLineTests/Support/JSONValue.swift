import Foundation

/// A JSON value, read by Foundation: not by the code that wrote it.
indirect enum JSONValue: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Of these attempts one succeeds, which is how a value says what it is.
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(_ key: String) -> JSONValue {
    if case .object(let fields) = self { fields[key] ?? .null } else { .null }
  }

  subscript(_ index: Int) -> JSONValue {
    elements.indices.contains(index) ? elements[index] : .null
  }

  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  var keys: Set<String> { if case .object(let fields) = self { Set(fields.keys) } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  var int: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }
}
