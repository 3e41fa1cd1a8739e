extension AnnouncementEvent {
  /// The event's id in the log: the same fact has the same id on every machine.
  ///
  /// - Published and revised: the announcement's id, a dot, the revision.
  /// - Withdrawn: the announcement's id, `.w`, the last revision.
  /// - Redacted: the announcement's id and `.redacted`.
  /// - Retrieved, policy changed: base32 of the hash over the type, the feed, what the event says
  ///   (the document's hash; the reason) and how many such events the feed had before.
  public func id(_ hashing: Hashing) -> String {
    switch self {
    case .published(let revision), .revised(let revision):
      return "\(revision.announcement).\(revision.number)"
    case .withdrawn(let withdrawal):
      return "\(withdrawal.announcement).w\(withdrawal.revision)"
    case .redacted(let redaction): return "\(redaction.announcement).redacted"
    case .feedRetrieved(let retrieval):
      return hashing.identifier(of: [
        type.rawValue, feed.rawValue, retrieval.document, String(retrieval.ordinal),
      ])
    case .feedPolicyChanged(let change):
      return hashing.identifier(of: [
        type.rawValue, feed.rawValue, change.reason.rawValue, String(change.ordinal),
      ])
    }
  }
}
