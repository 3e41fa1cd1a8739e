/// What every log asks of the events of a batch, whatever it is made of.
struct EventBatch: Sendable {
  let events: [Event]
  /// The hashes of their ids.
  let hashes: [UInt64]

  /// Checks the events each by itself.
  ///
  /// - Parameters:
  ///   - events: What somebody wants to append.
  ///   - limit: The most bytes of data that an event may have.
  /// - Throws: ``EventLogError``.
  init(_ events: [Event], limit: Int) throws(EventLogError) {
    for event in events {
      guard event.data.first == UInt8(ascii: "{"), event.data.last == UInt8(ascii: "}"),
        event.data.count > 1,
        event.data.firstOffset(of: 0x0A, in: 0..<event.data.count) == nil
      else { throw EventLogError.malformed(id: event.id) }
      guard event.data.count <= limit else {
        throw EventLogError.tooLarge(id: event.id, bytes: event.data.count, limit: limit)
      }
    }
    self.events = events
    hashes = events.map { IdentifierIndex.hash(of: $0.id) }
  }

  /// The indices of the events that the log does not have.
  ///
  /// - Parameters:
  ///   - head: The number of the log's last event.
  ///   - recorded: Finds the event that the log has with an id.
  /// - Returns: In order; of events that are in the batch twice, the first.
  /// - Throws: ``EventLogError``; nothing of the batch may then be appended.
  func indicesOfNew(
    after head: Int, recorded: (_ id: String, _ hash: UInt64) throws -> RecordedEvent?
  ) throws -> [Int] {
    var new: [Int] = []
    new.reserveCapacity(events.count)
    // By hash, the first in `new`: two ids may share a hash.
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(events.count)
    for (index, (event, hash)) in zip(events, hashes).enumerated() {
      if let first = places[hash],
        let place = new[first...].firstIndex(where: { events[$0].id == event.id })
      {
        guard events[new[place]] == event else {
          throw EventLogError.conflict(id: event.id, sequence: head + place + 1)
        }
        continue
      }
      if let earlier = try recorded(event.id, hash) {
        guard event.says(earlier) else {
          throw EventLogError.conflict(id: event.id, sequence: earlier.sequence)
        }
        continue
      }
      if places[hash] == nil { places[hash] = new.count }
      new.append(index)
    }
    return new
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
