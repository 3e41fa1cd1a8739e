import EventLog
import Foundation
import Synchronization
import Testing

@Suite struct VerificationTests {
  private let fixture = LogFixture()

  private func write(_ numbers: ClosedRange<Int>, now: Int64 = 1_700_000_000_000) throws {
    try fixture.writer(segmentLimit: 4_000, now: now).append(LogFixture.events(numbers))
  }

  private func files(_ folder: String, _ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }
      .sorted().map { "\(folder)/\($0)" }
  }

  private func lines(of path: String) throws -> [[UInt8]] {
    try fixture.bytes(of: path).split(separator: 0x0A).map { $0 + [0x0A] }
  }

  @Test func `a sound log has its figures, its places and its ids`() throws {
    for start in stride(from: 1, to: 240, by: 7) { try write(start...start + 6) }
    let verification = try LogReader.verify(fixture.log)
    #expect(verification.problems.isEmpty)
    #expect(verification.notes.isEmpty, "runs that were merged hold what the segments hold")
    #expect(verification.statistics == (try LogReader(fixture.log).statistics()))
  }

  @Test func `every run of damaged lines is a problem of its own`() throws {
    try write(1...40)
    let segments = try files(fixture.log, ".jsonl")
    var expected: [String] = []
    for segment in segments.dropFirst().dropLast() {
      var lines = try lines(of: segment)
      try #require(lines.count > 5)
      for line in [0, 1, 3] { lines[line][50] ^= 0x01 }
      try fixture.write(Array(lines.joined()), to: segment)
      let third = lines[..<3].reduce(0) { $0 + $1.count }
      expected += ["\(segment) 0", "\(segment) \(third)"]
    }
    let problems = try LogReader.verify(fixture.log).problems
    #expect(problems.map { "\($0.file) \($0.offset)" } == expected)
    #expect(problems.map(\.missing?.count) == Array([[2, 1]].joined()).cycled(expected.count))
    #expect(problems.allSatisfy { $0.problem == .checksum })
  }

  @Test func `a segment of another log is found at its place in the chain`() throws {
    let other = LogFixture()
    try write(1...40)
    try other.writer(segmentLimit: 4_000).append(LogFixture.events(1...40))
    let name = try #require(try files(fixture.log, ".jsonl").dropFirst(2).first)
    let foreign = "\(other.log)/\(name.split(separator: "/").last ?? "")"
    for suffix in [".jsonl", ".seal"] {
      let path = foreign.replacing(".jsonl", with: suffix)
      try fixture.write(
        try fixture.bytes(of: path), to: name.replacing(".jsonl", with: suffix))
    }
    let problems = try LogReader.verify(fixture.log).problems
    #expect(problems.map(\.problem) == [.chain, .chain], "before it and behind it")
    #expect(problems.first?.file == name)
    #expect(problems.first?.offset == 0)
  }

  @Test func `data that do not match their hash are found although the checksum is right`() throws {
    try fixture.writer().append(LogFixture.events(1...3))
    var lines = try lines(of: fixture.segment)
    let text = String(decoding: lines[1], as: UTF8.self).replacing("Number 2", with: "Number 9")
    lines[1] = Checksum.renewed(Array(text.utf8))
    try fixture.write(Array(lines.joined()), to: fixture.segment)
    let problems = try LogReader.verify(fixture.log).problems
    #expect(problems.map(\.problem) == [.dataHash])
    #expect(problems.map(\.offset) == [lines[0].count])
    #expect(problems.map(\.sequence) == [2])
  }

  @Test func `an id that stands twice is found across segments, sealed or not`() throws {
    // Written by hand, line by line: the log itself does not let an id in twice.
    for (first, second) in [(2, 39), (2, 4), (1, 20)] {
      let forged = try ForgedLog(events: 40, segmentLimit: 4_000) { number in
        "subject-\(number == second ? first : number).1"
      }
      let problems = try LogReader.verify(forged.fixture.log).problems
      #expect(problems.map(\.problem) == [.duplicate], "\(first) and \(second)")
      #expect(problems.map(\.sequence) == [second], "\(first) and \(second)")
    }
  }

  @Test func `a damaged index is noted and no problem`() throws {
    try write(1...30)  // in fewer segments than become one run of ids
    let (ids, offsets) = ("\(fixture.log)/ids", "\(fixture.log)/offsets")
    for folder in [ids, offsets] {
      let file = try #require(try files(folder, "").dropFirst().first)
      let whole = try fixture.bytes(of: file)
      for index in [0, whole.count / 2, whole.count - 1] {
        var damaged = whole
        damaged[index] ^= 0x01
        try fixture.write(damaged, to: file)
        let verification = try LogReader.verify(fixture.log)
        #expect(verification.problems.isEmpty)
        #expect(verification.notes.count == 1, "\(file) \(index)")
        #expect(verification.notes.first?.hasPrefix("\(file) is damaged") == true)
      }
      try FileManager.default.removeItem(atPath: file)
      let notes = try LogReader.verify(fixture.log).notes
      #expect(notes.map { $0.hasPrefix("\(file) is missing") } == [true])
      _ = try fixture.writer(segmentLimit: 4_000)
      #expect(try LogReader.verify(fixture.log).notes.isEmpty)
      #expect(try fixture.bytes(of: file) == whole, "it was made anew")
    }
  }

  @Test func `a whole index of other ids is noted`() throws {
    let other = LogFixture()
    try write(1...40)
    try other.writer(segmentLimit: 4_000).append((1...40).map { LogFixture.event($0 + 100) })
    let file = try #require(try files("\(fixture.log)/ids", ".ids").first)
    let foreign = try #require(try files("\(other.log)/ids", ".ids").first)
    let bytes = try fixture.bytes(of: foreign)
    try #require(bytes.count == (try fixture.bytes(of: file)).count)
    try fixture.write(bytes, to: file)
    #expect(try LogReader.verify(fixture.log).notes.count == 1)
  }

  @Test func `a head that was noted is found as long as the log extends it`() throws {
    try write(1...20, now: 9_000)
    let noted = try fixture.read()
    try write(21...40, now: 10_000)
    for event in noted {
      let found = try LogReader.verify(fixture.log, lookingFor: event.hash).noted
      #expect(found?.sequence == event.sequence)
      #expect(found?.time == "1970-01-01T00:00:09.000Z")
    }
    #expect(try LogReader.verify(fixture.log, lookingFor: .zero).noted?.sequence == 0)
    let other = LogFixture()
    try other.writer().append(LogFixture.events(1...3))
    let foreign = try LogReader(other.log).head.hash
    #expect(try LogReader.verify(fixture.log, lookingFor: foreign).noted == nil)
  }

  @Test func `progress is told up to the last byte`() throws {
    try write(1...40)
    let told = Mutex<[(Int, Int)]>([])
    let total = try LogReader.verify(fixture.log) { done, total in
      told.withLock { $0.append((done, total)) }
    }.statistics.bytes
    #expect(told.withLock { $0.map(\.0).max() } == total)
    #expect(told.withLock { $0.allSatisfy { $0.1 == total } })
  }
}

extension [Int] {
  /// The elements over and over, `count` in all.
  fileprivate func cycled(_ count: Int) -> [Int?] { (0..<count).map { self[$0 % self.count] } }
}
