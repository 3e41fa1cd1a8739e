import Foundation

/// A small file system of its own in memory, which only root can make.
final class MountedFolder {
  let path = NSTemporaryDirectory() + "presslog-mount-\(UUID().uuidString)"

  /// Mounts it.
  ///
  /// - Throws: ``MountError`` where that is not allowed here.
  init(kibibytes: Int) async throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try await Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path])
  }

  deinit {
    // What stays mounted is lost with the machine; there is nobody to tell.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["umount", "--lazy", path]
    try? process.run()
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: path)
  }

  func grow(toKibibytes size: Int) async throws { try await remount("size=\(size)k") }

  func makeReadOnly() async throws { try await remount("ro") }

  private func remount(_ option: String) async throws {
    try await Self.run(["mount", "-o", "remount,\(option)", path])
  }

  private static func run(_ command: [String]) async throws {
    let result = try await RunningCommand("/usr/bin/env", command).result()
    guard result.status == 0 else { throw MountError(reason: result.errors) }
  }

  /// Whether this process may mount: root may, and not in every container.
  static func isPossible() async -> Bool {
    do {
      _ = try await MountedFolder(kibibytes: 64)
      return true
    } catch {
      return false
    }
  }
}

/// Why nothing could be mounted.
struct MountError: Error {
  var reason: String
}
