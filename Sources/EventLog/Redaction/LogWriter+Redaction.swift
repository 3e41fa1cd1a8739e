extension LogWriter {
  /// Appends a redaction, durable, and erases the data of the earlier events that it names.
  ///
  /// First a file `REDACTING` says what will be done, then the event is appended and synced, the
  /// segment that is written is sealed if it is concerned, and each segment concerned is written
  /// anew with `{"redacted":SEQUENCE}` in the place of the data. Hashes, chain, seals and offsets
  /// stay. What was cut off in recoveries, and what imports and repairs left unfinished, is removed,
  /// because it may hold the same words. Where anything fails once the event is appended, the log is
  /// closed, and the next opening finishes.
  ///
  /// - Parameters:
  ///   - event: Its type ends in `.redacted`; the log adds the key `erases` to its data.
  ///   - sequences: The events whose data are erased, none of them a redaction.
  /// - Returns: The number of the event, which may have been in the log before.
  /// - Throws: ``EventLogError``, ``SystemError``.
  @discardableResult
  public func redact(_ event: Event, erasing sequences: Set<Int>) throws -> Int {
    guard event.type.hasSuffix(Redaction.typeEnding) else {
      throw EventLogError.malformed(id: event.id)
    }
    try commit()
    try checkErasable(sequences)
    var event = event
    event.data = Redaction.naming(sequences, in: event.data)
    if let sequence = try sequence(of: event) {
      try erase([Redaction(sequence: sequence, erased: sequences)])
      return sequence
    }
    let redaction = Redaction(sequence: head.sequence + 1, erased: sequences)
    try RedactionIntent([redaction]).write(layout)
    do {
      try append([event])
    } catch {
      // Whether a closed log holds the event is known when it is opened again.
      if !hasFailed { try closingOnFailure { try removeIntent() } }
      throw error
    }
    try erase([redaction])
    return redaction.sequence
  }

  /// Erases once more what a redaction of the log names, where a copy put back has undone it.
  ///
  /// - Throws: ``EventLogError``, ``SystemError``.
  public func repeatRedaction(at sequence: Int) throws {
    try commit()
    guard let (line, bytes) = try read(sequence), let redaction = Redaction(line, bytes) else {
      return
    }
    try erase([redaction])
  }

  /// Finishes what a crash left undone: erases where the redaction is in the log, and forgets it
  /// where it never was.
  func finishRedactions() throws {
    let intent = try RedactionIntent.read(layout)
    let redactions = try intent.redactions.filter { redaction in
      guard let (line, bytes) = try read(redaction.sequence) else { return false }
      return Redaction(line, bytes) == redaction
    }
    if redactions.isEmpty { try removeIntent() } else { try erase(redactions) }
  }
}

extension LogWriter {
  /// Erases what durable redactions name, and then the word that it is to be done.
  private func erase(_ redactions: [Redaction]) throws {
    try closingOnFailure {
      for redaction in redactions {
        if redaction.erased.contains(where: { $0 >= active }) { try rollOver() }
        for segment in segments(holding: redaction.erased) { try segment.run(redaction) }
      }
      try removeRemains()
      try removeIntent()
    }
  }

  /// Refuses events that are not there and redactions, and a segment that is damaged, before
  /// anything is written.
  private func checkErasable(_ sequences: Set<Int>) throws {
    if let sequence = sequences.first(where: { $0 < 1 || $0 > head.sequence }) {
      throw EventLogError.notErasable(sequence: sequence)
    }
    for segment in segments(holding: sequences) {
      if let sequence = try segment.firstRedaction(among: sequences) {
        throw EventLogError.notErasable(sequence: sequence)
      }
    }
  }

  private func segments(holding sequences: Set<Int>) -> [SegmentErasure] {
    var segments: [SegmentErasure] = []
    var before = LogPosition.start
    for seal in seals {
      if sequences.contains(where: { (seal.first...seal.last.sequence).contains($0) }) {
        segments.append(
          SegmentErasure(layout: layout, first: seal.first, before: before, bytes: seal.bytes))
      }
      before = seal.last
    }
    if sequences.contains(where: { $0 >= active }) {
      segments.append(
        SegmentErasure(layout: layout, first: active, before: before, bytes: size))
    }
    return segments
  }

  /// Torn tails that were kept, and segments that a killed import or repair never put in place, hold
  /// what nobody was told of, and perhaps what has to go.
  private func removeRemains() throws {
    let disk = layout.disk
    for path in try layout.unplacedSegments() { try disk.remove(path) }
    for name in try disk.names(in: layout.quarantine) {
      try disk.remove("\(layout.quarantine)/\(name)")
    }
    // Even where there is nothing left: whoever removed it may have been killed before that was on disk.
    try disk.syncFolder(layout.directory)
    if disk.exists(layout.quarantine) { try disk.syncFolder(layout.quarantine) }
  }

  private func removeIntent() throws {
    guard layout.disk.exists(layout.redacting) else { return }
    try layout.disk.remove(layout.redacting)
    try layout.disk.syncFolder(layout.directory)
  }
}
