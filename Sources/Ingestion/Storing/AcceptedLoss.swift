import Announcements
public import EventLog
import JSONBytes
import Projections

/// A loss that a person has accepted: the live index had read an event that the log does not hold.
///
/// It stands in the log, so that nobody takes the log for one of which nothing was ever lost.
public struct AcceptedLoss: Hashable, Sendable {
  /// How far the index had read the log that is lost.
  public var checkpoint: LogPosition
  /// The last event of the log that there is.
  public var head: LogPosition

  static let type = "org.presslog.log.loss-accepted"

  /// The event that says so.
  var event: Event {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.field("sequence", checkpoint.sequence)
      writer.field("hash", checkpoint.hash.description)
      writer.object("head") { writer in
        writer.field("sequence", head.sequence)
        writer.field("hash", head.hash.description)
      }
    }
    let parts = [
      Self.type, String(checkpoint.sequence), checkpoint.hash.description, head.hash.description,
    ]
    return Event(
      id: Hashing.standard.identifier(of: parts), source: ".", type: Self.type, subject: nil,
      data: writer.bytes)
  }
}

extension Store {
  /// Records in the log that the index has read what the log does not hold, so that a rebuild may
  /// replace the index.
  ///
  /// - Parameter options: How the log is opened; its checkpoint is not looked at.
  /// - Returns: What was recorded; nil where nothing is lost.
  /// - Throws: `EventLogError`, `ProjectionError`, `SystemError`; a log that is itself damaged is
  ///   refused, because what it lacks may be put back.
  public func acceptLoss(_ options: LogWriter.Options) throws -> AcceptedLoss? {
    var options = options
    options.checkpoint = nil
    let writer = try LogWriter(logDirectory, options)
    guard let checkpoint = try index.checkpoint(),
      try log().hash(at: checkpoint.sequence) != checkpoint.hash
    else { return nil }
    let loss = AcceptedLoss(checkpoint: checkpoint, head: writer.head)
    try writer.append([loss.event])
    return loss
  }
}
