import EventLog
import Foundation
import JSONBytes
import Testing

/// What any log must do, whatever it is made of: these tests know the protocols only.
@Suite struct LogContractTests {
  @Test(arguments: LogKind.allCases)
  func `what was appended is read back in order`(_ kind: LogKind) throws {
    let log = kind.make()
    do {
      let writer = try log.writer()
      try writer.append(LogFixture.events(1...3))
      try writer.append(LogFixture.events(4...7))
      #expect(writer.head.sequence == 7)
      #expect(writer.durable == writer.head)
    }
    let events = try log.events()
    #expect(events.map(\.sequence) == Array(1...7))
    #expect(events.map(\.id) == (1...7).map { "subject-\($0).1" })
    #expect(events[4].subject == "subject-5")
    #expect(String(decoding: events[4].data, as: UTF8.self).hasSuffix(#","title":"Number 5"}"#))
    #expect(try log.reader().head == events[6].position)
  }

  @Test(arguments: LogKind.allCases)
  func `a log that was never written is empty`(_ kind: LogKind) throws {
    let log = kind.make()
    #expect(try log.reader().head == .start)
    #expect(try log.events().isEmpty)
    #expect(try log.reader().hash(at: 0) == .zero)
    #expect(try log.reader().hash(at: 1) == nil)
  }

  @Test(arguments: LogKind.allCases)
  func `reading begins anywhere and hands on whole batches`(_ kind: LogKind) throws {
    let log = kind.make()
    try log.writer().append(LogFixture.events(1...10))
    for after in 0...11 {
      for size in [1, 3, 10, 50] {
        var batches: [[Int]] = []
        try log.reader().forEachBatch(after: after, size: size) {
          batches.append($0.map(\.sequence))
        }
        #expect(batches.flatMap(\.self) == Array(1...10).filter { $0 > after })
        #expect(batches.dropLast().allSatisfy { $0.count == size }, "after \(after), \(size)")
        #expect(batches.allSatisfy { !$0.isEmpty && $0.count <= size }, "after \(after), \(size)")
      }
    }
  }

  @Test(arguments: LogKind.allCases)
  func `every event is found by its place, and has a hash of its own`(_ kind: LogKind) throws {
    let log = kind.make()
    try log.writer().append(LogFixture.events(1...20))
    let events = try log.events()
    for event in events { #expect(try log.reader().hash(at: event.sequence) == event.hash) }
    #expect(Set(events.map(\.hash)).count == 20)
    #expect(try log.reader().hash(at: 21) == nil)
  }

  @Test(arguments: LogKind.allCases)
  func `the same event twice is one event`(_ kind: LogKind) throws {
    let log = kind.make()
    let writer = try log.writer()
    try writer.append(LogFixture.events(1...3))
    #expect(try writer.append(LogFixture.events(2...4)).count == 1)
    #expect(try writer.append([LogFixture.event(5), LogFixture.event(5)]).count == 1)
    #expect(try log.events().count == 5)
  }

  @Test(arguments: LogKind.allCases)
  func `the same id with other data refuses the batch and changes nothing`(
    _ kind: LogKind
  ) throws {
    let log = kind.make()
    let writer = try log.writer()
    try writer.append(LogFixture.events(1...3))
    let other = LogFixture.event(2, data: #"{"title":"Other"}"#)
    #expect(throws: EventLogError.conflict(id: "subject-2.1", sequence: 2)) {
      try writer.append([LogFixture.event(9), other])
    }
    #expect(throws: EventLogError.conflict(id: "subject-8.1", sequence: 4)) {
      try writer.append([LogFixture.event(8), LogFixture.event(8, data: "{}")])
    }
    #expect(writer.head.sequence == 3)
    try writer.append([LogFixture.event(4)])
    #expect(try log.events().count == 4)
  }

