/// Runs of several contenders in turn, so that what befalls the machine befalls them all.
struct Alternation {
  /// What the runs of one contender gave.
  struct Result {
    var items: Int
    var samples = Samples()
  }

  private struct Entrant {
    var contender: any Contender
    var repetitions: Int
  }

  private let file: String
  /// How often each of them is run.
  private let runs: Int
  private var entrants: [Entrant] = []
  /// What was found, by the contender's name.
  private(set) var results: [String: Result] = [:]

  /// An alternation over one file, in which each is run so often.
  init(file: String, runs: Int = 5) {
    self.file = file
    self.runs = runs
  }

  /// Lets a contender take part, and finds out how long it takes.
  mutating func add(_ contender: any Contender) throws {
    let (repetitions, reading) = try contender.longEnough(file)
    entrants.append(Entrant(contender: contender, repetitions: repetitions))
    results[contender.name] = Result(items: reading.items)
  }

  /// Runs all of them in turn.
  mutating func run() throws {
    for _ in 0..<runs {
      for entrant in entrants {
        let reading = try entrant.contender.read(file, repetitions: entrant.repetitions)
        results[entrant.contender.name]?.samples.runs.append(reading.measurement)
      }
    }
  }

  /// What a contender found, which took part.
  func result(of contender: any Contender) throws -> Result {
    guard let result = results[contender.name] else {
      throw BenchmarkError("\(contender.name) took no part")
    }
    return result
  }

  /// Refuses to go on with a contender that does not do the same work as the others.
  func check(_ contender: any Contender, finds items: Int) throws {
    let found = try result(of: contender).items
    guard found == items else {
      throw BenchmarkError("\(file): \(contender.name) finds \(found) items, not \(items)")
    }
  }
}
