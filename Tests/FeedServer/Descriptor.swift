internal import Glibc

/// A file descriptor that is closed when nobody refers to it any more.
final class Descriptor: Sendable {
  let number: CInt

  init(_ number: CInt) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Has reads and writes return at once instead of waiting.
  func setNonBlocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  /// A socket that accepts connections to 127.0.0.1, and its port.
  static func listening(onPort port: UInt16) throws(FeedServerError) -> (Descriptor, UInt16) {
    let listener = Descriptor(
      try check("socket", socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)))
    listener.setNonBlocking()
    var yes: CInt = 1
    let size = socklen_t(MemoryLayout<CInt>.size)
    unsafe setsockopt(listener.number, SOL_SOCKET, SO_REUSEADDR, &yes, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutableBytes(of: &address) { bytes in
      let generic = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
      let result = unsafe bind(listener.number, generic, length)
      return unsafe result == 0 ? getsockname(listener.number, generic, &length) : result
    }
    try check("bind to port \(port)", bound)
    try check("listen", listen(listener.number, SOMAXCONN))
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// Two sockets of which each reads what the other is written.
  static func pair() throws(FeedServerError) -> (Descriptor, Descriptor) {
    var numbers: [CInt] = [-1, -1]
    try check("socketpair", unsafe socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &numbers))
    let (first, second) = (Descriptor(numbers[0]), Descriptor(numbers[1]))
    first.setNonBlocking()
    second.setNonBlocking()
    return (first, second)
  }

  @discardableResult
  private static func check(_ call: String, _ result: CInt) throws(FeedServerError) -> CInt {
    guard result >= 0 else { throw FeedServerError(call: call, code: errno) }
    return result
  }
}
