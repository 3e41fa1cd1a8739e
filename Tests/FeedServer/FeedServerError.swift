internal import Glibc

/// Why the server could not start.
public struct FeedServerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried.
  public var call: String
  /// The `errno` that it left.
  public var code: CInt

  /// What was tried and why it failed.
  public var description: String {
    unsafe "\(call): \(String(cString: strerror(code)))"
  }
}
