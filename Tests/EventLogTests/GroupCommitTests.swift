import EventLog
import Foundation
import Testing

@Suite struct GroupCommitTests {
  @Test func `what many tasks append stands there once, in each one's order`()
    async throws
  {
    let fixture = LogFixture()
    let group = GroupCommit(try fixture.writer(segmentLimit: 20_000))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for task in 0..<16 {
        tasks.addTask {
          for number in 0..<20 {
            try await group.append([LogFixture.event(task * 100 + number)])
            let seen = try fixture.read().map(\.id)
            #expect(seen.contains("subject-\(task * 100 + number).1"), "acknowledged and not there")
          }
        }
      }
      try await tasks.waitForAll()
    }
    let ids = try fixture.read().map(\.id)
    #expect(ids.count == 320)
    #expect(Set(ids).count == 320)
    for task in 0..<16 {
      let own = (0..<20).map { "subject-\(task * 100 + $0).1" }
      #expect(ids.filter(Set(own).contains) == own)
    }
    #expect(try LogReader.verify(fixture.log).problems.isEmpty)
  }

  @Test func `an event that somebody else appends is waited for, not doubled`() async throws {
    let fixture = LogFixture()
    let group = GroupCommit(try fixture.writer())
    let new = try await withThrowingTaskGroup(of: Int.self) { tasks in
      for _ in 0..<8 { tasks.addTask { try await group.append(LogFixture.events(1...5)).count } }
      return try await tasks.reduce(0, +)
    }
    #expect(new == 5)
    #expect(try fixture.read().count == 5)
  }

  @Test func `a refused batch fails alone`() async throws {
    let fixture = LogFixture()
    let group = GroupCommit(try fixture.writer())
    try await group.append([LogFixture.event(1)])
    await #expect(throws: EventLogError.self) {
      try await group.append([LogFixture.event(1, data: #"{"title":"Other"}"#)])
    }
    await #expect(throws: EventLogError.self) {
      try await group.append([LogFixture.event(2)], expecting: .head(7))
    }
    try await group.append([LogFixture.event(2)], expecting: .head(1))
    #expect(await group.head.sequence == 2)
  }

  @Test func `what a failed sync has cut off is not acknowledged by an earlier one`() throws {
    let fixture = LogFixture()
    let writer = try fixture.writer()
    try writer.append([LogFixture.event(1)])
    try writer.write([LogFixture.event(2)], expecting: .any)
    let earlier = try writer.beginCommit()
    try writer.write([LogFixture.event(3)], expecting: .any)
    let later = try writer.beginCommit()
    #expect(throws: SystemError.self) {
      try writer.endCommit(
        later, .failure(SystemError(operation: "fdatasync", path: "segment", code: 5)))
    }
    #expect(throws: EventLogError.self) { try writer.endCommit(earlier, .success(())) }
    #expect(writer.durable.sequence == 1)
    #expect(try fixture.read().count == 1)
  }

  @Test func `after a failed sync every append fails, until the log is reopened`() async throws {
    let fixture = LogFixture()
    let disk = FailingDisk(failingSync: 3)
    do {
      let group = GroupCommit(try fixture.writer(disk: disk))
      var acknowledged = 0
      for number in 1...6 {
        do {
          try await group.append([LogFixture.event(number)])
          acknowledged += 1
        } catch {}  // counted by what was acknowledged
      }
      #expect(acknowledged == 2)
    }
    let before = try fixture.read().count
    #expect(before >= 2)
    let writer = try fixture.writer()
    #expect(writer.head.sequence == before)
    #expect(try writer.append(LogFixture.events(1...6)).count == 6 - before)
    #expect(try LogReader.verify(fixture.log).problems.isEmpty)
  }
}
