import EventLog

/// Events as a press service has them, and logs made of them.
enum LogMaker {
  /// What the log adds to the data: header, nonce and checksum.
  private static let overhead = 560

  /// The event of this number; its id is in no log of another `series`.
  static func event(_ number: Int, lineBytes: Int, series: String = "press") -> Event {
    let subject = "\(series)\(1_000_000_000 + number)ycv5ddxmzgrr"
    var data = Array(#"{"version":1,"revision":1,"title":"\#(number)","text":""#.utf8)
    let sentence = "The city council opens the new swimming hall on Saturday. ".utf8
    let length = max(0, lineBytes - overhead)
    for _ in 0..<length / sentence.count { data.append(contentsOf: sentence) }
    data.append(contentsOf: sentence.prefix(length % sentence.count))
    data.append(contentsOf: "\"}".utf8)
    return Event(
      id: "\(subject).1", source: "https://example.org/feed/\(number / 50 % 97)",
      type: "org.presslog.announcement.published", subject: subject, data: data)
  }

  /// Makes a log with the writer itself, so that it has all that a log has.
  static func make(events: Int, lineBytes: Int, log: String) throws {
    let writer = try LogWriter(log)
    let first = writer.head.sequence + 1
    for start in stride(from: first, to: first + events, by: 1000) {
      let numbers = start..<min(start + 1000, first + events)
      try writer.write(numbers.map { event($0, lineBytes: lineBytes) }, expecting: .any)
    }
    try writer.commit()
  }
}
