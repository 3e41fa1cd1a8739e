import Testing

@Suite(.timeLimit(.minutes(15))) struct HelpTests {
  private static let commands: [[String]] = [
    [], ["ingest"], ["query"], ["show"], ["partners"], ["topics"], ["rebuild"], ["verify"],
    ["redact"], ["log"], ["log", "stats"], ["log", "cat"], ["log", "export"], ["log", "import"],
    ["log", "backup"], ["log", "repair"], ["parse"],
  ]

  @Test(arguments: commands) func `help is written for a person, with an example`(
    command: [String]
  ) async throws {
    let result = try await StoreFixture().start(command + ["--help"]).result()
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("EXAMPLE"))
    #expect(result.output.contains((["presslog"] + command).joined(separator: " ")))
    // A line that the terminal breaks is no example to copy.
    let examples = result.lines.drop { !$0.hasPrefix("EXAMPLE") }.dropFirst()
      .prefix { $0.first?.isUppercase != true }
    #expect(examples.allSatisfy { $0.hasPrefix("  ") }, "\(result.output)")
  }

  @Test func `the version is one line`() async throws {
    let result = try await StoreFixture().run("--version")
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
