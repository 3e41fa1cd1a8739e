import Announcements
import JSONBytes

/// An announcement's identity as one JSON value in its row.
enum IdentityColumn {
  static func encode(_ identity: Identity) -> String {
    var writer = JSONWriter()
    identity.encode(to: &writer)
    return writer.string
  }

  /// - Throws: `JSONError` for what ``encode(_:)`` did not write.
  static func decode(_ text: String) throws -> Identity {
    var reader = JSONReader(Array(text.utf8))
    return try Identity(from: &reader)
  }
}
