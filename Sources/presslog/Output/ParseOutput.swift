import FeedParsing
import JSONBytes

/// Prints a feed as it is parsed.
protocol ParseOutput: AnyObject {
  func add(_ entry: ParsedEntry)
  func finish(_ feed: ParsedFeed)
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

  /// Nothing could be read.
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
