import JSONBytes

/// Turns events into lines of the log; `Documentation/EventLogFormat.md` specifies every byte.
struct LineEncoder {
  /// What the log adds to an event.
  struct Context {
    /// When, as it stands in the line: ``Timestamp/rfc3339Milliseconds``.
    var time: String
    var sequence: Int
    var durable: Int
    var previous: EventHash
    var nonce: Nonce
  }

  /// Sixteen bytes, drawn at random: make erased data impossible to guess from their hash.
  struct Nonce {
    var first: UInt64 = 0
    var second: UInt64 = 0
  }

  /// The bytes from the data's brace to the quotation mark that ends the nonce.
  static let nonceWidth = 43

  /// Appends the line of `event` to `lines` and returns its place in the chain.
  static func append(
    _ event: Event, _ context: Context, to lines: inout [UInt8]
  ) -> EventHash {
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
    lines.append(contentsOf: context.time.utf8)
    lines.append(#"","sequence":""#)
    lines.append(padded: context.sequence)
    lines.append(#"","durable":""#)
    lines.append(padded: context.durable)
    lines.append(#"","datahash":""#)
    let dataHash = lines.count
    EventHash.zero.appendDigits(to: &lines)  // known when the data stand behind
    lines.append(#"","prevhash":""#)
    context.previous.appendDigits(to: &lines)
    lines.append("\"")
    let header = start..<lines.count
    lines.append(#","data":"#)
    let data = lines.count
    append(event.data, context.nonce, to: &lines)
    EventHash(sha256Of: lines, in: data..<lines.count).storeDigits(in: &lines, at: dataHash)
    let hash = EventHash(sha256Of: lines, in: header)
    LineChecksum.append(to: &lines, from: start)
    return hash
  }

  /// Appends data as they stand in the line: the nonce before their own first key.
  static func append(_ data: [UInt8], _ nonce: Nonce, to bytes: inout [UInt8]) {
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
