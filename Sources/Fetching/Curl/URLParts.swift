internal import CCurl

/// A URL that libcurl's parser has read.
@safe
struct URLParts: ~Copyable {
  private let handle: OpaquePointer

  init() {
    guard let handle = unsafe curl_url() else { preconditionFailure("no memory for a URL") }
    unsafe self.handle = handle
  }

  deinit {
    unsafe curl_url_cleanup(handle)
  }

  /// Reads an absolute URL of any scheme; what may not stand in a URL as it is gets encoded.
  ///
  /// The corresponding C function is `curl_url_set`.
  func read(_ text: String) throws(FetchError) {
    guard !text.utf8.contains(0) else {
      // C would read the URL only up to here.
      throw .badURL("", reason: "it has a NUL character")
    }
    let flags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE
    let result = unsafe curl_url_set(handle, CURLUPART_URL, text, CUnsignedInt(flags))
    guard result == CURLUE_OK else {
      throw .badURL(
        Self.withoutCredentials(text), reason: unsafe String(cString: curl_url_strerror(result)))
    }
    _ = unsafe curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
  }

  /// Drops user name and password.
  func removeCredentials() {
    _ = unsafe curl_url_set(handle, CURLUPART_USER, nil, 0)
    _ = unsafe curl_url_set(handle, CURLUPART_PASSWORD, nil, 0)
    _ = unsafe curl_url_set(handle, CURLUPART_OPTIONS, nil, 0)
  }

  /// A part of the URL as text, empty where the URL has no such part.
  ///
  /// The corresponding C function is `curl_url_get`.
  subscript(part: CURLUPart) -> String {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text = unsafe text else {
      return ""
    }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }

  /// What can be shown of text that is no URL: what stands before an `@` may be a password.
  private static func withoutCredentials(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    return "…" + text[at...]
  }
}
