import EventLog

extension LogExpectation {
  /// The data of just those events are erased that a redaction among them names; or, where these are
  /// not all, one behind them: `DURABLE`, which says how many they are, may lag after a power cut.
  func checkErasures(_ events: [RecordedEvent], isWhole: Bool) throws {
    var named: [Int: Int] = [:]
    for event in events {
      for sequence in erasures[event.id] ?? [] where named[sequence] == nil {
        named[sequence] = event.sequence
      }
    }
    for event in events where event.redaction != named[event.sequence] {
      if !isWhole, named[event.sequence] == nil, let redaction = event.redaction,
        redaction > events.count, erasures.values.contains(where: { $0.contains(event.sequence) })
      {
        continue
      }
      throw Violation(
        "\(event.id) is erased by \(event.redaction ?? 0), not by \(named[event.sequence] ?? 0)")
    }
  }

  /// No file of the log holds what was erased, once a writer has opened it.
  static func checkFiles(_ disk: SimulatedDisk, without erased: [String]) throws {
    guard !erased.isEmpty else { return }
    for folder in [directory, "/data/store/quarantine"] {
      for name in try disk.names(in: folder) {
        let bytes = disk.bytes(of: "\(folder)/\(name)")
        for id in erased where bytes.contains(Event.words(of: id).utf8) {
          throw Violation("\(name) holds what \(id) said, which was erased")
        }
      }
    }
  }
}

extension SimulatedDisk {
  /// What a file holds as the running processes see it; nothing for a folder.
  fileprivate func bytes(of path: String) -> [UInt8] {
    with { state in
      guard let node = state.storage.node(path), let file = state.storage.files[node] else {
        return []
      }
      return file.bytes
    }
  }
}
