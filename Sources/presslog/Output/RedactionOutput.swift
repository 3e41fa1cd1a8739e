import JSONBytes
import Projections

/// Says that an announcement was redacted, when and why: all that is left of it.
struct RedactionOutput {
  private let redaction: RedactionDetail

  init(_ redaction: RedactionDetail) {
    self.redaction = redaction
  }

  func printForPerson() {
    let output = Terminal.output
    output.line("\(redaction.id) was redacted; its words are gone and it never comes back")
    output.line("recorded    \(redaction.recorded.rfc3339), event \(redaction.sequence)")
    output.line("reason      \(redaction.reason.printable)")
    output.line("feed        \(redaction.feed.printable)")
  }

  func printJSON() {
    var writer = JSONWriter()
    writer.object { $0.fields(of: redaction) }
    Terminal.output.line(writer.string)
  }
}

extension JSONWriter {
  /// Writes the id and feed of a redacted announcement, and `redacted`.
  mutating func fields(of redaction: RedactionDetail) {
    field("id", redaction.id)
    field("feed", redaction.feed)
    object("redacted") { writer in
      writer.field("sequence", redaction.sequence)
      writer.field("recorded", redaction.recorded.rfc3339)
      writer.field("reason", redaction.reason)
    }
  }
}
