import EventLog

extension LogExpectation {
  /// The promised events that may be erased: all but redactions.
  var erasable: [Int] {
    promised.indices.filter { attempted[promised[$0]]?.isRedaction == false }.map { $0 + 1 }
  }

  /// Compares what is erased with the redactions among what a reader serves: each calls for the
  /// other, and a reader that may come too early for one sees perhaps what that erased.
  func checkErasures(_ events: [RecordedEvent], isWhole: Bool) throws {
    for event in events {
      for sequence in attempted[event.id]?.erases ?? [] where sequence <= events.count {
        guard events[sequence - 1].redaction != nil else {
          throw Violation("event \(sequence) stands although \(event.id) erases it")
        }
      }
      guard let redaction = event.redaction, isWhole || redaction <= events.count else { continue }
      guard redaction <= events.count,
        let erased = attempted[events[redaction - 1].id]?.erases, erased.contains(event.sequence)
      else {
        throw Violation("\(event.id) was erased by event \(redaction), which does not name it")
      }
    }
  }

  /// That what was erased of a log is in no file of its store.
  func checkWords(
    of events: [RecordedEvent], on disk: SimulatedDisk, below folder: String = "/data/store"
  ) throws {
    let erased = Set(
      events.filter { $0.redaction != nil }.map { Event.words(of: $0.id).dropFirst().dropLast() })
    guard !erased.isEmpty else { return }
    for (path, bytes) in disk.with({ $0.storage.contents(below: folder) }) {
      for part in bytes.split(separator: UInt8(ascii: "~")) where part.count < 40 {
        let words = String(decoding: part, as: UTF8.self)
        guard !erased.contains(words[...]) else {
          throw Violation("\(path) still has the words of \(words)")
        }
      }
    }
  }
}
