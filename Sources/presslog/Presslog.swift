import ArgumentParser

/// The command line; it only dispatches.
@main
struct Presslog: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presslog",
    abstract: "Keep a permanent, verifiable record of what organisations announce.",
    discussion: """
      Presslog reads press feeds, appends what it read to an append-only log, and builds indexes of \
      announcements by partner and topic that can be thrown away and rebuilt at any time.

      EXAMPLES:
        presslog ingest https://news.example.org/feed  read a feed once
        presslog query --partner ltht --topic cancer   what a partner announced
        presslog show k3v9x2qa --why                   the evidence of its tags
        presslog rebuild                               make the indexes anew

      EXIT STATUS:
        0   done
        1   failed; of several sources, some
        64  wrong usage
        65  bad input
        66  input not found
        69  unreachable
        73  cannot write
        74  damaged log or disk
        75  another writer holds the store: try again

      The store is the folder Store, or --store, or PRESSLOG_STORE; the catalog of \
      partners and topics is the folder Feeds, or --feeds, or PRESSLOG_FEEDS.
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Ingest.self, Query.self, Show.self, Partners.self, Topics.self, Rebuild.self,
      CatalogCommands.self, Verify.self,
      Redact.self, Log.self, Parse.self,
    ])

  static func main() async {
    OutputFailure.prepare()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      if OutputFailure.hasHappened { OutputFailure.end() }
    } catch let error as ExitCode {
      exit(withError: error)
    } catch  where exitCode(for: error) == .success || exitCode(for: error) == .validationFailure {
      exit(withError: error)  // help, version, and wrong usage with its own message
    } catch {
      Terminal.errors.write("presslog: \(ExitStatus.message(of: error))\n")
      exit(withError: ExitStatus(of: error).code)
    }
  }
}
