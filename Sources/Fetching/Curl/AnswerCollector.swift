internal import CCurl
internal import Glibc

/// What libcurl's callbacks write to: the only object that C code holds a pointer to.
///
/// A callback cannot throw through libcurl's frames. It keeps the reason here and stops the transfer;
/// ``Exchange`` makes an error of it when the transfer has ended.
@safe
final class AnswerCollector {
  /// Why a callback stopped the transfer.
  enum Stop: Hashable {
    case bodyTooLarge
    case headerTooLarge
  }

  private let addresses: AddressPolicy
  private let limits: FetchLimits
  private var headerBytes = 0
  private var bodyBytes = 0
  private(set) var head = AnswerHead()
  private(set) var body: [UInt8] = []
  private(set) var stop: Stop?
  /// The last address that was refused.
  private(set) var refused: IPAddress?

  init(addresses: AddressPolicy, limits: FetchLimits) {
    self.addresses = addresses
    self.limits = limits
  }

  /// Takes a line of the head; `false` stops the transfer.
  private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= limits.headerBytes else {
      stop = .headerTooLarge
      return false
    }
    head.receive(unsafe String(decoding: line, as: UTF8.self))
    return true
  }

  /// Takes a piece of the decompressed body; `false` stops the transfer.
  private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bodyBytes += bytes.count
    guard bodyBytes <= limits.bodyBytes else {
      stop = .bodyTooLarge
      return false
    }
    // The page of an error or a redirect is of no use, but reading it keeps the connection.
    if (200..<300).contains(head.status) { unsafe body.append(contentsOf: bytes) }
    return true
  }

  private func permits(_ address: IPAddress?) -> Bool {
    guard let address else { return false }
    if addresses.permits(address) { return true }
    refused = address
    return false
  }

  /// Opens a socket, once the address that it is for has been looked at.
  private func openSocket(_ target: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else {
      return CURL_SOCKET_BAD
    }
    // The address goes on beyond the field that it begins in, which is too short for IPv6.
    let kind = unsafe target.pointee
    let bytes = unsafe UnsafeRawBufferPointer(
      start: UnsafeRawPointer(target) + offset, count: Int(kind.addrlen))
    guard permits(unsafe IPAddress(family: kind.family, socketAddress: bytes)) else {
      return CURL_SOCKET_BAD
    }
    return socket(kind.family, kind.socktype | CInt(SOCK_CLOEXEC.rawValue), kind.protocol)
  }
}

// MARK: - C callbacks

extension AnswerCollector {
  /// Has a transfer report here; this object must live until the transfer's handle is gone.
  func attach(to handle: borrowing EasyHandle) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let easy = unsafe handle.pointer
    unsafe presslog_setopt_pointer(easy, CURLOPT_HEADERDATA, context)
    unsafe presslog_setopt_write(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
      return unsafe AnswerCollector.from(context).receiveHeader(line) ? size * count : 0
    }
    unsafe presslog_setopt_pointer(easy, CURLOPT_WRITEDATA, context)
    unsafe presslog_setopt_write(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
      return unsafe AnswerCollector.from(context).receiveBody(piece) ? size * count : 0
    }
    unsafe attachAddressChecks(to: easy, context: context)
  }

  /// The check before a packet leaves, and the one before a request leaves on a connection that an
  /// earlier fetch with another policy has left open.
  private func attachAddressChecks(
    to easy: UnsafeMutableRawPointer, context: UnsafeMutableRawPointer
  ) {
    unsafe presslog_setopt_pointer(easy, CURLOPT_OPENSOCKETDATA, context)
    unsafe presslog_setopt_opensocket(easy) { context, _, target in
      guard let target = unsafe target else { return CURL_SOCKET_BAD }
      return unsafe AnswerCollector.from(context).openSocket(target)
    }
    unsafe presslog_setopt_pointer(easy, CURLOPT_PREREQDATA, context)
    unsafe presslog_setopt_prereq(easy) { context, remote, _, _, _ in
      let address = unsafe remote.flatMap { unsafe IPAddress(String(cString: $0)) }
      return unsafe AnswerCollector.from(context).permits(address)
        ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> AnswerCollector {
    guard let context = unsafe context else {
      preconditionFailure("libcurl called back without a context")
    }
    return unsafe Unmanaged<AnswerCollector>.fromOpaque(context).takeUnretainedValue()
  }
}
