internal import CCurl

/// libcurl's set of running transfers, with the connections, names and TLS sessions they share.
///
/// One thread makes it and uses it; another may only wake it up, through ``wakeUp(_:)``.
@safe
struct MultiHandle: ~Copyable {
  private let handle: UnsafeMutableRawPointer

  init() {
    guard let handle = unsafe curl_multi_init() else {
      preconditionFailure("no memory for transfers")
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe curl_multi_cleanup(handle)
  }

  /// Starts a transfer.
  func add(_ transfer: borrowing EasyHandle) {
    check(unsafe curl_multi_add_handle(handle, transfer.pointer))
  }

  /// Ends a transfer, whether or not it has run to its end.
  func remove(_ transfer: borrowing EasyHandle) {
    check(unsafe curl_multi_remove_handle(handle, transfer.pointer))
  }

  /// Does what can be done at once: sockets are read and written, callbacks are called.
  func perform() {
    var running: CInt = 0
    check(unsafe curl_multi_perform(handle, &running))
  }

  /// Waits until a socket is ready, a timeout of a transfer is near, or ``wakeUp(_:)`` is called.
  func wait() {
    // libcurl wakes up earlier for its own timeouts; without any there is nothing to wake up for.
    check(unsafe curl_multi_poll(handle, nil, 0, CInt.max, nil))
  }

  /// A transfer that has ended, and how; `nil` once all have been named.
  func nextFinished() -> (transfer: TransferKey, result: CURLcode)? {
    var left: CInt = 0
    while let message = unsafe curl_multi_info_read(handle, &left)?.pointee {
      guard unsafe message.msg == CURLMSG_DONE, let easy = unsafe message.easy_handle else {
        continue
      }
      return (TransferKey(rawValue: UInt(bitPattern: easy)), unsafe message.data.result)
    }
    return nil
  }

  private func check(_ result: CURLMcode) {
    precondition(result == CURLM_OK, "libcurl's multi interface was misused, or is out of memory")
  }
}

// MARK: - Waking up from another thread

extension MultiHandle {
  /// Where another thread finds the handle, as a number because a pointer cannot be shared.
  var wakeUpAddress: UInt {
    unsafe UInt(bitPattern: handle)
  }

  /// Ends the wait of the handle at an address, which the caller knows to be alive.
  ///
  /// The corresponding C function is `curl_multi_wakeup`, the only one of the multi interface that any
  /// thread may call.
  static func wakeUp(_ address: UInt) {
    _ = unsafe curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: address))
  }
}

/// Which transfer libcurl speaks of.
struct TransferKey: RawRepresentable, Hashable {
  let rawValue: UInt
}

extension EasyHandle {
  /// The name of this handle's transfer.
  var key: TransferKey { unsafe TransferKey(rawValue: UInt(bitPattern: pointer)) }
}
