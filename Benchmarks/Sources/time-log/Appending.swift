import EventLog

/// Durable appends, one group after the other.
enum Appending {
  /// Appends `group` new events and syncs them, as often as told; making the events is not measured.
  static func timed(group: Int, repetitions: Int, log: String) throws -> String {
    let writer = try LogWriter(log)
    let lineBytes = 1200
    var all = Stopwatch()
    var syncing = Stopwatch()
    for _ in 0..<repetitions {
      let first = writer.head.sequence + 1
      let events = (first..<first + group).map {
        LogMaker.event($0, lineBytes: lineBytes, series: "append")
      }
      try all.measure {
        try writer.write(events, expecting: .any)
        try syncing.measure { try writer.commit() }
      }
    }
    return all.answer(items: group, syncSeconds: syncing.wallSeconds)
  }
}
