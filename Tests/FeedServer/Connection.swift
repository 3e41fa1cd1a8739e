internal import Glibc

/// One client of the server.
///
/// It never waits: it reads and writes what its socket takes, and says what it wants to wait for.
final class Connection {
  let descriptor: Descriptor
  private let number: Int
  private var input: [UInt8] = []
  private var output: ArraySlice<UInt8> = []
  private var rest = Rest.nothing
  private(set) var isOpen = true

  /// What comes once ``output`` is written.
  private enum Rest {
    /// The next request.
    case nothing
    case close
    case silence
    /// The same again.
    case more([UInt8])
    /// The byte at this index, at the next tick.
    case drip([UInt8], next: Int)
  }

  init(_ descriptor: Descriptor, number: Int) {
    self.descriptor = descriptor
    self.number = number
  }

  /// Whether a byte is due at the next tick.
  var isDripping: Bool {
    if case .drip = rest { true } else { false }
  }

  /// What `poll` shall wait for.
  var awaitedEvents: Int16 {
    output.isEmpty ? Int16(POLLIN) : Int16(POLLIN | POLLOUT)
  }

  /// Reads and writes what is possible now, and answers the requests that are complete.
  func step(answer: (HTTPRequest) -> HTTPResponse) {
    read()
    repeat {
      write()
      guard isOpen, output.isEmpty, case .nothing = rest, let request = takeRequest() else {
        return
      }
      send(answer(request), to: request)
    } while true
  }

  /// Lets the next byte of a dripping body fall.
  func tick() {
    guard case .drip(let bytes, let next) = rest, output.isEmpty, !bytes.isEmpty else { return }
    output = [bytes[next % bytes.count]]
    rest = .drip(bytes, next: next + 1)
    write()
  }

  private func read() {
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while isOpen {
      let count = unsafe recv(descriptor.number, &chunk, chunk.count, 0)
      guard count > 0 else {
        isOpen = count < 0 && (errno == EAGAIN || errno == EINTR)
        return
      }
      input += chunk[..<count]
    }
  }

  private func write() {
    while isOpen, !output.isEmpty {
      let count = unsafe output.withUnsafeBytes { bytes in
        unsafe Glibc.send(
          descriptor.number, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
      }
      guard count >= 0 else {
        isOpen = errno == EAGAIN || errno == EINTR
        return
      }
      output = output.dropFirst(count)
      if output.isEmpty { return refill() }
    }
  }

  private func refill() {
    switch rest {
    case .more(let bytes): output = bytes[...]
    case .close: isOpen = false
    case .nothing, .silence, .drip: break
    }
  }

  private func takeRequest() -> HTTPRequest? {
    // A method is a word in capitals; a TLS handshake begins with 0x16, and its client would wait.
    if let first = input.first, !(0x41...0x5a).contains(first) {
      isOpen = false
      return nil
    }
    guard let end = input.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    defer { input.removeSubrange(..<end.upperBound) }
    guard let request = HTTPRequest(head: input[..<end.lowerBound], connection: number) else {
      isOpen = false
      return nil
    }
    return request
  }

  private func send(_ response: HTTPResponse, to request: HTTPRequest) {
    let isHead = request.method == "HEAD"
    switch response.body {
    case .bytes(let bytes):
      let length = response.status == 304 ? nil : bytes.count
      output = (response.head(length: length) + (isHead ? [] : bytes))[...]
    case .misdeclared(let bytes, let length):
      output = (response.head(length: length) + bytes)[...]
      rest = .close
    case .stalled(let bytes):
      output = (response.head(length: bytes.count + 1) + bytes)[...]
      rest = .silence
    case .dripping(let bytes):
      output = response.head(length: nil)[...]
      rest = .drip(bytes, next: 0)
    case .endless(let bytes):
      output = response.head(length: nil)[...]
      rest = .more(bytes)
    case .hangUp:
      isOpen = false
    }
  }
}

extension HTTPResponse {
  /// The head as bytes; without a length the body ends with the connection.
  fileprivate func head(length: Int?) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(status < 400 ? "OK" : "Error")\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    if let length {
      head += "Content-Length: \(length)\r\n"
    } else if status != 304 {
      head += "Connection: close\r\n"
    }
    return Array((head + "\r\n").utf8)
  }
}
