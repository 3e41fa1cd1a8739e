import Foundation

/// Ends the program where a condition does not hold, in optimised builds too, and says why.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard !condition else { return }
  FileHandle.standardError.write(Data("\(message())\n".utf8))
  abort()
}