  @Test(arguments: LogKind.allCases, ["", "[]", "x", "{", "{\n}", "{\"a\":1"])
  func `data that are no object on one line are refused`(_ kind: LogKind, _ data: String) throws {
    let log = kind.make()
    let writer = try log.writer()
    #expect(throws: EventLogError.malformed(id: "subject-1.1")) {
      try writer.append([LogFixture.event(1, data: data)])
    }
    #expect(try log.events().isEmpty)
  }

  @Test(arguments: LogKind.allCases)
  func `an unexpected head is refused`(_ kind: LogKind) throws {
    let log = kind.make()
    let writer = try log.writer()
    try writer.append(LogFixture.events(1...2), expecting: .head(0))
    #expect(throws: EventLogError.unexpectedHead(expected: 1, actual: 2)) {
      try writer.append([LogFixture.event(3)], expecting: .head(1))
    }
    // The writer's own head counts, what it has not committed yet included.
    try writer.write([LogFixture.event(3)], expecting: .head(2))
    try writer.append([LogFixture.event(4)], expecting: .head(3))
    #expect(try log.events().count == 4)
  }

  @Test(arguments: LogKind.allCases)
  func `time never goes back although the clock does`(_ kind: LogKind) throws {
    let log = kind.make(clock: [2_000, 1_000, 3_000])
    for number in 1...3 { try log.writer().append([LogFixture.event(number)]) }
    #expect(try log.events().map(\.time.milliseconds) == [2_000, 2_000, 3_000])
  }

  @Test(arguments: LogKind.allCases)
  func `a second writer is refused until the first is gone`(_ kind: LogKind) throws {
    let log = kind.make()
    var first: (any EventAppending)? = try log.writer()
    try first?.append([LogFixture.event(1)])
    #expect(throws: EventLogError.self) { try log.writer() }
    first = nil
    try log.writer().append([LogFixture.event(2)])
    #expect(try log.events().count == 2)
  }

  @Test(arguments: LogKind.allCases)
  func `a reader sees what was committed and no more`(_ kind: LogKind) throws {
    let log = kind.make()
    let writer = try log.writer()
    try writer.append(LogFixture.events(1...2))
    try writer.write(LogFixture.events(3...5))
    let before = try log.reader()
    #expect(try log.events().count == 2)
    try writer.commit()
    #expect(try log.events().count == 5)
    #expect(before.head.sequence == 2)
  }

  @Test(arguments: LogKind.allCases)
  func `events are found again by the next writer`(_ kind: LogKind) throws {
    let log = kind.make()
    do { try log.writer().append(LogFixture.events(1...5)) }
    #expect(try log.writer().append(LogFixture.events(1...6)).count == 1)
  }

  @Test(arguments: LogKind.allCases, [0, 4])
  func `a follower is handed each event once, those that come included`(
    _ kind: LogKind, _ after: Int
  ) throws {
    let log = kind.make()
    try log.writer().append(LogFixture.events(1...5))
    let follower = try log.follower(after: after)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      #expect(throws: Never.self) {
        let writer = try log.writer()
        for number in 6...30 {
          try writer.write([LogFixture.event(number)])
          if number % 3 == 0 { try writer.commit() }
        }
      }
      done.signal()
    }
    thread.start()
    var sequences: [Int] = []
    try follower.follow(batches: 4) { batch in
      #expect(batch.count <= 4)
      sequences += batch.map(\.sequence)
      if sequences.last == 30 { follower.cancel() }
    }
    done.wait()
    #expect(sequences == Array(after + 1...30))
  }

  @Test(
    arguments: LogKind.allCases, ["quote \" and \\ slash", "line\u{2028}", "ünï 漢字 🏥", "tab\t"])
  func `header fields may hold any character`(_ kind: LogKind, _ text: String) throws {
    let log = kind.make()
    let event = Event(id: text, source: text, type: text, subject: text, data: Array("{}".utf8))
    do {
      let writer = try log.writer()
      try writer.append([event])
      #expect(try writer.append([event]).count == 0)
    }
    let recorded = try #require(try log.events().first)
    #expect([recorded.id, recorded.source, recorded.type] == [text, text, text])
    #expect(recorded.subject == text)
  }
}
