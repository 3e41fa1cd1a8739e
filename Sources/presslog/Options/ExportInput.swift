import Compression
import EventLog
import Foundation
import Ingestion

/// Lines that were exported, from a file or standard input, compressed or not.
enum ExportInput {
  /// What reads `path` piece by piece, or standard input where it is `-`; no bytes are the end.
  ///
  /// - Throws: ``SourceError`` where there is no such file.
  static func open(_ path: String) throws -> () throws -> [UInt8] {
    let handle = try path == "-" ? .standardInput : file(path)
    return try Decompressor {
      do {
        return [UInt8](try handle.read(upToCount: 1 << 20) ?? Data())
      } catch {
        throw SourceError.unreadable(
          path, reason: "it cannot be read (\(error.localizedDescription))")
      }
    }.next
  }

  /// The copy of a log at `path`: a folder, a file, or standard input where it is `-`.
  static func repairSource(_ path: String) throws -> RepairSource {
    if path != "-", isFolder(path) { return try RepairSource(folder: Store(path).path) }
    let next = try open(path)
    let file = try TemporaryFile(in: FileManager.default.temporaryDirectory.path)
    var size = 0
    while true {
      let bytes = try next()
      guard !bytes.isEmpty else { break }
      try file.write(bytes, at: size)
      size += bytes.count
    }
    return try RepairSource(export: file, named: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    // Where this fails, opening the file fails too and tells why.
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func file(_ path: String) throws -> FileHandle {
    guard FileManager.default.fileExists(atPath: path) else { throw SourceError.notFound(path) }
    guard !isFolder(path) else { throw SourceError.isFolder(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw SourceError.unreadable(path, reason: "it cannot be opened; check its permissions")
    }
    return handle
  }
}
