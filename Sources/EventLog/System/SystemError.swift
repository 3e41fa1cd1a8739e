import Glibc

/// A call to the operating system that failed.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as a verb: `write`, `fdatasync`.
  public var operation: String
  public var path: String
  /// The value of `errno`.
  public var code: CInt

  public init(operation: String, path: String, code: CInt) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// The error of the call that failed last on this thread.
  init(_ operation: String, _ path: String) {
    self.init(operation: operation, path: path, code: errno)
  }

  public var description: String { "\(path): cannot \(operation): \(reason)\(advice)" }

  /// Whether the device itself failed, rather than having no room or no permission.
  public var isDeviceFailure: Bool { code == EIO }

  /// Whether the file or folder may not be opened.
  var isRefusal: Bool { code == EACCES }

  private var reason: String { unsafe String(cString: strerror(code)) }

  private var advice: String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "; make room and run the same command again, nothing was lost"
    case EROFS, EACCES, EPERM: "; the store must be writable for this command"
    case EIO: "; the device failed: copy the store to another one before anything else"
    case ENOENT: "; the folder went away or was never there"
    default: ""
    }
  }
}
