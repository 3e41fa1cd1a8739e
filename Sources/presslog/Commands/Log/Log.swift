import ArgumentParser

extension Presslog {
  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look into the log itself.",
      discussion: """
        The log is a folder of JSON Lines, one CloudEvents event a line, so tail, grep and jq work on \
        it too.

        EXAMPLES:
          presslog log stats
          presslog log cat --from 100 | jq .data.title
          presslog log backup /backup/presslog
        """,
      subcommands: [
        Stats.self, Cat.self, Export.self, Import.self, Backup.self, Repair.self,
      ])
  }
}
