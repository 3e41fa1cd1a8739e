/// Entries that are decided, appended and projected at once: bounded in number and bytes.
struct EntryBatch {
  private(set) var entries: [FingerprintedEntry] = []
  private var bytes = 0
  private let limits: IngestLimits

  init(_ limits: IngestLimits) {
    self.limits = limits
  }

  /// Whether they must be stored before more are taken.
  var isFull: Bool { entries.count >= limits.batchEntries || bytes >= limits.entryBatch }

  mutating func append(_ entry: FingerprintedEntry) {
    entries.append(entry)
    bytes += entry.entry.byteCount
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    bytes = 0
  }
}
