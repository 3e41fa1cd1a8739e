/// What every log asks of the events of a batch, whatever it is made of.
struct EventBatch {
  /// The events that the log does not have.
  private(set) var new: [Event] = []
  /// The hashes of their ids.
  private(set) var hashes: [UInt64] = []

  /// Checks a batch.
  ///
  /// - Parameters:
  ///   - events: What somebody wants to append.
  ///   - head: The number of the log's last event.
  ///   - limit: The most bytes of data that an event may have.
  ///   - recorded: Finds the event that the log has with an id.
  /// - Throws: ``EventLogError``; nothing of the batch may then be appended.
  init(
    _ events: [Event], after head: Int, limit: Int,
    recorded: (_ id: String, _ hash: UInt64) throws -> RecordedEvent?
  ) throws {
    var inBatch: [UInt64: Int] = [:]
    inBatch.reserveCapacity(events.count)
    new.reserveCapacity(events.count)
    hashes.reserveCapacity(events.count)
    for event in events {
      guard event.data.first == UInt8(ascii: "{"), event.data.last == UInt8(ascii: "}"),
        event.data.count > 1,
        event.data.firstOffset(of: 0x0A, in: 0..<event.data.count) == nil
      else { throw EventLogError.malformed(id: event.id) }
      guard event.data.count <= limit else {
        throw EventLogError.tooLarge(id: event.id, bytes: event.data.count, limit: limit)
      }
      let hash = IdentifierIndex.hash(of: event.id)
      // Two ids may share a hash.
      if let first = inBatch[hash],
        let earlier = new[first...].firstIndex(where: { $0.id == event.id })
      {
        guard new[earlier] == event else {
          throw EventLogError.conflict(id: event.id, sequence: head + earlier + 1)
        }
        continue
      }
      if let earlier = try recorded(event.id, hash) {
        guard event.says(earlier) else {
          throw EventLogError.conflict(id: event.id, sequence: earlier.sequence)
        }
        continue
      }
      if inBatch[hash] == nil { inBatch[hash] = new.count }
      new.append(event)
      hashes.append(hash)
    }
  }
}

extension Event {
  /// Whether a recorded event says the same: type, subject, and data without the log's nonce; of data
  /// that were erased nothing more can be told.
  func says(_ recorded: RecordedEvent) -> Bool {
    let data = data.count > 2 ? [UInt8(ascii: ",")] + data.dropFirst() : [UInt8(ascii: "}")]
    let recordedData = recorded.data.dropFirst(LineEncoder.nonceWidth)
    return recorded.type == type && recorded.subject == subject
      && (recorded.redaction != nil || recordedData.elementsEqual(data))
  }
}
