import JSONBytes

/// Turns events into lines of the log; `Documentation/EventLogFormat.md` specifies every byte.
///
/// Most of the work does not depend on where in the log an event will stand: ``draft(_:_:to:)`` does
/// that, and ``complete(_:_:in:)`` fills in the rest when the line before is known.
enum LineEncoder {
  /// What the log adds to an event.
  struct Context {
    /// When, as it stands in the line: the bytes of ``Timestamp/rfc3339Milliseconds``.
    var time: [UInt8]
    var sequence: Int
    var durable: Int
    var previous: EventHash
  }

  /// Sixteen bytes, drawn at random: make erased data impossible to guess from their hash.
  struct Nonce {
    var first: UInt64 = 0
    var second: UInt64 = 0
  }

  /// A line whose place in the log is not known yet.
  struct Draft: Sendable {
    /// All of it, with room for its checksum.
    var range: Range<Int>
    /// Where the time begins, and with it what has a fixed width.
    fileprivate var tail: Int
    /// The data as they stand in the line.
    var data: Range<Int> {
      tail + Tail.end + dataKey.utf8CodeUnitCount..<range.upperBound - LineChecksum.width
    }

    /// The same line where it begins at `offset`.
    func moved(to offset: Int) -> Draft {
      Draft(range: offset..<offset + range.count, tail: tail - range.lowerBound + offset)
    }
  }

  /// The end of a header, from the time on; every part has a fixed width.
  private enum Tail {
    static let blank = Array(
      #"""
      \#(zeros(24))","sequence":"\#(zeros(20))","durable":"\#(zeros(20))",\#
      "datahash":"\#(zeros(64))","prevhash":"\#(zeros(64))"
      """#.utf8)
    static let sequence = 38
    static let durable = sequence + 33
    static let dataHash = durable + 34
    static let previous = dataHash + 78
    static let end = previous + 65

    private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
  }

  private static let dataKey: StaticString = #","data":"#
  /// The bytes from the data's brace to the quotation mark that ends the nonce.
  static let nonceWidth = 43

  /// Appends the line of `event` to `lines`, all but what depends on its place.
  static func draft(_ event: Event, _ nonce: Nonce, to lines: inout [UInt8]) -> Draft {
    let start = lines.count
    lines.append(#"{"specversion":"1.0","id":"#)
    lines.append(json: event.id)
    lines.append(#","source":"#)
    lines.append(json: event.source)
    lines.append(#","type":"#)
    lines.append(json: event.type)
    if let subject = event.subject {
      lines.append(#","subject":"#)
      lines.append(json: subject)
    }
    lines.append(#","time":""#)
    let tail = lines.count
    lines.append(contentsOf: Tail.blank)
    lines.append(dataKey)
    let data = lines.count
    append(event.data, nonce, to: &lines)
    EventHash(sha256Of: lines, in: data..<lines.count)
      .storeDigits(in: &lines, at: tail + Tail.dataHash)
    LineChecksum.appendBlank(to: &lines)
    return Draft(range: start..<lines.count, tail: tail)
  }

  /// Fills in what depends on the place of a line, and returns its place in the chain.
  static func complete(_ draft: Draft, _ context: Context, in lines: inout [UInt8]) -> EventHash {
    let tail = draft.tail
    for offset in stride(from: 0, to: 24, by: 8) {
      lines.store(context.time.word(at: offset), at: tail + offset)
    }
    lines.store(padded: context.sequence, at: tail + Tail.sequence)
    lines.store(padded: context.durable, at: tail + Tail.durable)
    context.previous.storeDigits(in: &lines, at: tail + Tail.previous)
    LineChecksum.store(in: &lines, of: draft.range)
    return EventHash(sha256Of: lines, in: draft.range.lowerBound..<tail + Tail.end)
  }

  /// Appends data as they stand in the line: the nonce before their own first key.
  private static func append(_ data: [UInt8], _ nonce: Nonce, to bytes: inout [UInt8]) {
    bytes.append(#"{"nonce":""#)
    for word in [nonce.first, nonce.second] {
      let (low, high) = Hexadecimal.digits(of: word)
      bytes.append(littleEndian: low)
      bytes.append(littleEndian: high)
    }
    bytes.append("\"")
    if data.count > 2 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: data[1...])
  }
}
