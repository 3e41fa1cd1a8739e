/// Writes JSON as UTF-8 bytes, key by key in the order of the calls.
///
/// A key without a value is left out. There is no pretty printing: one value is one line, which is
/// what JSON Lines needs.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { $0.field("title", "Beds"); $0.field("revision", 2) }
/// // {"title":"Beds","revision":2}
/// ```
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Creates a writer with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// What has been written so far, as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what has been written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: Values

  /// Writes an object whose fields `body` gives.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested(open: "{", close: "}", body)
  }

  /// Writes an array whose elements `body` gives.
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested(open: "[", close: "]", body)
  }

  /// Writes a string.
  public mutating func value(_ value: String) {
    separate()
    bytes.append(json: value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func value(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func value(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a number with `digits` digits after the point.
  public mutating func value(_ value: Double, digits: Int) {
    separate()
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    let fraction = String(abs(scaled) % Int(scale))
    let padding = String(repeating: "0", count: digits - min(digits, fraction.utf8.count))
    let sign = scaled < 0 ? "-" : ""
    let whole = "\(sign)\(abs(scaled) / Int(scale))"
    bytes.append(contentsOf: (digits == 0 ? whole : "\(whole).\(padding)\(fraction)").utf8)
    needsComma = true
  }

  /// Writes JSON that was written before.
  public mutating func value(json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  // MARK: Fields

  /// Writes the key of the value that follows.
  public mutating func key(_ key: String) {
    value(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func field(_ name: String, _ content: String?) {
    guard let content else { return }
    key(name)
    value(content)
  }

  public mutating func field(_ name: String, _ content: Int?) {
    guard let content else { return }
    key(name)
    value(content)
  }

  public mutating func field(_ name: String, _ content: Bool?) {
    guard let content else { return }
    key(name)
    value(content)
  }

  /// Writes an array of strings; an empty one is left out.
  public mutating func field(_ name: String, _ content: [String]) {
    array(name, content) { $0.value($1) }
  }

  /// Writes an object as the value of `name`.
  public mutating func object(
    _ name: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try object(body)
  }

  /// Writes an array with a value for each of `elements`; an empty one is left out.
  public mutating func array<Element>(
    _ name: String, _ elements: [Element],
    _ each: (inout JSONWriter, Element) throws -> Void
  ) rethrows {
    guard !elements.isEmpty else { return }
    key(name)
    try array { writer in
      for element in elements { try each(&writer, element) }
    }
  }

  // MARK: Bytes

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func nested(
    open: Unicode.Scalar, close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    try body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }
}
