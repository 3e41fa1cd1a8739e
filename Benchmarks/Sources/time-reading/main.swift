// Reads with Presslog what the floor of C reads with libxml2 alone, and prints the same line of JSON.
//
//   time-reading parse|text|sanitised REPETITIONS FILE
//   time-reading bodies FEED FILE
//
// `parse` reads a feed; `text` and `sanitised` clean texts in HTML, each ended by a zero byte, as
// `bodies` takes them out of a feed.

import FoundationEssentials
import Glibc

let arguments = CommandLine.arguments
do {
  if arguments.count == 4, let pass = Pass(rawValue: arguments[1]),
    let repetitions = Int(arguments[2]), repetitions > 0
  {
    print(try pass.timed(file: arguments[3], repetitions: repetitions))
  } else if arguments.count == 4, arguments[1] == "bodies" {
    try HTMLBodies.extract(fromFeed: arguments[2], to: arguments[3])
  } else {
    fail("usage: time-reading parse|text|sanitised REPETITIONS FILE, or bodies FEED FILE", 64)
  }
} catch {
  fail("time-reading: \(error)", 1)
}

func fail(_ message: String, _ status: Int32) -> Never {
  let line = message + "\n"
  _ = write(STDERR_FILENO, line, line.utf8.count)
  exit(status)
}
