import Foundation

/// What one run of a program took.
struct Measurement {
  var wallSeconds: Double
  /// User and system time of the program and its children.
  var cpuSeconds: Double
  var peakMegabytes: Double
}

/// Several runs of one thing.
struct Samples {
  var runs: [Measurement] = []

  func median(_ value: (Measurement) -> Double) -> Double {
    let sorted = runs.map(value).sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }

  /// `median (least–most)`.
  func summary(_ digits: Int, _ value: (Measurement) -> Double) -> String {
    let values = runs.map(value)
    guard let least = values.min(), let most = values.max() else { return "–" }
    func text(_ number: Double) -> String { String(format: "%.\(digits)f", number) }
    return "\(text(median(value))) (\(text(least))–\(text(most)))"
  }

  /// The median of the ratios of runs that were made one after the other.
  func ratio(to floor: Samples, _ value: (Measurement) -> Double) -> Double {
    let ratios = zip(runs, floor.runs).map { value($0) / value($1) }.sorted()
    return ratios.isEmpty ? .nan : ratios[ratios.count / 2]
  }
}

/// Why nothing could be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  var description: String
}

/// Runs a program to its end, its output thrown away.
///
/// The corresponding C functions are `posix_spawn` and `wait4`.
func measure(_ command: [String], environment: [String: String] = [:]) throws -> Measurement {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  var arguments = command.map { strdup($0) } + [nil]
  var values = variables.map { strdup("\($0)=\($1)") } + [nil]
  defer { (arguments + values).forEach { free($0) } }

  var process = pid_t()
  let started = ContinuousClock.now
  guard posix_spawn(&process, command[0], &actions, nil, &arguments, &values) == 0 else {
    throw BenchmarkError(description: "cannot run \(command[0])")
  }
  var status: Int32 = 0
  var usage = rusage()
  while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
  let wall = ContinuousClock.now - started
  guard status == 0 else {
    throw BenchmarkError(description: "\(command.joined(separator: " ")) ended with \(status)")
  }
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return Measurement(
    wallSeconds: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
    cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    peakMegabytes: Double(usage.ru_maxrss) / 1024)
}
