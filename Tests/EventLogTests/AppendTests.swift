import EventLog
import Foundation
import JSONBytes
import Testing

@Suite struct AppendTests {
  let fixture = LogFixture()

  @Test func `what was appended is read back in order`() throws {
    do {
      let writer = try fixture.writer()
      try writer.append(LogFixture.events(1...3))
      try writer.append(LogFixture.events(4...7))
      #expect(writer.head.sequence == 7)
      #expect(writer.durable == writer.head)
    }
    let events = try fixture.read()
    #expect(events.map(\.sequence) == Array(1...7))
    #expect(events.map(\.id) == (1...7).map { "subject-\($0).1" })
    #expect(events[4].subject == "subject-5")
    #expect(String(decoding: events[4].data, as: UTF8.self).hasSuffix(#","title":"Number 5"}"#))
    #expect(try LogReader(fixture.log).head.sequence == 7)
  }

  @Test func `an empty folder is an empty log`() throws {
    let reader = try LogReader(fixture.log)
    #expect(reader.head == .start)
    #expect(try fixture.read().isEmpty)
    #expect(try LogReader.verify(fixture.log).problems.isEmpty)
  }

  @Test func `the same event twice is one event`() throws {
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...3))
    #expect(try writer.append(LogFixture.events(2...4)).count == 1)
    #expect(try writer.append([LogFixture.event(5), LogFixture.event(5)]).count == 1)
    #expect(writer.head.sequence == 5)
  }

  @Test func `the same id with other data refuses the batch and changes nothing`() throws {
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...3))
    #expect(throws: EventLogError.conflict(id: "subject-2.1", sequence: 2)) {
      try writer.append([LogFixture.event(9), LogFixture.event(2, data: #"{"title":"Other"}"#)])
    }
    #expect(writer.head.sequence == 3)
    try writer.append([LogFixture.event(4)])
    #expect(try fixture.read().count == 4)
  }

  @Test(arguments: ["", "[]", "x", "{\n}", "{\"a\":1"])
  func `data that are no object on one line are refused`(_ data: String) throws {
    let writer = try fixture.writer()
    #expect(throws: EventLogError.malformed(id: "subject-1.1")) {
      try writer.append([LogFixture.event(1, data: data)])
    }
  }

  @Test func `an unexpected head is refused`() throws {
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...2), expecting: .head(0))
    #expect(throws: EventLogError.unexpectedHead(expected: 1, actual: 2)) {
      try writer.append([LogFixture.event(3)], expecting: .head(1))
    }
  }

  @Test func `time never goes back although the clock does`() throws {
    do { try fixture.writer(now: 2_000).append([LogFixture.event(1)]) }
    do { try fixture.writer(now: 1_000).append([LogFixture.event(2)]) }
    #expect(try fixture.read().map(\.time.milliseconds) == [2_000, 2_000])
    #expect(try LogReader.verify(fixture.log).problems.isEmpty)
  }

  @Test func `a second writer is refused until the first is gone`() throws {
    var first: LogWriter? = try fixture.writer()
    try first?.append([LogFixture.event(1)])
    #expect(throws: EventLogError.self) { try fixture.writer() }
    first = nil
    try fixture.writer().append([LogFixture.event(2)])
    #expect(try fixture.read().count == 2)
  }

  @Test func `a reader beside a writer sees what was committed and no more`() throws {
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...2))
    try writer.write(LogFixture.events(3...5))
    #expect(try fixture.read().count == 2)
    try writer.commit()
    #expect(try fixture.read().count == 5)
  }

  @Test func `events are found again after the log is reopened`() throws {
    do { try fixture.writer().append(LogFixture.events(1...5)) }
    let writer = try fixture.writer()
    #expect(try writer.append(LogFixture.events(1...6)).count == 1)
  }

  @Test(arguments: ["quote \" and \\ slash", "line\u{2028}", "ünï 漢字 🏥", "tab\t"])
  func `header fields may hold any character`(_ text: String) throws {
    let event = Event(id: text, source: text, type: text, subject: text, data: Array("{}".utf8))
    do {
      let writer = try fixture.writer()
      try writer.append([event])
      #expect(try writer.append([event]).count == 0)
    }
    let recorded = try #require(try fixture.read().first)
    #expect([recorded.id, recorded.source, recorded.type] == [text, text, text])
    #expect(recorded.subject == text)
  }
}
