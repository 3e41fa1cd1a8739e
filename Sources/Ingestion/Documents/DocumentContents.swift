import Crypto
import FeedParsing

/// The bytes of one document, as they were received.
public enum DocumentContents: Sendable {
  /// In memory, as nearly all documents are.
  case held([UInt8])
  /// In a temporary file, because they are many.
  case spooled(SpooledBytes)

  /// How many bytes there are.
  public var count: Int {
    switch self {
    case .held(let bytes): bytes.count
    case .spooled(let bytes): bytes.count
    }
  }

  /// Whether they are in a temporary file.
  var isSpooled: Bool {
    if case .spooled = self { true } else { false }
  }

  /// The bytes, all of them in memory.
  ///
  /// - Throws: `SystemError` where a temporary file cannot be read.
  public func bytes() throws -> [UInt8] {
    switch self {
    case .held(let bytes): bytes
    case .spooled(let bytes): try bytes.contents()
    }
  }

  /// The SHA-256 of the bytes in 64 hexadecimal digits.
  ///
  /// - Throws: `SystemError` where a temporary file cannot be read.
  func sha256() throws -> String {
    var hash = SHA256()
    switch self {
    case .held(let bytes): hash.update(data: bytes)
    case .spooled(let bytes):
      for offset in stride(from: 0, to: bytes.count, by: Self.pieceBytes) {
        hash.update(data: try bytes.read(at: offset, upTo: Self.pieceBytes))
      }
    }
    return hash.finalize().hexadecimal
  }

  private static let pieceBytes = 256 << 10
}

extension SHA256Digest {
  /// 64 hexadecimal digits.
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
