/// A batch of events as lines of the log, as far as they can be written before their places are
/// known.
///
/// Making it is most of the work of an append and needs no log: whoever shares one does it while
/// another's lines are written and synced.
struct LineBatch: Sendable {
  let events: EventBatch
  /// Where each line stands in ``bytes``, and the hash of its event's id.
  private(set) var lines: [(draft: LineEncoder.Draft, identifier: UInt64)] = []
  private(set) var bytes: [UInt8] = []

  /// Encodes events.
  ///
  /// - Parameters:
  ///   - events: What somebody wants to append.
  ///   - limit: The most bytes of data that an event may have.
  /// - Throws: ``EventLogError``.
  init(_ events: [Event], limit: Int) throws(EventLogError) {
    self.events = try EventBatch(events, limit: limit)
    bytes.reserveCapacity(events.reduce(0) { $0 + $1.data.count + 640 })
    lines.reserveCapacity(events.count)
    var nonces = RandomWords(count: 2 * events.count)
    for (event, hash) in zip(events, self.events.hashes) {
      let nonce = LineEncoder.Nonce(first: nonces.next(), second: nonces.next())
      lines.append((LineEncoder.draft(event, nonce, to: &bytes), hash))
    }
  }

  /// Leaves out all lines but those of the events with these indices, which are in order.
  mutating func keep(_ indices: [Int]) {
    guard indices.count < lines.count else { return }
    let (lines, bytes) = (lines, bytes)
    self.lines.removeAll(keepingCapacity: true)
    self.bytes.removeAll(keepingCapacity: true)
    for (draft, hash) in indices.map({ lines[$0] }) {
      self.lines.append((draft.moved(to: self.bytes.count), hash))
      self.bytes += bytes[draft.range]
    }
  }

  /// Fills in what depends on a line's place, and returns its place in the chain.
  mutating func complete(
    _ draft: LineEncoder.Draft, _ context: LineEncoder.Context
  ) -> EventHash {
    LineEncoder.complete(draft, context, in: &bytes)
  }
}
