import ArgumentParser
import Catalog
import Foundation

extension Presslog {
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a commented catalog to begin with.",
      discussion: """
        Writes partners.yaml, topics.yaml, feeds.yaml and boilerplate.yaml into a folder, with \
        comments that say what each key means. A file that is there is never overwritten.

        EXAMPLE:
          presslog init Feeds
        """)

    @Argument(help: "The folder; it is created where it is missing.")
    var directory: String

    func run() throws {
      let files = FileManager.default
      let paths = CatalogTemplate.files.keys.sorted().map { "\(directory)/\($0)" }
      if let path = paths.first(where: files.fileExists(atPath:)) {
        Terminal.errors.write(
          "presslog: \(path) is there already, and nothing was written; name another folder\n")
        throw ExitStatus.cannotWrite.code
      }
      try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
      for (name, text) in CatalogTemplate.files.sorted(by: { $0.key < $1.key }) {
        try Data(text.utf8).write(
          to: URL(fileURLWithPath: "\(directory)/\(name)"), options: .withoutOverwriting)
        Terminal.output.line("\(directory)/\(name)")
      }
      Terminal.notice("presslog catalog check --feeds \(directory) checks it after each change")
    }
  }
}
