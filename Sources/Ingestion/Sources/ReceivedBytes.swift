import FeedParsing
import Fetching
import Foundation

/// The bytes of a source and what came with them.
struct ReceivedBytes: Sendable {
  var source: IngestSource
  var bytes: [UInt8]
  /// What the server said, for a URL.
  var head: FetchedHead?

  /// What the parser is told besides the bytes.
  var context: FeedContext {
    switch source {
    case .url(let url):
      FeedContext(
        contentType: head?.contentType, contentLocation: head?.contentLocation,
        contentLanguage: head?.contentLanguage, url: head?.url ?? url)
    case .file, .standardInput, .unusable: FeedContext()
    }
  }

  /// Reads a source to its end.
  ///
  /// - Throws: ``SourceError``, `FetchError`.
  static func read(_ source: IngestSource, with fetcher: Fetcher) async throws -> ReceivedBytes {
    switch source {
    case .url(let url):
      switch try await fetcher.fetch(FetchRequest(url: url)) {
      case .fetched(let document):
        return ReceivedBytes(source: source, bytes: document.bytes, head: document.head)
      case .notModified(let head):
        // Only an answer to a conditional request, and this was none.
        throw FetchError.httpStatus(head.status, url: url)
      }
    case .file, .standardInput, .unusable:
      return ReceivedBytes(source: source, bytes: try source.readLocally(), head: nil)
    }
  }
}

extension IngestSource {
  /// The bytes of a file or of standard input.
  ///
  /// - Throws: ``SourceError``; a URL is read by ingesting it.
  public func readLocally() throws -> [UInt8] {
    switch self {
    case .url(let url): throw SourceError.notLocal(url)
    case .unusable(_, let error): throw error
    case .file(let path): try Self.file(path)
    case .standardInput: try Self.read(.standardInput, named: "standard input")
    }
  }

  private static func file(_ path: String) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw SourceError.notFound(path) }
    // Where this fails, opening the file fails too and tells why.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType != .typeDirectory else {
      throw SourceError.isFolder(path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw SourceError.unreadable(path, reason: "it cannot be opened; check its permissions")
    }
    return try read(handle, named: path)
  }

  /// Reads in pieces, so that an endless source ends at the limit.
  private static func read(_ handle: FileHandle, named name: String) throws -> [UInt8] {
    let limit = FeedLimits.standard.bytes
    var bytes: [UInt8] = []
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes.append(contentsOf: piece)
        guard bytes.count <= limit else { throw SourceError.tooLarge(name, limit: limit) }
      }
    } catch let error as SourceError {
      throw error
    } catch {
      throw SourceError.unreadable(
        name, reason: "it cannot be read (\(error.localizedDescription))")
    }
    return bytes
  }
}
