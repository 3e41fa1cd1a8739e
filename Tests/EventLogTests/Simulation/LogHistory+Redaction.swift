import EventLog

extension LogHistory {
  /// Erases the data of some events; afterwards no file of the log holds them.
  func redact() throws {
    guard let writer else { return }
    let erasable = written.indices.filter { expectation.erasures[written[$0]] == nil }
    guard !erasable.isEmpty else { return }
    let count = Int.random(in: 1...min(3, erasable.count), using: &random)
    let sequences = Set(erasable.shuffled(using: &random).prefix(count).map { $0 + 1 })
    self.count += 1
    let list = sequences.sorted().map(String.init).joined(separator: ",")
    var event = Event(
      id: "redaction-\(self.count)", source: "https://example.org/feed",
      type: "org.presslog.announcement.redacted", subject: nil,
      data: Array(#"{"reason":"asked for","erases":[\#(list)]}"#.utf8))
    expectation.attempted[event.id] = event
    expectation.erasures[event.id] = sequences
    event.data = Array(#"{"reason":"asked for"}"#.utf8)  // the log adds what it erases
    let sequence = try writer.redact(event, erasing: sequences)
    redactions += 1
    written.append(event.id)
    guard sequence == written.count else { throw Violation("\(event.id) is event \(sequence)") }
    try expectation.promise(written, head: writer.durable)
    try LogExpectation.checkFiles(disk, without: sequences.map { written[$0 - 1] })
  }
}
