import Announcements

/// Events that were decided and are not in the log yet, and what is known with them.
struct DecidedEvents {
  private(set) var events: [AnnouncementEvent] = []
  private(set) var known: Overlay

  /// Begins without an event.
  init(over base: any Knowledge) {
    known = Overlay(over: base)
  }

  mutating func add(_ event: AnnouncementEvent) throws {
    events.append(event)
    try known.evolve(with: event)
  }
}
