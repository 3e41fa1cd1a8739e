import JSONBytes

/// A line of the log, taken apart without a JSON parser: where its parts lie in the bytes it was
/// read from.
struct LogLine {
  var id: Range<Int>
  var source: Range<Int>
  var type: Range<Int>
  var subject: Range<Int>?
  var time: Range<Int>
  var sequence: Int
  var durable: Int
  /// Where the digits of the data's hash stand.
  private var dataHashDigits: Int
  var previous: EventHash
  var data: Range<Int>
  /// What the line's hash covers.
  var header: Range<Int>

  /// Reads the line `bytes[range]`, its line feed included.
  ///
  /// The checksum is compared first: what passes it was written by a log, so that a line which then
  /// does not parse has been made by somebody.
  init(_ bytes: [UInt8], in range: Range<Int>) throws(LineError) {
    guard LineChecksum.isValid(bytes, in: range) else { throw LineError(problem: .checksum) }
    var scanner = LineScanner(bytes, in: range.lowerBound..<range.upperBound - LineChecksum.width)
    try scanner.expect(#"{"specversion":"1.0""#)
    id = try scanner.string(after: #","id":""#)
    source = try scanner.string(after: #","source":""#)
    type = try scanner.string(after: #","type":""#)
    subject =
      scanner.isAt(#","subject":""#) ? try scanner.string(after: #","subject":""#) : nil
    time = try scanner.string(after: #","time":""#)
    sequence = try scanner.number(after: #","sequence":""#)
    durable = try scanner.number(after: #","durable":""#)
    dataHashDigits = try scanner.fixed(64, after: #","datahash":""#)
    previous = try scanner.hash(after: #","prevhash":""#)
    header = range.lowerBound..<scanner.position
    try scanner.expect(#","data":{"#)
    data = scanner.position - 1..<scanner.end
    guard bytes[data.upperBound - 1] == UInt8(ascii: "}") else { throw LineError(problem: .format) }
  }

  /// What of a line the hashes are about, found without reading the rest.
  struct Link {
    var header: Range<Int>
    var data: Range<Int>
    /// Where the digits of the data's hash stand.
    var dataHash: Int
    /// Where the digits of the hash of the event before stand.
    var previous: Int

    private static let dataKey: StaticString = #","data":"#
    private static let dataHashKey: StaticString = #"","datahash":""#
    private static let previousKey: StaticString = #"","prevhash":""#

    /// Finds them in the line `bytes[range]`; nil where they are not there.
    ///
    /// The header ends before the first `,"data":{`, which stands in no string: there its quotation
    /// marks would have backslashes before them.
    init?(_ bytes: [UInt8], in range: Range<Int>) {
      var start = range.lowerBound + 1
      while start < range.upperBound,
        let brace = bytes.firstOffset(of: UInt8(ascii: "{"), in: start..<range.upperBound)
      {
        let end = brace - Self.dataKey.utf8CodeUnitCount
        if bytes.has(Self.dataKey, at: end) {
          self.init(bytes, in: range, headerEnd: end)
          return
        }
        start = brace + 1
      }
      return nil
    }

    private init?(_ bytes: [UInt8], in range: Range<Int>, headerEnd: Int) {
      previous = headerEnd - 65
      dataHash = previous - Self.previousKey.utf8CodeUnitCount - 64
      header = range.lowerBound..<headerEnd
      let begin = headerEnd + Self.dataKey.utf8CodeUnitCount
      let end = range.upperBound - LineChecksum.width
      guard begin < end, dataHash - Self.dataHashKey.utf8CodeUnitCount > range.lowerBound,
        bytes.has(Self.previousKey, at: previous - Self.previousKey.utf8CodeUnitCount),
        bytes.has(Self.dataHashKey, at: dataHash - Self.dataHashKey.utf8CodeUnitCount)
      else { return nil }
      data = begin..<end
    }
  }

  /// When the event was appended; nil where that is no time.
  func timestamp(in bytes: [UInt8]) -> Timestamp? {
    Timestamp(milliseconds: bytes, in: time) ?? Timestamp(Self.text(bytes, time))
  }

  /// Whether the data have the hash that the line says.
  func hasIntactData(in bytes: [UInt8]) -> Bool {
    EventHash(digits: bytes, at: dataHashDigits) == EventHash(sha256Of: bytes, in: data)
  }

  /// The line's place in the chain; `bytes` are those it was read from.
  func hash(in bytes: [UInt8]) -> EventHash { EventHash(sha256Of: bytes, in: header) }

  /// The line's number and its hash.
  func position(in bytes: [UInt8]) -> LogPosition {
    LogPosition(sequence: sequence, hash: hash(in: bytes))
  }

  /// Makes the event that the line holds.
  func event(from bytes: [UInt8]) throws(LineError) -> RecordedEvent {
    var names = (source: "", type: "")
    return try event(from: bytes, hash: hash(in: bytes), &names)
  }

  /// Makes the event that the line holds, with as little as possible made anew.
  ///
  /// - Parameters:
  ///   - bytes: What the line was read from.
  ///   - hash: Its hash.
  ///   - names: The source and the type of the event before, which are mostly the same; those of this
  ///     one afterwards.
  /// - Returns: The event, its data copied.
  /// - Throws: ``LineError`` where the time is none.
  func event(
    from bytes: [UInt8], hash: EventHash, _ names: inout (source: String, type: String)
  ) throws(LineError) -> RecordedEvent {
    guard let time = timestamp(in: bytes) else { throw LineError(problem: .format) }
    Self.replace(&names.source, with: source, of: bytes)
    Self.replace(&names.type, with: type, of: bytes)
    return RecordedEvent(
      sequence: sequence, id: Self.text(bytes, id), source: names.source, type: names.type,
      subject: subject.map { Self.text(bytes, $0) }, time: time, data: Array(bytes[data]),
      hash: hash)
  }

  /// The hash of the event's id, its escapes resolved.
  func identifierHash(in bytes: [UInt8]) -> UInt64 {
    guard bytes.firstOffset(of: UInt8(ascii: "\\"), in: id) != nil else {
      return IdentifierIndex.hash(of: bytes, in: id)
    }
    return IdentifierIndex.hash(of: Self.text(bytes, id))
  }

  /// The bytes of the event's id, its escapes resolved.
  func identifier(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.firstOffset(of: UInt8(ascii: "\\"), in: id) != nil else { return Array(bytes[id]) }
    return Array(Self.text(bytes, id).utf8)
  }

  /// Makes a string anew only where its bytes are others than before; escapes are always others.
  private static func replace(_ string: inout String, with range: Range<Int>, of bytes: [UInt8]) {
    let isEscaped = bytes.firstOffset(of: UInt8(ascii: "\\"), in: range) != nil
    if isEscaped || !bytes.has(string, in: range) { string = text(bytes, range) }
  }

  /// The characters of a JSON string whose quotation marks stand around `range`.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    guard bytes.firstOffset(of: UInt8(ascii: "\\"), in: range) != nil else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var reader = JSONReader(bytes, in: range.lowerBound - 1..<range.upperBound + 1)
    // A string that passed the checksum was written by us; should it be no JSON, its bytes stand.
    return (try? reader.string()) ?? String(decoding: bytes[range], as: UTF8.self)
  }
}

/// Why a line is none of the log's.
struct LineError: Error {
  var problem: Damage.Problem
}

/// Walks the fixed order of a line's keys.
private struct LineScanner {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  func isAt(_ text: StaticString) -> Bool {
    position + text.utf8CodeUnitCount <= end && bytes.has(text, at: position)
  }

  mutating func expect(_ text: StaticString) throws(LineError) {
    guard isAt(text) else { throw LineError(problem: .format) }
    position += text.utf8CodeUnitCount
  }

  mutating func string(after key: StaticString) throws(LineError) -> Range<Int> {
    try expect(key)
    let start = position
    while let quote = bytes.firstOffset(of: UInt8(ascii: "\""), in: position..<end) {
      position = quote + 1
      var escape = quote
      while escape > start, bytes[escape - 1] == UInt8(ascii: "\\") { escape -= 1 }
      if (quote - escape).isMultiple(of: 2) { return start..<quote }
    }
    throw LineError(problem: .format)
  }

  /// Reads a number of twenty digits.
  mutating func number(after key: StaticString) throws(LineError) -> Int {
    let start = try fixed(20, after: key)
    // The first word has four of the digits, behind zeros.
    guard let high = Decimal.number(of: bytes.word(at: start) << 32 | Decimal.zeros >> 32),
      let middle = Decimal.number(of: bytes.word(at: start + 4)),
      let low = Decimal.number(of: bytes.word(at: start + 12)),
      high < 900  // more does not fit into 64 bits
    else { throw LineError(problem: .format) }
    return (high * 100_000_000 + middle) * 100_000_000 + low
  }

  mutating func hash(after key: StaticString) throws(LineError) -> EventHash {
    guard let hash = EventHash(digits: bytes, at: try fixed(64, after: key)) else {
      throw LineError(problem: .format)
    }
    return hash
  }

  /// Passes over a string of so many bytes, and returns where it begins.
  mutating func fixed(_ count: Int, after key: StaticString) throws(LineError) -> Int {
    try expect(key)
    let start = position
    guard start + count < end, bytes[start + count] == UInt8(ascii: "\"") else {
      throw LineError(problem: .format)
    }
    position += count + 1
    return start
  }
}
