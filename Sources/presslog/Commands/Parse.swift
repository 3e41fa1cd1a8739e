import ArgumentParser
import FeedParsing
import Ingestion

extension Presslog {
  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what Presslog reads from a feed, without keeping it.",
      discussion: """
        Repairs and unreadable parts are listed as issues with their lines. A damaged feed that \
        still gives something is read (status 0); where nothing can be read the status is 65.

        EXAMPLES:
          presslog parse feed.xml
          presslog parse --header 'Content-Type: text/xml; charset=gbk' feed.xml
          presslog parse --url https://example.org/feed - < feed.xml
          presslog parse feed.xml --format json | jq '.entries[].title'
        """)

    @Argument(help: "A path, or - for standard input.")
    var file: String

    @Option(
      name: .customLong("header"), parsing: .singleValue,
      help: "A header as an HTTP server sent it, such as 'Content-Type: text/xml'; repeatable.")
    var headers: [String] = []

    @Option(help: "Where the feed came from: the base of its relative links.")
    var url: String?

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    func validate() throws {
      guard headers.allSatisfy({ $0.contains(":") }) else {
        throw ValidationError("a header is written like 'Content-Type: text/xml'")
      }
    }

    func run() throws {
      let output: any ParseOutput = format == .json ? JSONParseOutput() : TableParseOutput()
      do {
        let contents = try IngestSource(argument: file).readLocally()
        output.finish(try FeedDocument.parse(contents, context: context) { output.add($0) })
      } catch let error as FeedError {
        output.fail()
        Terminal.notice("\(file): \(error)")
        throw ExitStatus.badInput.code
      }
    }

    private var context: FeedContext {
      FeedContext(
        contentType: header("content-type"), contentLocation: header("content-location"),
        contentLanguage: header("content-language"), url: url)
    }

    private func header(_ name: String) -> String? {
      for header in headers {
        guard let colon = header.firstIndex(of: ":"), header[..<colon].lowercased() == name else {
          continue
        }
        return String(header[header.index(after: colon)...].drop { $0 == " " })
      }
      return nil
    }
  }
}
