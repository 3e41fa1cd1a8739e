import ArgumentParser

extension Presslog {
  struct CatalogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "catalog", abstract: "Look after the catalog of partners and topics.",
      discussion: """
        EXAMPLES:
          presslog catalog check
          presslog catalog suggest --at-least 5
        """,
      subcommands: [Check.self, Suggest.self])
  }
}
