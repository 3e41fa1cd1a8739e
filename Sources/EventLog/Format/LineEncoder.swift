import JSONBytes

/// Turns events into lines of the log; `Documentation/EventLogFormat.md` specifies every byte.
struct LineEncoder {
  /// What the log adds to an event.
  struct Context {
    var time: Timestamp
    var sequence: Int
    var durable: Int
    var previous: EventHash
    /// 32 hexadecimal digits, drawn at random: makes erased data impossible to guess from its hash.
    var nonce: String
  }

  /// Appends the line of `event` to `lines` and returns its place in the chain.
  static func append(
    _ event: Event, _ context: Context, to lines: inout [UInt8]
  ) -> EventHash {
    let start = lines.count
    let data = withNonce(event.data, context.nonce)
    let dataHash = EventHash(sha256Of: data, in: 0..<data.count)

    var header = JSONWriter(capacity: 512)
    header.object { header in
      header.field("specversion", "1.0")
      header.field("id", event.id)
      header.field("source", event.source)
      header.field("type", event.type)
      header.field("subject", event.subject)
      header.field("time", context.time.rfc3339Milliseconds)
      header.field("sequence", LogLayout.padded(context.sequence))
      header.field("durable", LogLayout.padded(context.durable))
      header.field("datahash", dataHash.description)
      header.field("prevhash", context.previous.description)
    }
    lines.append(contentsOf: header.bytes.dropLast())
    let hash = EventHash(sha256Of: lines, in: start..<lines.count)

    lines.append(contentsOf: #","data":"#.utf8)
    lines.append(contentsOf: data)
    LineChecksum.append(to: &lines, from: start)
    return hash
  }

  /// The bytes that ``append(_:_:to:)`` puts before the data's own first key.
  static func nonceField(_ nonce: String) -> [UInt8] { Array(#"{"nonce":"\#(nonce)""#.utf8) }

  /// The data as they stand in the line.
  static func withNonce(_ data: [UInt8], _ nonce: String) -> [UInt8] {
    var bytes = nonceField(nonce)
    bytes.reserveCapacity(bytes.count + data.count)
    if data.count > 2 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: data.dropFirst())
    return bytes
  }
}
