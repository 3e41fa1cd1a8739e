import EventLog
import JSONBytes

/// A redaction of a simulated log.
struct PlannedRedaction {
  var id: String
  var erased: Set<Int>

  init(_ id: String, erasing erased: Set<Int>) { (self.id, self.erased) = (id, erased) }

  /// As it is handed to a writer.
  var event: Event { event(data: #"{"reason":"asked"}"#) }

  /// As the log has it.
  var recorded: Event { event(data: #"{"reason":"asked","erases":\#(erased.sorted())}"#) }

  private func event(data: String) -> Event {
    Event(
      id: id, source: "https://example.org/feed", type: "org.presslog.announcement.redacted",
      subject: id, data: Array(data.utf8.filter { $0 != UInt8(ascii: " ") }))
  }
}

extension Event {
  var isRedaction: Bool { type.hasSuffix(".redacted") }

  /// What a redaction erases.
  var erases: Set<Int> {
    guard isRedaction else { return [] }
    var erased: Set<Int> = []
    var reader = JSONReader(data)
    // These events are our own: what cannot be read names nothing.
    try? reader.object { reader, key in
      if key == "erases" { try reader.array { erased.insert(try $0.int()) } }
    }
    return erased
  }

  /// What only the data of the event with this id say.
  static func words(of id: String) -> String { "~\(id)~" }
}
