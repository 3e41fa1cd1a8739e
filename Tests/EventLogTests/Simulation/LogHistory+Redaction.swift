import EventLog

extension LogHistory {
  /// Erases some events, or repeats an earlier redaction; afterwards their words are in no file.
  func redact() throws {
    guard let writer, let redaction = plannedRedaction() else { return }
    expectation.attempted[redaction.id] = redaction.recorded
    let result = Result { try writer.redact(redaction.event, erasing: redaction.erased) }
    if writer.head.sequence > written.count { written.append(redaction.id) }
    try expectation.promise(written.prefix(writer.durable.sequence), head: writer.durable)
    let sequence = try result.get()
    redactions += 1
    guard written[sequence - 1] == redaction.id else {
      throw Violation("\(redaction.id) is not event \(sequence)")
    }
    let events = try LogExpectation.read(disk)
    try expectation.check(events, isWhole: true)
    try expectation.checkWords(of: events, on: disk)
  }

  private func plannedRedaction() -> PlannedRedaction? {
    if random.chance(0.2), let old = written.filter(isRedaction).randomElement(using: &random) {
      return PlannedRedaction(old, erasing: expectation.attempted[old]?.erases ?? [])
    }
    let erasable = written.indices.filter { !isRedaction(written[$0]) }.map { $0 + 1 }
    guard !erasable.isEmpty else { return nil }
    count += 1
    let erased = erasable.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
    return PlannedRedaction("redaction-\(count)", erasing: Set(erased))
  }

  func isRedaction(_ id: String) -> Bool { expectation.attempted[id]?.isRedaction == true }
}
