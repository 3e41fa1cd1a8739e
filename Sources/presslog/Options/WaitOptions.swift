import ArgumentParser
import EventLog

/// How long to wait for whoever holds the store: an option of every command that writes.
struct WaitOptions: ParsableArguments {
  @Option(name: .customLong("wait"), help: "How many seconds to wait for another writer.")
  var seconds = 10

  func validate() throws {
    guard seconds >= 0 else { throw ValidationError("--wait is a number of seconds") }
  }

  var duration: Duration { .seconds(seconds) }

  /// Options for opening the log, which say that another writer is waited for.
  var log: LogWriter.Options {
    var options = LogWriter.Options()
    options.wait = duration
    options.onWait = Terminal.waiting
    return options
  }
}
