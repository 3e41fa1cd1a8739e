public import JSONBytes

/// What a writer wants the log to keep: a CloudEvents 1.0 event without what the log adds.
public struct Event: Hashable, Sendable {
  /// Unique in the log; the same fact has the same id on every machine.
  public var id: String
  /// Where the fact comes from, a URI reference.
  public var source: String
  /// Such as `org.presslog.announcement.published`.
  public var type: String
  /// What the fact is about.
  public var subject: String?
  /// A JSON object on one line.
  public var data: [UInt8]

  public init(id: String, source: String, type: String, subject: String?, data: [UInt8]) {
    self.id = id
    self.source = source
    self.type = type
    self.subject = subject
    self.data = data
  }
}

/// An event as it stands in the log, durable and checked.
public struct RecordedEvent: Hashable, Sendable {
  /// Its number, from 1, without gaps.
  public var sequence: Int
  public var id: String
  public var source: String
  public var type: String
  public var subject: String?
  /// When it was appended; never before the event before it.
  public var time: Timestamp
  /// The bytes of its JSON object, the log's `nonce` included.
  public var data: [UInt8]
  /// Its place in the chain: the next event's `prevhash`.
  public var hash: EventHash
}

/// A place in the log: an event's number and its hash.
public struct LogPosition: Hashable, Sendable {
  /// 0 before the first event.
  public var sequence: Int
  public var hash: EventHash

  public init(sequence: Int, hash: EventHash) {
    self.sequence = sequence
    self.hash = hash
  }

  /// Before the first event.
  public static let start = LogPosition(sequence: 0, hash: .zero)
}

/// A SHA-256: of an event's data, or of the chain up to an event.
public struct EventHash: Hashable, Sendable, CustomStringConvertible {
  // Four words and no vector: a value that wants 32-byte alignment is not safe in an async frame.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Takes 32 bytes.
  init(bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 has 32 bytes")
    first = bytes.littleEndian(at: 0, count: 8)
    second = bytes.littleEndian(at: 8, count: 8)
    third = bytes.littleEndian(at: 16, count: 8)
    fourth = bytes.littleEndian(at: 24, count: 8)
  }

  /// What the first event's `prevhash` is: 64 zeros.
  public static let zero = EventHash(bytes: [UInt8](repeating: 0, count: 32))

  /// Reads 64 hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    self.init(hexadecimal: Array(text.utf8)[...])
  }

  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for position in stride(from: digits.startIndex, to: digits.endIndex, by: 2) {
      guard let high = Hexadecimal.value(of: digits[position]),
        let low = Hexadecimal.value(of: digits[position + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// 32 bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [first, second, third, fourth] { bytes.append(littleEndian: word) }
    return bytes
  }

  /// 64 hexadecimal digits in lower case.
  public var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes { Hexadecimal.append(byte, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }
}

/// Hexadecimal digits in lower case.
enum Hexadecimal {
  static func append(_ byte: UInt8, to digits: inout [UInt8]) {
    digits.append(digit(byte >> 4))
    digits.append(digit(byte & 15))
  }

  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
