import EventLog
import FeedParsing
import Foundation

extension IngestSource {
  /// The contents of a file or of standard input; large ones are kept in a temporary file.
  ///
  /// - Throws: ``SourceError``; a URL is read by ingesting it.
  public func readLocally() throws -> DocumentContents {
    try readLocally(holding: IngestLimits().heldDocument)
  }

  /// The same, with another limit of what is kept in memory.
  func readLocally(holding limit: Int) throws -> DocumentContents {
    switch self {
    case .url(let url): throw SourceError.notLocal(url)
    case .unusable(_, let error): throw error
    case .file(let path): try Self.file(path, holding: limit)
    case .standardInput:
      try Self.read(.standardInput, named: "standard input", holding: limit)
    }
  }

  private static func file(_ path: String, holding limit: Int) throws -> DocumentContents {
    guard FileManager.default.fileExists(atPath: path) else { throw SourceError.notFound(path) }
    // Where this fails, opening the file fails too and tells why.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType != .typeDirectory else {
      throw SourceError.isFolder(path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw SourceError.unreadable(path, reason: "it cannot be opened; check its permissions")
    }
    return try read(handle, named: path, holding: limit)
  }

  private static let pieceBytes = 1 << 20

  /// Reads in pieces, so that an endless source ends at the limit.
  private static func read(
    _ handle: FileHandle, named name: String, holding limit: Int
  ) throws -> DocumentContents {
    let maximum = FeedLimits.standard.bytes
    var collector = DocumentCollector(holding: limit)
    do {
      while let piece = try handle.read(upToCount: pieceBytes), !piece.isEmpty {
        try collector.append([UInt8](piece))
        guard collector.count <= maximum else {
          throw SourceError.tooLarge(name, limit: maximum)
        }
      }
    } catch let error as SourceError {
      throw error
    } catch let error as SystemError {
      throw SourceError.unreadable(name, reason: error.description)
    } catch {
      throw SourceError.unreadable(
        name, reason: "it cannot be read (\(error.localizedDescription))")
    }
    return collector.contents
  }
}
