/// A table of a section.
struct Table {
  var header: [String]
  var rows: [[String]] = []

  var markdown: String {
    let rule = header.map { _ in "---" }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}

extension Table {
  /// A table of things, each a row with a floor's or one that is compared with a floor.
  static func ofRuns() -> Table {
    Table(header: ["what", "seconds", "CPU seconds", "peak MB", "ratio to floor, wall / CPU"])
  }

  /// Adds a floor and what is compared with it.
  mutating func add(
    _ name: String, _ floorName: String, _ floor: Samples, _ ourName: String, _ ours: Samples,
    digits: Int
  ) {
    add("\(name): \(floorName)", floor, ratio: "", digits: digits)
    add("\(name): \(ourName)", ours, ratio: ours.ratios(to: floor), digits: digits)
  }

  private mutating func add(_ name: String, _ samples: Samples, ratio: String, digits: Int) {
    func seconds(_ value: Double) -> String { NumberText.fixed(value, digits) }
    rows.append([
      name, samples.summary(seconds, \.wallSeconds), samples.summary(seconds, \.cpuSeconds),
      samples.summary({ NumberText.fixed($0, 0) }, \.peakMegabytes), ratio,
    ])
  }
}
