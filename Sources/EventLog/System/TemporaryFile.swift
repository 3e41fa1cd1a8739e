import Glibc

/// A file without a name, for what is too large to be kept in memory.
///
/// Its name is taken away as soon as it is open, so that nobody else can change or truncate it, and
/// so that it is gone when the last owner is, however the process ended.
public final class TemporaryFile: Sendable {
  private let file: LocalFile

  /// Creates an empty file in `folder`; the corresponding C functions are `open` and `unlink`.
  ///
  /// - Throws: ``SystemError`` where the folder is missing, full, or may not be written.
  public init(in folder: String) throws(SystemError) {
    let name = String(UInt64.random(in: .min ... .max), radix: 16)
    let path = "\(folder)/presslog-\(name)"
    file = try LocalFile(creatingAlone: path)
    guard unsafe unlink(path) == 0 else { throw SystemError("remove", path) }
  }

  /// Writes all of `bytes` at `offset`; see ``SystemError`` for what may fail.
  public func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try file.write(bytes, at: offset)
  }

  /// The bytes from `offset` on, at most `count` of them; fewer mean the end of the file.
  public func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try file.read(count, at: offset, appendingTo: &bytes)
    return bytes
  }
}
