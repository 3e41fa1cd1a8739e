import Announcements
import JSONBytes

/// A field of an announcement that today's parser reads otherwise.
public struct ReparseDifference: Hashable, Sendable {
  /// The announcement.
  public var id: String
  /// Such as `title`; `entry` where today's parser finds none at all.
  public var field: String
  /// As the log has it; nil where it has none.
  public var before: String?
  public var after: String?

  /// The fields in which two readings of an entry differ.
  static func between(
    _ before: ReceivedEntry, _ after: ReceivedEntry, of id: AnnouncementID
  ) -> [ReparseDifference] {
    zip(before.comparedFields, after.comparedFields).compactMap { before, after in
      before.value == after.value
        ? nil
        : ReparseDifference(
          id: id.rawValue, field: before.name, before: before.value, after: after.value)
    }
  }
}

extension ReceivedEntry {
  /// Everything but the characters as received, as text.
  fileprivate var comparedFields: [(name: String, value: String?)] {
    [
      ("guid", guid), ("title", title), ("link", link), ("published", published?.description),
      ("updated", updated?.description), ("authors", Self.joined(authors)),
      ("categories", Self.joined(categories)), ("language", language), ("rights", rights),
      ("publisher", publisher),
      (
        "enclosures",
        Self.joined(
          enclosures.map { "\($0.url) \($0.type ?? "-") \($0.length.map(String.init) ?? "-")" })
      ), ("summary", summary), ("text", text),
    ]
  }

  private static func joined(_ list: [String]) -> String? {
    list.isEmpty ? nil : list.joined(separator: "; ")
  }
}

extension DateClaim {
  fileprivate var description: String {
    "\(time?.rfc3339 ?? "unreadable") from \"\(raw)\" (\(source.rawValue))"
  }
}
