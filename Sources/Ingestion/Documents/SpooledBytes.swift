public import FeedParsing
import EventLog

/// The bytes of a document in a temporary file, which nobody else can change.
public struct SpooledBytes: FeedBytes {
  public let count: Int
  private let file: TemporaryFile

  /// Takes the first `count` bytes of a file that is written no more.
  init(_ file: TemporaryFile, count: Int) {
    self.file = file
    self.count = count
  }

  public func read(at offset: Int, upTo count: Int) throws -> [UInt8] {
    try file.read(max(0, min(count, self.count - offset)), at: offset)
  }
}
