// Measures presslog beside its floors and its peers, and writes what it finds into a document.
//
//   presslog-benchmarks PRESSLOG DOCUMENT [PART ...]
//
// Parts are start, ingest, parse, html, matching and log; without any, all of them. The other parts' sections of
// the document stay as they are. LOG_EVENTS (10,000,000) says how many events the long log has.

import Foundation

do {
  let invocation = try Invocation(CommandLine.arguments)
  try invocation.run()
} catch let error as Invocation.UsageError {
  fail("\(error)", status: 64)
} catch {
  fail("presslog-benchmarks: \(error)", status: 1)
}

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  exit(status)
}
