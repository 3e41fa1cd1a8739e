/// The redactions that are being carried out or were left undone: the content of the file
/// `REDACTING`.
///
/// The file is there before their events are and goes away when the last byte is erased: what a
/// crash leaves undone in between, the next opening finishes. An import may bring several.
struct RedactionIntent: Hashable, Sendable {
  private(set) var redactions: [Redaction]

  init(_ redactions: [Redaction] = []) { self.redactions = redactions }

  var isEmpty: Bool { redactions.isEmpty }

  /// The events whose data they erase.
  var erased: Set<Int> { redactions.reduce(into: []) { $0.formUnion($1.erased) } }

  /// Writes the file, durable on return.
  func write(_ layout: LogLayout) throws(SystemError) {
    try layout.disk.writeAtomically(redactions.flatMap { $0.encoded() }, to: layout.redacting)
  }

  /// Reads the file; empty where there is none.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)`` where it cannot be read, ``SystemError``.
  static func read(_ layout: LogLayout) throws -> RedactionIntent {
    guard layout.disk.exists(layout.redacting) else { return RedactionIntent() }
    let bytes: [UInt8]
    do {
      bytes = try layout.disk.contents(of: layout.redacting)
    } catch {
      guard layout.disk.exists(layout.redacting) else { return RedactionIntent() }  // just finished
      throw error
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    let redactions = lines.compactMap { Redaction(Array($0) + [0x0A]) }
    guard !redactions.isEmpty, redactions.count == lines.count, bytes.last == 0x0A else {
      throw EventLogError.corrupt(
        Damage(file: layout.redacting, offset: 0, sequence: 0, problem: .redactionUnreadable))
    }
    return RedactionIntent(redactions)
  }

  /// What readers of the events up to `head` must treat as erased.
  ///
  /// A file that is damaged says nothing to a reader: writing and checking refuse it.
  ///
  /// - Throws: ``SystemError`` where the disk does not give it: it may name what must not be served.
  static func read(_ layout: LogLayout, upTo head: LogPosition) throws -> RedactionIntent {
    do {
      return RedactionIntent(try read(layout).redactions.filter { $0.sequence <= head.sequence })
    } catch EventLogError.corrupt {
      return RedactionIntent()
    }
  }

  /// Erases the data of an event that was read.
  func apply(to event: inout RecordedEvent) {
    for redaction in redactions { redaction.apply(to: &event) }
  }

  /// A line as it will be; nil where it stays as it is.
  func apply(to line: LogLine, in range: Range<Int>, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    for redaction in redactions {
      if let erased = redaction.apply(to: line, in: range, of: bytes) { return erased }
    }
    return nil
  }
}
