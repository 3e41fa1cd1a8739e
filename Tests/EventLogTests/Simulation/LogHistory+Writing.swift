import EventLog

extension LogHistory {
  func write(commits: Bool) throws {
    guard let writer else { return }
    var batch: [Event] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      if let old = expectation.attempted.keys.sorted().randomElement(using: &random),
        let event = expectation.attempted[old], random.chance(0.15), !event.isRedaction
      {
        batch.append(event)
        continue
      }
      count += 1
      batch.append(.simulated("event-\(count)", bytes: Int.random(in: 0...300, using: &random)))
    }
    for event in batch { expectation.attempted[event.id] = event }
    var known = Set(written)
    let new = batch.map(\.id).filter { known.insert($0).inserted }
    let head = written.count
    let expected: ExpectedHead = random.chance(0.3) ? .head(head) : .any
    let result = Result { () throws -> Int in
      let count = try writer.write(batch, expecting: expected).count
      if commits { try writer.commit() }
      return count
    }
    written += new.prefix(writer.head.sequence - head)
    try expectation.promise(written.prefix(writer.durable.sequence), head: writer.durable)
    guard try result.get() == new.count else { throw Violation("new events were passed over") }
  }

  func commit() throws {
    guard let writer else { return }
    try writer.commit()
    try expectation.promise(written, head: writer.durable)
  }

  func conflict() throws {
    guard let writer, let id = written.randomElement(using: &random) else { return }
    var event = Event.simulated("unwritten", bytes: 0)
    event.id = id
    do {
      try writer.append([event])
      throw Violation("\(id) was written twice")
    } catch EventLogError.conflict {}
  }
}
