import Projections

/// What partners and topics are called.
struct TargetNames {
  private let partners: [String: String]
  private let topics: [String: String]

  init(_ reader: IndexReader) throws {
    partners = try reader.partnerNames()
    topics = try reader.topicNames()
  }

  func partner(_ id: String) -> String { partners[id].map { "\($0) (\(id))" } ?? id }

  func topic(_ id: String) -> String { topics[id].map { "\($0) (\(id))" } ?? id }
}
