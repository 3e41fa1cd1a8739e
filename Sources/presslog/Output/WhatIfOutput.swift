import JSONBytes
import Projections

/// Prints what another catalog would change.
struct WhatIfOutput {
  private let comparison: WhatIf
  private let terminal = Terminal.output

  init(_ comparison: WhatIf) { self.comparison = comparison }

  func printForPerson() {
    let changes = comparison.changes
    for change in changes {
      let verb = change.appears ? terminal.added("would appear") : terminal.deleted("would vanish")
      let count =
        change.announcements == 1 ? "1 announcement" : "\(change.announcements) announcements"
      terminal.line("\(terminal.bold(name(of: change.tag))) \(verb): \(count)")
      for example in change.examples {
        let words = example.words.printable.split(whereSeparator: \.isNewline)
          .joined(separator: " ").shortened(to: 40)
        terminal.line(
          "  \(example.id.prefix(8))  \(example.title.printable.shortened(to: 64))"
            + "  \(terminal.dim("\"\(words)\""))")
      }
    }
    terminal.line(
      "\(comparison.changed) of \(comparison.announcements) announcements would have other tags;"
        + " nothing was changed")
  }

  private func name(of tag: WhatIf.Tag) -> String {
    tag.kind == "topic" ? tag.target : "\(tag.target) (\(tag.role))"
  }

  func printJSON() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("announcements", comparison.announcements)
      writer.field("changed", comparison.changed)
      writer.key("changes")
      writer.array { writer in comparison.changes.forEach { writer.change($0) } }
    }
    terminal.line(writer.string)
  }
}

extension JSONWriter {
  fileprivate mutating func change(_ change: WhatIf.Change) {
    object { writer in
      writer.field(change.tag.kind, change.tag.target)
      writer.field("role", change.tag.role)
      writer.field("change", change.appears ? "appears" : "vanishes")
      writer.field("announcements", change.announcements)
      writer.key("examples")
      writer.array { writer in
        for example in change.examples {
          writer.object { writer in
            writer.field("id", example.id)
            writer.field("title", example.title)
            writer.field("words", example.words)
          }
        }
      }
    }
  }
}
