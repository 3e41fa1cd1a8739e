/// A request as the server read it: a head without a body.
public struct HTTPRequest: Hashable, Sendable {
  /// The method, such as `GET`.
  public var method: String
  /// The target as it stands in the request line, query included.
  public var target: String
  /// The fields in their order, names in lower case.
  public var fields: [HTTPField]
  /// The number of the connection that it came on, counted from 1: equal numbers tell of keep-alive.
  public var connection: Int

  /// The target without its query.
  public var path: String {
    String(target.prefix { $0 != "?" })
  }

  /// The value of a field, `nil` where it was not sent.
  ///
  /// - Parameter name: The name in lower case.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// Reads a head whose lines end in CR LF, `nil` where it has no request line.
  init?(head: some Collection<UInt8>, connection: Int) {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    self.connection = connection
    fields = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return HTTPField(line[..<colon].lowercased(), String(value))
    }
  }
}
