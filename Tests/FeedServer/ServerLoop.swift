internal import Glibc

/// Serves all connections of a server on the thread that calls ``run()``.
final class ServerLoop {
  private let listener: Descriptor
  private let stop: Descriptor
  private let answer: (HTTPRequest) -> HTTPResponse
  private var connections: [Connection] = []
  private var accepted = 0

  /// Prepares to serve.
  ///
  /// - Parameters:
  ///   - listener: The socket that accepts connections.
  ///   - stop: What becomes readable when ``run()`` shall return.
  ///   - answer: What to say to a request.
  init(
    listener: Descriptor, stop: Descriptor, answer: @escaping (HTTPRequest) -> HTTPResponse
  ) {
    self.listener = listener
    self.stop = stop
    self.answer = answer
  }

  /// Serves until it is told to stop, and then closes all connections.
  func run() {
    while true {
      var waiting =
        [stop, listener].map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
        + connections.map { pollfd(fd: $0.descriptor.number, events: $0.awaitedEvents, revents: 0) }
      let tick: CInt = connections.contains(where: \.isDripping) ? 20 : -1
      unsafe poll(&waiting, nfds_t(waiting.count), tick)
      if waiting[0].revents != 0 { return }
      for (connection, entry) in zip(connections, waiting.dropFirst(2)) where entry.revents != 0 {
        connection.step(answer: answer)
      }
      for connection in connections { connection.tick() }
      connections.removeAll { !$0.isOpen }
      if waiting[1].revents != 0 { accept() }
    }
  }

  private func accept() {
    while true {
      let number = Glibc.accept(listener.number, nil, nil)
      guard number >= 0 else { return }
      let descriptor = Descriptor(number)
      descriptor.setNonBlocking()
      accepted += 1
      connections.append(Connection(descriptor, number: accepted))
    }
  }
}
