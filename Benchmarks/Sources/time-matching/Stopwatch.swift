import Glibc

/// Adds up the time of what is measured, and leaves out what is not.
struct Stopwatch {
  private(set) var wallSeconds = 0.0
  private(set) var cpuSeconds = 0.0
  private var begun = (wall: 0.0, cpu: 0.0)

  /// Measures `body`, whose CPU time is that of all threads.
  mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
    start()
    defer { stop() }
    return try body()
  }

  mutating func start() {
    begun = (Self.seconds(CLOCK_MONOTONIC), Self.seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  mutating func stop() {
    wallSeconds += Self.seconds(CLOCK_MONOTONIC) - begun.wall
    cpuSeconds += Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - begun.cpu
  }

  /// The line of JSON that every timed program prints.
  func answer(items: Int, syncSeconds: Double = 0) -> String {
    #"{"items":\#(items),"seconds":\#(wallSeconds),"cpuSeconds":\#(cpuSeconds),"#
      + #""syncSeconds":\#(syncSeconds)}"#
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
