// Times how fast names and topics are found in texts, and prints a line of JSON as the floors do.
//
//   time-matching make FEEDS MEGABYTES TEXTS
//   time-matching memchr|match|classify FEEDS REPETITIONS TEXTS
//   time-matching build FEEDS REPETITIONS NONE
//   time-matching names FEEDS 1 NONE
//
// `make` writes texts in the manner of a press office, a line each, with names of the catalog in the
// folder FEEDS in every eighth sentence. `match` finds all names and phrases, `classify` decides what
// they mean too, `memchr` looks through the same bytes for one that is not there, and `build` makes the
// automaton; `names` prints the names, a line each. FEEDS may be a number: so many generated names instead of a catalog.

import Catalog
import Glibc

let arguments = CommandLine.arguments
guard arguments.count == 5, let number = Int(arguments[3]), number > 0 else {
  fail("usage: time-matching make|memchr|match|classify|build|names FEEDS NUMBER TEXTS", 64)
}
do {
  let partners = try Partners(arguments[2])
  if arguments[1] == "make" {
    try Texts.make(megabytes: number, with: partners.names, to: arguments[4])
  } else if arguments[1] == "names" {
    print(partners.names.joined(separator: "\n"))
  } else if let pass = Pass(rawValue: arguments[1]) {
    print(try pass.timed(partners, texts: arguments[4], repetitions: number))
  } else {
    fail("time-matching: there is no \(arguments[1])", 64)
  }
} catch {
  fail("time-matching: \(error)", 1)
}

func fail(_ message: String, _ status: Int32) -> Never {
  let line = message + "\n"
  _ = write(STDERR_FILENO, line, line.utf8.count)
  exit(status)
}
