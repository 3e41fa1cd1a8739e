/// `presslog --version` beside a program that only starts and ends.
struct StartBenchmark {
  /// Starts are short, so many are measured.
  private static let runs = 20

  var presslog: String

  func run() throws -> Section {
    var (floor, ours) = (Samples(), Samples())
    for _ in 0..<Self.runs {
      floor.runs.append(try Command([Programs.startFloor]).measure())
      ours.runs.append(try Command([presslog, "--version"]).measure())
    }
    var table = Table.ofRuns()
    table.add(
      "start", "Foundation and the same libraries", floor, "`presslog --version`", ours, digits: 4)
    var section = Section(
      """
      What `presslog` takes to start and end. The floor is a program that is linked with the same
      libraries and with Foundation, and does nothing.
      """)
    section.add(table)
    return section
  }
}
