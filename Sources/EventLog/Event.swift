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
  /// The first eight bytes, the first of them in the lowest bits.
  let firstWord: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Takes four words of eight bytes, the first byte of each in its lowest bits.
  init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    firstWord = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// Takes 32 bytes.
  init(bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 has 32 bytes")
    self.init(bytes.word(at: 0), bytes.word(at: 8), bytes.word(at: 16), bytes.word(at: 24))
  }

  /// What the first event's `prevhash` is: 64 zeros.
  public static let zero = EventHash(0, 0, 0, 0)

  /// Reads 64 hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    self.init(digits: digits, at: 0)
  }

  /// Reads the 64 hexadecimal digits at `offset`.
  init?(digits: [UInt8], at offset: Int) {
    func word(_ index: Int) -> UInt64? {
      guard let low = Hexadecimal.bytes(of: digits.word(at: offset + 16 * index)),
        let high = Hexadecimal.bytes(of: digits.word(at: offset + 16 * index + 8))
      else { return nil }
      return UInt64(high) << 32 | UInt64(low)
    }
    guard let first = word(0), let second = word(1), let third = word(2), let fourth = word(3)
    else { return nil }
    self.init(first, second, third, fourth)
  }

  /// Whether the 64 digits of the description stand at `offset`.
  func stands(in bytes: [UInt8], at offset: Int) -> Bool {
    [firstWord, second, third, fourth].enumerated().allSatisfy { index, word in
      let (low, high) = Hexadecimal.digits(of: word)
      return bytes.word(at: offset + 16 * index) == low
        && bytes.word(at: offset + 16 * index + 8) == high
    }
  }

  /// 32 bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [firstWord, second, third, fourth] { bytes.append(littleEndian: word) }
    return bytes
  }

  /// 64 hexadecimal digits in lower case.
  public var description: String {
    var digits: [UInt8] = []
    appendDigits(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the 64 digits of the description.
  func appendDigits(to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 64))
    storeDigits(in: &bytes, at: start)
  }

  /// Puts the 64 digits of the description in the place of what stands at `offset`.
  func storeDigits(in bytes: inout [UInt8], at offset: Int) {
    for (index, word) in [firstWord, second, third, fourth].enumerated() {
      let (low, high) = Hexadecimal.digits(of: word)
      bytes.store(low, at: offset + 16 * index)
      bytes.store(high, at: offset + 16 * index + 8)
    }
  }
}
