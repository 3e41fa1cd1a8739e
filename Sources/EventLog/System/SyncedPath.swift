/// Durable changes of names, for whoever keeps files beside the log.
public enum SyncedPath {
  /// Returns when a file or the names in a folder are on the device.
  public static func sync(_ path: String) throws(SystemError) {
    try LocalDisk().syncFolder(path)
  }

  /// Puts `path` in the place of `target` at once, and returns when that is durable.
  public static func rename(_ path: String, to target: String) throws(SystemError) {
    try LocalDisk().rename(path, to: target)
    try LocalDisk().syncFolder(Path.parent(of: target))
  }
}
