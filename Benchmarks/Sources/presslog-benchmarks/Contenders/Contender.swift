/// Something that reads a file, and what it takes can be measured.
protocol Contender {
  /// What the document calls it; no other contender has the same name.
  var name: String { get }

  /// Reads a file as often as told.
  func read(_ file: String, repetitions: Int) throws -> Reading
}

/// What a contender found and took, for one of the repetitions.
struct Reading {
  /// Entries of a feed, or texts.
  var items: Int
  var measurement: Measurement
}

extension Contender {
  /// How many repetitions make a sample long enough to be measured, and the first such sample.
  ///
  /// It is found by running, more and more often, which warms up the file and the machine as well.
  func longEnough(
    _ file: String, seconds: Double = 0.3
  ) throws -> (repetitions: Int, reading: Reading) {
    var repetitions = 1
    while true {
      let reading = try read(file, repetitions: repetitions)
      let taken = reading.measurement.wallSeconds
      guard taken * Double(repetitions) < seconds else { return (repetitions, reading) }
      // A tenth more, so that the next try is mostly the last.
      repetitions = max(repetitions + 1, Int(1.1 * seconds / max(taken, 1e-7)))
    }
  }
}
