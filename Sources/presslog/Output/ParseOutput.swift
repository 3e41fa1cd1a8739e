import FeedParsing
import JSONBytes

/// Prints a feed as it is parsed.
protocol ParseOutput: AnyObject {
  func add(_ entry: ParsedEntry)
  func finish(_ feed: ParsedFeed)
  /// Nothing could be read.
  func fail()
}

/// For a person: the feed's figures, a line an entry, the issues.
final class TableParseOutput: ParseOutput {
  private var table = TextTable("PUBLISHED", "TITLE", "LINK")
  private static let titleWidth = 60

  func add(_ entry: ParsedEntry) {
    let date = (entry.published ?? entry.updated).map { date in
      date.secondsSince1970.map { Timestamp(seconds: $0).rfc3339 } ?? "? \(date.raw)"
    }
    table.add(
      date ?? "", (entry.title ?? "(no title)").shortened(to: Self.titleWidth),
      entry.link ?? entry.id ?? "")
  }

  func finish(_ feed: ParsedFeed) {
    let output = Terminal.output
    output.line(output.bold(feed.metadata.title ?? "(a feed without a title)"))
    let form = feed.isWellFormed ? "well-formed" : "repaired"
    output.line(
      "\(feed.format.rawValue), \(feed.encoding.name) (\(feed.encoding.reason)), \(form),"
        + " \(feed.entryCount) \(feed.entryCount == 1 ? "entry" : "entries")")
    table.write(to: output)
    for issue in feed.issues {
      let place = issue.line.map { "line \($0): " } ?? ""
      output.line("\(place)\(issue.kind.rawValue): \(issue.message)")
    }
    if feed.issueCount > feed.issues.count {
      output.line("and \(feed.issueCount - feed.issues.count) more issues")
    }
  }

  func fail() {}
}

/// For a program: one JSON object, its entries written as they come.
final class JSONParseOutput: ParseOutput {
  private var writer = JSONWriter()
  private var count = 0

  func add(_ entry: ParsedEntry) {
    writer.removeAll()
    writer.entry(entry)
    Terminal.output.write(count == 0 ? "{\"entries\":[" : ",")
    Terminal.output.write(writer.bytes)
    count += 1
  }

  func finish(_ feed: ParsedFeed) {
    writer.removeAll()
    writer.object { writer in
      writer.field("format", feed.format.rawValue)
      writer.field("encoding", feed.encoding.name)
      writer.field("wellFormed", feed.isWellFormed)
      writer.array("issues", feed.issues) { $0.issue($1) }
      writer.key("feed")
      writer.metadata(feed.metadata)
    }
    close()
  }

  func fail() {
    writer.removeAll()
    writer.object { $0.field("format", FeedFormat.unknown.rawValue) }
    close()
  }

  /// The object's remaining fields stand behind its entries.
  private func close() {
    let rest = writer.bytes.dropFirst()
    Terminal.output.write(count == 0 ? "{\"entries\":[]," : "],")
    Terminal.output.write(rest + [UInt8(ascii: "\n")])
  }
}
