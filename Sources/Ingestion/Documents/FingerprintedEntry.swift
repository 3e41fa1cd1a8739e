import Announcements

/// An entry with the fingerprint of its content, which may be taken on any core.
struct FingerprintedEntry: Sendable {
  var entry: ReceivedEntry
  var content: String

  init(_ entry: ReceivedEntry, by decider: Decider) {
    self.entry = entry
    content = decider.fingerprint(of: entry)
  }
}
