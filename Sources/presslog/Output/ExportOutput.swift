import Compression
import EventLog

/// Where an export goes: standard output, or a file that is there whole or not at all.
final class ExportOutput {
  private let file: AtomicFile?
  private let compressor: Compressor?
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 20

  /// Writes to `path`, or to standard output.
  init(to path: String?, _ format: CompressionFormat?) throws {
    file = try path.map { try AtomicFile($0) }
    compressor = try format.map { format in try Compressor(format) }
  }

  /// Adds the next bytes.
  func append(_ bytes: ArraySlice<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is left and puts the file in its place.
  func finish() throws {
    try flush()
    try compressor?.finish(write)
    try file?.finish()
  }

  private func flush() throws {
    if let compressor { try compressor.compress(buffer, write) } else { try write(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8]) throws {
    if let file { try file.append(bytes) } else { Terminal.output.write(bytes) }
  }
}
