import JSONBytes

/// What is written beside a segment once nothing will be appended to it.
struct Seal: Hashable, Sendable {
  var first: Int
  /// The last event of the segment: its number and its hash, the head of the chain.
  var last: LogPosition
  /// When it was appended: no later event may be dated before it.
  var time: Timestamp
  /// The size of the segment.
  var bytes: Int

  /// One line of JSON with its own checksum.
  func encoded() -> [UInt8] {
    var line = JSONWriter()
    line.object { line in
      line.field("first", LogLayout.padded(first))
      line.field("last", LogLayout.padded(last.sequence))
      line.field("time", time.rfc3339Milliseconds)
      line.field("bytes", bytes)
      line.field("head", last.hash.description)
    }
    var sealed = Array(line.bytes.dropLast())
    LineChecksum.append(to: &sealed, from: 0)
    return sealed
  }

  init(first: Int, last: LogPosition, time: Timestamp, bytes: Int) {
    self.first = first
    self.last = last
    self.time = time
    self.bytes = bytes
  }

  /// Reads a seal; nil where the checksum does not match or a field is missing.
  init?(_ line: [UInt8]) {
    guard LineChecksum.isValid(line, in: 0..<line.count) else { return nil }
    var first: Int?
    var last: Int?
    var time: Timestamp?
    var bytes: Int?
    var head: EventHash?
    var reader = JSONReader(line)
    do {
      try reader.object { reader, key in
        switch key {
        case "first": first = Int(try reader.string())
        case "last": last = Int(try reader.string())
        case "time": time = Timestamp(try reader.string())
        case "bytes": bytes = try reader.int()
        case "head": head = EventHash(try reader.string())
        default: try reader.skip()
        }
      }
    } catch {
      return nil
    }
    guard let first, let last, let time, let bytes, let head else { return nil }
    self.init(
      first: first, last: LogPosition(sequence: last, hash: head), time: time, bytes: bytes)
  }
}
