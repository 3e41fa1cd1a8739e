import Crypto
import GRDB

/// A fingerprint of everything in an index: equal for one log and one catalog, however the index
/// came about.
///
/// It is SHA-256 over every row of every table in the order of its primary key, each value with its
/// type. Row numbers are part of it: they are given in the order of the log, so they are the same
/// for any batching.
enum ContentDigest {
  private static let tables = [
    ("partner", "id"), ("partner_name", "partner, ordinal"), ("predecessor", "partner, ordinal"),
    ("topic", "id"), ("feed", "id"), ("announcement", "id"),
    ("revision", "id"), ("mention", "revision, ordinal"),
    ("candidate", "kind, key, feed, announcement"), ("redaction", "id"),
    ("closed_key", "key, redaction"), ("checkpoint", "id"),
  ]

  static func compute(_ db: Database) throws -> String {
    var hash = SHA256()
    for (table, order) in tables {
      hash.update(data: Array("\(table)\n".utf8))
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(order)")
      while let row = try rows.next() { hash.update(data: encoded(row)) }
    }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Every value with its type and length before it, so that no two rows look alike.
  private static func encoded(_ row: Row) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in row.databaseValues {
      switch value.storage {
      case .null: bytes.append(UInt8(ascii: "n"))
      case .int64(let number): bytes.append(contentsOf: "i\(number) ".utf8)
      case .double(let number): bytes.append(contentsOf: "d\(number) ".utf8)
      case .string(let text):
        bytes.append(contentsOf: "s\(text.utf8.count) ".utf8)
        bytes.append(contentsOf: text.utf8)
      case .blob(let data):
        bytes.append(contentsOf: "b\(data.count) ".utf8)
        bytes.append(contentsOf: data)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
