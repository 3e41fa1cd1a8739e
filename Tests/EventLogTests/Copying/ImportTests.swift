import EventLog
import Foundation
import Testing

@Suite struct ImportTests {
  private static func imported(
    _ lines: [[UInt8]], into fixture: LogFixture, limit: Int = 2_000
  ) throws -> LogImport.Report {
    var options = LogWriter.Options()
    options.segmentLimit = limit
    return try LogImport.run(into: fixture.log, options, from: LogFixture.input(lines))
  }

  @Test func `every prefix of a log is imported as it is`() throws {
    let lines = try LogFixture.segmented().lines()
    for count in 0...lines.count {
      let fixture = LogFixture()
      let report = try Self.imported(Array(lines.prefix(count)), into: fixture)
      #expect(report.added == count && report.present == 0)
      #expect(try fixture.lines() == Array(lines.prefix(count)), "\(count) lines")
      #expect(try fixture.verified().problems.isEmpty, "\(count) lines")
      #expect(try fixture.writer(segmentLimit: 2_000).head == report.head)
    }
  }

  @Test func `a log of many segments is the same file by file`() throws {
    let original = try LogFixture.segmented()
    let fixture = LogFixture()
    _ = try Self.imported(try original.lines(), into: fixture)
    #expect(try fixture.files() == original.files())
    try fixture.writer(segmentLimit: 2_000).append([LogFixture.event(99)])
    #expect(try fixture.read().count == 15)
  }

  @Test func `a log that has a part of it gets the rest`() throws {
    let original = try LogFixture.segmented()
    let lines = try original.lines()
    for count in 0...lines.count {
      let fixture = LogFixture()
      _ = try Self.imported(Array(lines.prefix(count)), into: fixture)
      for from in 0...count {
        let copy = LogFixture()
        try copy.take(fixture)
        let report = try Self.imported(Array(lines.dropFirst(from)), into: copy)
        #expect(report.present == count - from && report.added == lines.count - count)
        #expect(try copy.files() == original.files(), "\(count) lines and those from \(from)")
        #expect(try copy.verified().problems.isEmpty)
      }
    }
  }

  @Test func `an imported event is not appended again`() throws {
    let fixture = LogFixture()
    _ = try Self.imported(try LogFixture.segmented().lines(), into: fixture)
    #expect(
      try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(1...14)).count == 0)
  }

  @Test func `another history is refused with the first event that differs`() throws {
    let fixture = try LogFixture.segmented(1...6)
    let other = LogFixture()
    let lines = try fixture.lines()
    _ = try Self.imported(Array(lines.prefix(3)), into: other)
    try other.writer(segmentLimit: 2_000).append(LogFixture.events(50...58))
    let before = try fixture.files()
    let (ours, theirs) = (try fixture.read()[3].hash, try other.read()[3].hash)
    #expect(throws: ImportError.divergence(sequence: 4, log: ours, input: theirs)) {
      try Self.imported(try other.lines(), into: fixture)
    }
    #expect(throws: ImportError.divergence(sequence: 4, log: ours, input: theirs)) {
      try Self.imported(try other.lines(after: 4), into: fixture)
    }
    #expect(try fixture.files() == before)
  }

  @Test func `a gap is refused`() throws {
    let lines = try LogFixture.segmented().lines()
    let fixture = LogFixture()
    #expect(throws: ImportError.gap(first: 3, head: 0)) {
      try Self.imported(Array(lines.dropFirst(2)), into: fixture)
    }
  }

  @Test(arguments: [true, false])
  func `bad input is refused whole, wherever it is bad`(_ hasPart: Bool) throws {
    let original = try LogFixture.segmented()
    let lines = try original.lines()
    let fixture = hasPart ? try LogFixture.segmented(1...2) : LogFixture()
    if hasPart {
      try FileManager.default.removeItem(atPath: fixture.store)
      _ = try Self.imported(Array(lines.prefix(5)), into: fixture)
    } else {
      _ = try fixture.writer()
    }
    let before = try fixture.files()
    for index in lines.indices.dropLast() {
      var bad: [String: [[UInt8]]] = [:]
      bad["flipped"] = lines
      bad["flipped"]?[index][40] ^= 0x01
      bad["forged data"] = lines
      bad["forged data"]?[index] = LogFixture.forged(lines[index], "Number", "Lumber")
      bad["forged source"] = lines
      bad["forged source"]?[index] = LogFixture.forged(lines[index], "example.org", "example.com")
      bad["deleted"] = lines
      bad["deleted"]?.remove(at: index)
      bad["swapped"] = lines
      bad["swapped"]?.swapAt(index, index + 1)
      bad["doubled"] = lines
      bad["doubled"]?.insert(lines[index], at: index)
      bad["no log"] = lines
      bad["no log"]?.insert(Array("{}\n".utf8), at: index)
      bad["cut off"] = lines
      bad["cut off"]?[lines.count - 1].removeLast(1 + index)
      for (name, input) in bad where !(name == "deleted" && index == 0 && hasPart) {
        #expect(throws: ImportError.self, "\(name) \(index)") {
          try Self.imported(input, into: fixture)
        }
        #expect(try fixture.files() == before, "\(name) \(index)")
      }
    }
    _ = try Self.imported(lines, into: fixture)
    #expect(try fixture.files() == original.files())
  }

  @Test func `an id that stands twice is refused`() throws {
    for distance in [1, 9] {
      let lines = try LogFixture.segmented(1...distance).lines()
      let fixture = LogFixture()
      _ = try Self.imported(lines, into: fixture)
      // A log that does not know its first event appends it once more.
      let other = LogFixture()
      try other.take(fixture)
      let id = "subject-\(distance + 1).1"
      try other.writer(segmentLimit: 2_000).append([LogFixture.event(distance + 1)])
      var doubled = try other.lines()
      doubled[distance] = LogFixture.forged(doubled[distance], id, "subject-1.1")
      #expect(
        throws: ImportError.badLine(
          number: distance + 1, offset: doubled.prefix(distance).joined().count,
          sequence: distance + 1, problem: .duplicate)
      ) { try Self.imported(doubled, into: LogFixture()) }
    }
  }
}
