/// What was cut off when a log was opened after a crash.
public struct RecoveryReport: Hashable, Sendable, CustomStringConvertible {
  /// The segment that had a torn tail.
  public var file: String
  /// From which byte on it was torn.
  public var offset: Int
  /// How many bytes were cut off; nobody had been told that they were kept.
  public var bytes: Int
  /// The last event that stands.
  public var lastSequence: Int
  /// Where the cut-off bytes lie now.
  public var quarantine: String

  public var description: String {
    "recovered: \(bytes) bytes of an unfinished write were cut off \(file) at byte \(offset)"
      + " and kept as \(quarantine); the log stands at event \(lastSequence)"
  }
}

extension OpenedLog {
  /// Cuts off a torn tail, after copying it into quarantine; what was durable is untouched.
  ///
  /// - Returns: Nil where there was nothing to cut off.
  mutating func cutOffTornTail(_ layout: LogLayout) throws -> RecoveryReport? {
    guard damage != nil else { return nil }
    let disk = layout.disk
    let segment = try disk.open(layout.segment(active), .readWrite)
    var tail: [UInt8] = []
    _ = try segment.read(segment.size() - end, at: end, appendingTo: &tail)
    try disk.createSubfolder(layout.quarantine)
    // Whoever created it may have been killed before its name was on disk.
    try disk.syncFolder(Path.parent(of: layout.quarantine))
    let name = "\(layout.quarantine)/\(LogLayout.padded(active)).from-\(end)"
    var path = "\(name).torn"
    var number = 1
    let taken = Set(try disk.names(in: layout.quarantine).map { "\(layout.quarantine)/\($0)" })
    while taken.contains(path) {  // an earlier crash at the same place is kept too
      number += 1
      path = "\(name).\(number).torn"
    }
    try disk.writeAtomically(tail, to: path)
    try segment.truncate(to: end)
    try segment.sync()
    damage = nil
    return RecoveryReport(
      file: layout.segment(active), offset: end, bytes: tail.count, lastSequence: head.sequence,
      quarantine: path)
  }
}
