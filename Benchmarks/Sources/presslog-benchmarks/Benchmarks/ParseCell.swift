/// What was measured with one feed.
struct ParseCell {
  var feed: FeedFile
  var floor: Alternation.Result
  var nothing: Alternation.Result
  var presslog: Alternation.Result
  var allocations: AllocationCount

  /// How many times the floor's time Presslog takes.
  func ratio(_ time: (Measurement) -> Double) -> Double {
    presslog.samples.ratio(to: floor.samples, time)
  }

  /// The table of Presslog and its floor.
  static func table(of cells: [ParseCell]) -> Table {
    Table(
      header: [
        "feed", "MB", "entries", "C floor, ms", "CPU ms", "Presslog, ms", "CPU ms",
        "ratio to floor, wall / CPU", "peak MB, floor / Presslog",
        "allocations an entry, floor / Presslog",
      ],
      rows: cells.map(\.row))
  }

  private var row: [String] {
    [feed.title, NumberText.significant(feed.megabytes), "\(feed.entries)"]
      + Self.times(floor.samples) + Self.times(presslog.samples)
      + [presslog.samples.ratios(to: floor.samples), peaks, allocations.summary]
  }

  private var peaks: String {
    [floor, presslog].map { NumberText.fixed($0.samples.median(\.peakMegabytes), 0) }
      .joined(separator: " / ")
  }

  private static func times(_ samples: Samples) -> [String] {
    [
      samples.summary(NumberText.significant) { $0.wallSeconds * 1000 },
      NumberText.significant(samples.median { $0.cpuSeconds * 1000 }),
    ]
  }
}
