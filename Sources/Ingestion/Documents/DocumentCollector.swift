import EventLog
import Foundation

/// Gathers the bytes of a document as they come: in memory, and from a size on in a temporary file.
///
/// Where there can be no such file, because the folder for them (`TMPDIR`, else `/tmp`) is read-only
/// or full, the document is gathered in memory whatever its size.
struct DocumentCollector {
  private let limit: Int
  private let folder: String
  private var held: [UInt8] = []
  private var file: TemporaryFile?
  /// How many bytes are in the file.
  private var spooled = 0
  private var canSpool = true

  /// Creates a collector that has no bytes yet.
  ///
  /// - Parameters:
  ///   - limit: The bytes up to which a document stays in memory.
  ///   - folder: Where a larger one goes.
  init(
    holding limit: Int, folder: String = FileManager.default.temporaryDirectory.path
  ) {
    self.limit = limit
    self.folder = folder
  }

  /// How many bytes there are so far.
  var count: Int { held.count + spooled }

  /// What was gathered.
  var contents: DocumentContents {
    file.map { .spooled(SpooledBytes($0, count: spooled)) } ?? .held(held)
  }

  /// Takes the next bytes.
  ///
  /// - Throws: `SystemError` where what a full disk has no room for cannot be taken back into memory.
  mutating func append(_ piece: [UInt8]) throws {
    if held.isEmpty { held = piece } else { held.append(contentsOf: piece) }
    guard canSpool, count > limit else { return }
    do {
      try spool()
    } catch {
      try unspool()
    }
  }

  /// Moves what is in memory to the end of the file.
  private mutating func spool() throws {
    let file = try file ?? TemporaryFile(in: folder)
    self.file = file
    try file.write(held, at: spooled)
    spooled += held.count
    held = []
  }

  /// Takes what is in the file back into memory, for good.
  private mutating func unspool() throws {
    if let file { held = try file.read(spooled, at: 0) + held }
    file = nil
    spooled = 0
    canSpool = false
  }
}
