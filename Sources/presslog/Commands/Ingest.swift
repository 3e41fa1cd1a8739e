import ArgumentParser
import FeedParsing
import Ingestion
import JSONBytes

extension Presslog {
  struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read feeds and keep what is new in them.",
      usage: "presslog ingest [<url> | <file> | -] ... [<options>]",
      discussion: """
        A source is a URL (http, https, file), a path, or - for standard input: a feed (RSS, RDF, \
        Atom), a CSV file with the columns title, link, published, text and publisher, or with --as \
        article one plain-text or HTML file that is one announcement. Without sources every \
        subscription of feeds.yaml is read once.

        What is known already appends nothing; a changed entry appends a revision. A source that \
        cannot be read is reported and the others go on.

        EXAMPLES:
          presslog ingest https://news.leeds.gov.uk/feed/rss
          presslog ingest downloads/*.xml announcements.csv
          presslog ingest launch.txt --as article --publisher hil
          curl -s https://example.org/feed | presslog ingest - --feed example
        """)

    /// What each source is.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
      case feed
      case article
    }

    @Argument(help: "URLs, paths, or - for standard input.")
    var sources: [String] = []

    @Option(name: .customLong("as"), help: "What each source is: feed or article.")
    var kind = Kind.feed

    @Option(help: "The feed that files and standard input are of.")
    var feed: String?

    @Option(help: "An article's title (default: its first line, or what the HTML says).")
    var title: String?

    @Option(help: "When an article was published (default: the date line in it).")
    var published: String?

    @Option(help: "Where an article stands on the web.")
    var link: String?

    @Option(help: "The partner whose announcement an article is.")
    var publisher: String?

    @OptionGroup var wait: WaitOptions

    @Option(help: "table or json.")
    var format = Format.table

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case table
      case json
    }

    @OptionGroup var location: StoreOptions

    func validate() throws {
      let articleOptions = [title, published, link, publisher]
      guard kind == .article || articleOptions.allSatisfy({ $0 == nil }) else {
        throw ValidationError(
          "--title, --published, --link and --publisher go with --as article")
      }
      guard kind == .feed || !sources.isEmpty else {
        throw ValidationError("--as article wants a file")
      }
      guard sources.count(where: { $0 == "-" }) <= 1 else {
        throw ValidationError("standard input can be read only once")
      }
      if let published, FeedDateParser.parse(published) == nil {
        throw ValidationError(
          "--published \(published) is no date; write it like 2024-01-20 or 20 Jan 2024 09:00 GMT")
      }
    }

    func run() async throws {
      OutputFailure.mustFinish()
      let catalog = try location.catalog()
      let sources = self.sources.map { IngestSource(argument: $0) }
      let named =
        self.sources.isEmpty
        ? IngestSource.subscriptions(of: catalog, folder: location.catalogFolder) : sources
      guard !named.isEmpty else {
        throw ValidationError(
          "there is nothing to ingest: name a URL or a file, or add subscriptions to"
            + " \(location.catalogFolder)/feeds.yaml")
      }
      let output = IngestOutput(format: format)
      let progress = Progress("indexing")
      var observer = IngestObserver()
      observer.notice = Terminal.notice
      observer.progress = progress.update
      observer.onWait = Terminal.waiting
      observer.report = { report in
        progress.finish()
        output.add(report)
      }
      let ingestor = Ingestor(
        location.location, catalog, folder: location.catalogFolder, options, observer)
      output.finish(sequence: try await ingestor.ingest(named))
      if let status = output.status(of: named.count) { throw status.code }
    }

    private var options: IngestOptions {
      var options = IngestOptions()
      options.feed = feed
      options.isArticle = kind == .article
      options.article = ArticleFields(
        title: title, published: published, link: link, publisher: publisher)
      options.wait = wait.duration
      return options
    }
  }
}

extension Terminal {
  /// Says that another writer is waited for.
  static func waiting(_ holder: Int?) {
    notice("waiting for another writer\(holder.map { " (process \($0))" } ?? "")")
  }
}
