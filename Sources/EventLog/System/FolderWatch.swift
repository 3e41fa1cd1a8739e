import Glibc

/// Waits for changes of the files in one folder, without asking again and again.
///
/// The corresponding C functions are `inotify_init1`, `inotify_add_watch`, `pipe` and `poll`.
final class FolderWatch: Sendable {
  private let events: CInt
  /// A pipe that is written to in order to wake the one who waits, and never read.
  private let cancellation: (read: CInt, write: CInt)
  private let reader: CInt?

  /// Why ``wait()`` returned.
  enum Wake: Sendable {
    /// Something in the folder has changed, or the folder went away.
    case changed
    /// ``cancel()`` was called, or the descriptor's reader went away.
    case cancelled
  }

  private static let mask =
    IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF

  /// Makes a watch on nothing.
  ///
  /// - Parameter descriptor: A pipe or socket that is written to: when whoever reads from it closes
  ///   its end, the watch is cancelled.
  /// - Throws: ``SystemError`` where the system has no more watches or descriptors.
  init(endingWith descriptor: CInt? = nil) throws(SystemError) {
    reader = descriptor
    events = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    guard events >= 0 else { throw SystemError("watch", "inotify") }
    var pipe: [CInt] = [-1, -1]
    guard unsafe Glibc.pipe(&pipe) == 0 else {
      let error = SystemError("watch", "pipe")
      close(events)
      throw error
    }
    for descriptor in pipe { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    cancellation = (pipe[0], pipe[1])
  }

  deinit {
    for descriptor in [events, cancellation.read, cancellation.write] { close(descriptor) }
  }

  /// Watches a folder; one that is watched already is no error.
  ///
  /// - Returns: A number that is the same for the same folder; nil where there is none.
  func watch(_ folder: String) throws(SystemError) -> CInt? {
    let watch = unsafe inotify_add_watch(events, folder, UInt32(Self.mask))
    if watch < 0, errno == ENOENT || errno == ENOTDIR { return nil }
    guard watch >= 0 else { throw SystemError("watch", folder) }
    return watch
  }

  /// Watches a folder no more.
  func unwatch(_ watch: CInt) { inotify_rm_watch(events, watch) }

  /// Returns when something has changed since the last call, or the watch is cancelled.
  func wait() throws(SystemError) -> Wake {
    while true {
      var waiting = [
        pollfd(fd: events, events: Int16(POLLIN), revents: 0),
        pollfd(fd: cancellation.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: reader ?? -1, events: 0, revents: 0),
      ]
      let count = unsafe poll(&waiting, nfds_t(waiting.count), -1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemError("wait for", "inotify") }
      if waiting[1].revents != 0 || waiting[2].revents != 0 { return .cancelled }
      drain()
      return .changed
    }
  }

  /// Makes ``wait()`` return, now and from now on.
  func cancel() {
    var byte: UInt8 = 0
    _ = unsafe write(cancellation.write, &byte, 1)
  }

  /// What changed does not matter: the log is looked at anew.
  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while unsafe read(events, &buffer, buffer.count) > 0 {}
  }
}
