internal import CCurl

/// One request of libcurl's, with the memory that it points to.
@safe
struct EasyHandle: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let reason: UnsafeMutablePointer<CChar>
  private var fields: UnsafeMutablePointer<curl_slist>?

  init() {
    _ = Self.initializeLibrary
    guard let handle = unsafe curl_easy_init() else {
      preconditionFailure("no memory for a request")
    }
    unsafe self.handle = handle
    unsafe reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    unsafe fields = nil
    check(unsafe presslog_setopt_pointer(handle, CURLOPT_ERRORBUFFER, reason))
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(fields)
    unsafe reason.deallocate()
  }

  /// The handle for libcurl's own functions; it must not outlive this value.
  var pointer: UnsafeMutableRawPointer { unsafe handle }

  /// What libcurl says of a failure, in its words.
  func message(for result: CURLcode) -> String {
    let text = unsafe String(cString: reason)
    return text.isEmpty ? unsafe String(cString: curl_easy_strerror(result)) : text
  }

  /// The absolute URL that the last answer redirects to.
  var redirectURL: String? {
    var text: UnsafePointer<CChar>?
    guard
      unsafe presslog_getinfo_string(handle, CURLINFO_REDIRECT_URL, &text) == CURLE_OK,
      let text = unsafe text
    else { return nil }
    return unsafe String(cString: text)
  }

  func set(_ option: CURLoption, to value: String) {
    check(unsafe presslog_setopt_string(handle, option, value))
  }

  func set(_ option: CURLoption, to value: Int) {
    check(unsafe presslog_setopt_long(handle, option, value))
  }

  func set(_ option: CURLoption, toOffset value: Int) {
    check(unsafe presslog_setopt_offset(handle, option, curl_off_t(value)))
  }

  /// Sends these lines as header fields.
  mutating func setFields(_ lines: [String]) {
    for line in lines {
      guard let longer = unsafe curl_slist_append(fields, line) else {
        preconditionFailure("no memory for a header field")
      }
      unsafe fields = longer
    }
    check(unsafe presslog_setopt_list(handle, CURLOPT_HTTPHEADER, fields))
  }

  /// An option that libcurl does not take is a programmer's error: a limit would silently not hold.
  private func check(_ result: CURLcode) {
    precondition(result == CURLE_OK, "libcurl refused an option")
  }

  /// libcurl wants this once, before it is used from several threads.
  private static let initializeLibrary: Void = {
    let result = curl_global_init(Int(CURL_GLOBAL_ALL))
    precondition(result == CURLE_OK, "libcurl could not be started")
  }()
}
