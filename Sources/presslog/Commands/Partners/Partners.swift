import ArgumentParser

extension Presslog {
  struct Partners: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the partners, or show the life of one.",
      discussion: """
        EXAMPLES:
          presslog partners
          presslog partners show lypft
        """,
      subcommands: [List.self, Show.self], defaultSubcommand: List.self)
  }
}
