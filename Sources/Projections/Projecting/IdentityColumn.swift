import Announcements
import JSONBytes

/// An announcement's identity as one JSON value in its row.
enum IdentityColumn {
  static func encode(_ identity: Identity) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("by", identity.candidate.kind.rawValue)
      writer.field("key", identity.candidate.key)
      writer.field("counter", identity.counter)
      writer.array("also", identity.also) { writer, candidate in
        writer.object { writer in
          writer.field("by", candidate.kind.rawValue)
          writer.field("key", candidate.key)
        }
      }
    }
    return writer.string
  }

  /// - Throws: ``JSONError`` for what ``encode(_:)`` did not write.
  static func decode(_ text: String) throws -> Identity {
    var deciding: Candidate?
    var counter = 0
    var also: [Candidate] = []
    var reader = JSONReader(Array(text.utf8))
    var kind: Candidate.Kind?
    try reader.object { reader, key in
      switch key {
      case "by": kind = Candidate.Kind(rawValue: try reader.string())
      case "key": deciding = Candidate(kind ?? .title, try reader.string())
      case "counter": counter = try reader.int()
      case "also":
        try reader.array { reader in
          var kind: Candidate.Kind?
          try reader.object { reader, key in
            switch key {
            case "by": kind = Candidate.Kind(rawValue: try reader.string())
            case "key": also.append(Candidate(kind ?? .title, try reader.string()))
            default: try reader.skip()
            }
          }
        }
      default: try reader.skip()
      }
    }
    guard let deciding else { throw JSONError(offset: 0, expected: "an identity") }
    return Identity(candidate: deciding, counter: counter, also: also)
  }
}
