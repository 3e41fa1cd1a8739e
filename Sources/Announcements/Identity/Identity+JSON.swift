package import JSONBytes

extension Identity {
  /// Writes `by`, `key`, `counter` where it is not 0, and `also` where there is anything.
  func encodeFields(to writer: inout JSONWriter) {
    candidate.encodeFields(to: &writer)
    writer.field("counter", counter == 0 ? nil : counter)
    writer.array("also", also) { writer, candidate in
      writer.object { candidate.encodeFields(to: &$0) }
    }
  }

  /// The identity as a JSON object.
  package func encode(to writer: inout JSONWriter) {
    writer.object { encodeFields(to: &$0) }
  }

  /// Reads a JSON object that ``encode(to:)`` wrote.
  ///
  /// - Throws: `JSONError` for anything else.
  package init(from reader: inout JSONReader) throws {
    var deciding = CandidateFields()
    var counter = 0
    var also: [Candidate] = []
    try reader.object { reader, key in
      switch key {
      case "counter": counter = try reader.int()
      case "also":
        try reader.array { reader in
          var fields = CandidateFields()
          try reader.object { try fields.read($1, from: &$0) }
          // A kind that this version does not know says nothing.
          if let candidate = fields.candidate { also.append(candidate) }
        }
      default: try deciding.read(key, from: &reader)
      }
    }
    guard let candidate = deciding.candidate else {
      throw JSONError(offset: 0, expected: "an identity with by and key")
    }
    self.init(candidate: candidate, counter: counter, also: also)
  }
}

extension Candidate {
  fileprivate func encodeFields(to writer: inout JSONWriter) {
    writer.field("by", kind.rawValue)
    writer.field("key", key)
  }
}

/// The keys of a candidate, in whatever order they come.
private struct CandidateFields {
  private var kind: Candidate.Kind?
  private var key: String?

  /// Takes the value of a key that it knows; the caller skips the others.
  mutating func read(_ name: String, from reader: inout JSONReader) throws {
    switch name {
    case "by": kind = Candidate.Kind(rawValue: try reader.string())
    case "key": key = try reader.string()
    default: break
    }
  }

  var candidate: Candidate? {
    guard let kind, let key else { return nil }
    return Candidate(kind, key)
  }
}
