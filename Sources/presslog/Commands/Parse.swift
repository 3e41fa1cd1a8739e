import ArgumentParser
import FeedParsing
import Foundation
import Ingestion

extension Presslog {
  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what Presslog reads from a feed, without keeping it.",
      discussion: """
        Repairs and unreadable parts are listed as issues with their lines. A damaged feed that \
        still gives something is read (status 0); where nothing can be read the status is 65.

        With --lint it lists what the publisher should mend instead, the most serious first: where, \
        what is wrong, what to do, and which standard says so. Errors lose something for readers, \
        warnings are read wrong by some, advice makes the feed better. The status is 0 where there \
        is nothing worse than advice, else 1.

        EXAMPLES:
          presslog parse feed.xml
          presslog parse --header 'Content-Type: text/xml; charset=gbk' feed.xml
          presslog parse --url https://example.org/feed - < feed.xml
          presslog parse feed.xml --format json | jq '.entries[].title'
          presslog parse --lint feed.xml
          presslog parse --lint feed.xml --format json | jq '.findings[].remedy'
        """)

    @Argument(help: "A path, or - for standard input.")
    var file: String

    @Option(
      name: .customLong("header"), parsing: .singleValue,
      help: "A header as an HTTP server sent it, such as 'Content-Type: text/xml'; repeatable.")
    var headers: [String] = []

    @Option(help: "Where the feed came from: the base of its relative links.")
    var url: String?

    @Flag(help: "List what the publisher should mend.")
    var lint = false

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    func validate() throws {
      guard headers.allSatisfy({ $0.contains(":") }) else {
        throw ValidationError("a header is written like 'Content-Type: text/xml'")
      }
    }

    func run() throws {
      do {
        let contents = try IngestSource(argument: file).readLocally()
        try lint ? judge(contents) : show(contents)
      } catch let error as FeedError {
        fail()
        Terminal.notice("\(file): \(error)")
        throw ExitStatus.badInput.code
      }
    }

    private func show(_ contents: DocumentContents) throws {
      let output: any ParseOutput = format == .json ? JSONParseOutput() : TableParseOutput()
      output.finish(try FeedDocument.parse(contents, context: context) { output.add($0) })
    }

    private func judge(_ contents: DocumentContents) throws {
      var lint = FeedLint(context: context, now: Int64(Date().timeIntervalSince1970))
      let feed = try FeedDocument.parse(contents, context: context, limits: .lint) { lint.add($0) }
      lint.readMarkup(of: try contents.bytes())
      let report = lint.report(on: feed)
      let output = LintOutput(report)
      format == .json ? output.writeJSON() : output.writeText()
      if let worst = report.worst, worst > .advice { throw ExitStatus.failed.code }
    }

    /// A program that reads JSON gets an object in any case.
    private func fail() {
      guard format == .json else { return }
      lint ? LintOutput.nothing.writeJSON() : JSONParseOutput().fail()
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
