// serve-feeds [--port N] FOLDER
//
// Serves the files of a folder on 127.0.0.1 for the demonstration, prints the address on standard
// output as soon as it listens, and ends on SIGTERM or SIGINT.

import FeedServer
import Foundation

/// Says why on standard error and ends the program.
func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("serve-feeds: \(message)\n".utf8))
  exit(status)
}

/// The folder and the port that the arguments name.
func readArguments() -> (folder: String, port: UInt16) {
  var arguments = CommandLine.arguments.dropFirst()
  var port: UInt16 = 0
  if arguments.first == "--port" {
    arguments = arguments.dropFirst()
    guard let number = arguments.popFirst().flatMap({ UInt16($0) }) else {
      fail("--port takes a number from 0 to 65535", status: EX_USAGE)
    }
    port = number
  }
  guard let folder = arguments.popFirst(), arguments.isEmpty else {
    fail("usage: serve-feeds [--port N] FOLDER", status: EX_USAGE)
  }
  return (folder, port)
}

let (path, port) = readArguments()
let folder = FeedFolder(path)
guard folder.exists else { fail("there is no folder “\(path)”", status: EX_NOINPUT) }

// The signals wait for `sigwait` below; blocked before the server's thread starts, so that it
// inherits the block.
var endings = sigset_t()
unsafe sigemptyset(&endings)
unsafe sigaddset(&endings, SIGTERM)
unsafe sigaddset(&endings, SIGINT)
unsafe pthread_sigmask(SIG_BLOCK, &endings, nil)

do {
  let server = try FeedServer(port: port, handler: folder.answer)
  FileHandle.standardOutput.write(Data("\(server.url)\n".utf8))
  var signal: Int32 = 0
  unsafe sigwait(&endings, &signal)
  server.stop()
} catch {
  fail("\(error)", status: EX_UNAVAILABLE)
}
