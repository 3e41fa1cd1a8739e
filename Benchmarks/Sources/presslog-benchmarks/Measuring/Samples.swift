/// Several runs of one thing.
struct Samples {
  var runs: [Measurement] = []

  /// The median of a value over the runs.
  func median(_ value: (Measurement) -> Double) -> Double {
    Self.median(runs.map(value))
  }

  /// `median (least–most)`, or the value alone where there is only one run.
  func summary(_ text: (Double) -> String, _ value: (Measurement) -> Double) -> String {
    let values = runs.map(value)
    guard let least = values.min(), let most = values.max() else { return "–" }
    guard values.count > 1 else { return text(least) }
    return "\(text(Self.median(values))) (\(text(least))–\(text(most)))"
  }

  /// The median of the ratios of runs that were made one after the other.
  func ratio(to floor: Samples, _ value: (Measurement) -> Double) -> Double {
    Self.median(zip(runs, floor.runs).map { value($0) / value($1) })
  }

  /// The ratios to a floor as a table shows them: wall time, then CPU time.
  func ratios(to floor: Samples) -> String {
    [ratio(to: floor, \.wallSeconds), ratio(to: floor, \.cpuSeconds)]
      .map { NumberText.fixed($0, 2) }.joined(separator: " / ")
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.sorted()[values.count / 2]
  }
}
