// Times what the event log does, and prints a line of JSON as the floors do.
//
//   time-log make EVENTS BYTES LOG       writes a log whose lines have about so many bytes
//   time-log append|together GROUP REPETITIONS LOG
//   time-log replay|checksums|chain|hashes|read|write REPETITIONS LOG
//
// `append` appends GROUP events and syncs, as often as told; `together` does it by four tasks that share
// the log. `replay` reads all events as typed ones, `checksums` and `chain` check one thing of every
// line, and `hashes` is the floor of the latter: the SHA-256 of headers and data, nothing else. `read`
// and `write` open the log.

import Glibc

let arguments = CommandLine.arguments
do {
  switch (arguments.count, arguments.dropFirst().first) {
  case (5, "make"):
    try LogMaker.make(
      events: try number(arguments[2]), lineBytes: try number(arguments[3]), log: arguments[4])
  case (5, "append"):
    print(
      try Appending.alone(
        group: try number(arguments[2]), repetitions: try number(arguments[3]),
        log: arguments[4]))
  case (5, "together"):
    print(
      try await Appending.together(
        group: try number(arguments[2]), repetitions: try number(arguments[3]),
        log: arguments[4]))
  case (4, let name?):
    guard let pass = Pass(rawValue: name) else { throw UsageError() }
    print(try pass.timed(log: arguments[3], repetitions: try number(arguments[2])))
  default: throw UsageError()
  }
} catch is UsageError {
  fail(
    "usage: time-log make EVENTS BYTES LOG | append|together GROUP REPETITIONS LOG"
      + " | replay|checksums|chain|hashes|read|write REPETITIONS LOG", 64)
} catch {
  fail("time-log: \(error)", 1)
}

struct UsageError: Error {}

func number(_ text: String) throws -> Int {
  guard let number = Int(text), number > 0 else { throw UsageError() }
  return number
}

func fail(_ message: String, _ status: Int32) -> Never {
  let line = message + "\n"
  _ = write(STDERR_FILENO, line, line.utf8.count)
  exit(status)
}
