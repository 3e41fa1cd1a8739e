internal import Dispatch
internal import Glibc
internal import Synchronization

/// A small HTTP/1.1 server on 127.0.0.1 for tests and for the demonstration.
///
/// It knows GET and HEAD, keeps connections alive, serves any number of them on one thread, and can
/// misbehave in all the ways of ``HTTPResponse/Body``. It is no server for a network.
///
/// ```swift
/// let server = try FeedServer { request in
///   request.path == "/feed" ? .text("<rss/>") : .status(404)
/// }
/// defer { server.stop() }
/// ```
public final class FeedServer: Sendable {
  /// What says what to answer; it is called on the server's own thread.
  public typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

  /// The port that the server listens on.
  public let port: UInt16

  private let stopper: Descriptor
  private let log = RequestLog()
  private let running = DispatchGroup()

  /// Starts a server, which serves when this returns.
  ///
  /// - Parameters:
  ///   - port: The port, 0 for any that is free.
  ///   - handler: What says what to answer.
  /// - Throws: ``FeedServerError``, for one where the port is taken.
  public init(port: UInt16 = 0, handler: @escaping Handler) throws(FeedServerError) {
    let (listener, port) = try Descriptor.listening(onPort: port)
    let (stop, stopper) = try Descriptor.pair()
    self.port = port
    self.stopper = stopper
    DispatchQueue(label: "org.presslog.feed-server").async(group: running) { [log] in
      let loop = ServerLoop(listener: listener, stop: stop) { request in
        log.append(request)
        return handler(request)
      }
      loop.run()
    }
  }

  /// Starts a server that answers each path with one response, and any other with 404.
  public convenience init(
    port: UInt16 = 0, routes: [String: HTTPResponse]
  ) throws(FeedServerError) {
    try self.init(port: port) { routes[$0.path] ?? .status(404) }
  }

  deinit {
    stop()
  }

  /// The server's address, with a slash at its end.
  public var url: String { "http://127.0.0.1:\(port)/" }

  /// The absolute URL of a path that begins with a slash.
  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The requests so far, in the order they came.
  public var requests: [HTTPRequest] { log.requests }

  /// Stops the server and closes its connections; nothing is served once this has returned.
  public func stop() {
    shutdown(stopper.number, CInt(SHUT_RDWR))
    running.wait()
  }
}

/// The requests that a server has seen.
private final class RequestLog: Sendable {
  private let entries = Mutex<[HTTPRequest]>([])

  var requests: [HTTPRequest] { entries.withLock { $0 } }

  func append(_ request: HTTPRequest) {
    entries.withLock { $0.append(request) }
  }
}
