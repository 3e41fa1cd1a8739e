import EventLog
import Foundation
import Testing

@Suite struct LogRepairTests {
  private let original: LogFixture
  private let backup = LogFixture()
  private let whole: [String: [UInt8]]

  init() throws {
    original = try LogFixture.segmented()
    try backup.take(original)
    whole = try original.files()
  }

  /// A copy of the log to be damaged.
  private func victim() throws -> LogFixture {
    let fixture = LogFixture()
    try fixture.take(original)
    return fixture
  }

  @discardableResult
  private func repair(
    _ fixture: LogFixture, from source: RepairSource?, isDryRun: Bool = false
  ) throws -> RepairReport {
    var options = LogWriter.Options()
    options.segmentLimit = 2_000
    return try LogRepair.run(fixture.log, from: source, isDryRun: isDryRun, options)
  }

  private func export(_ lines: [[UInt8]]) throws -> RepairSource {
    let file = try TemporaryFile(in: NSTemporaryDirectory())
    try file.write(Array(lines.joined()), at: 0)
    return try RepairSource(export: file, named: "export")
  }

  /// The log is what it was, to the byte, and a writer takes it.
  private func expectWhole(_ fixture: LogFixture, _ comment: Comment) throws {
    #expect(try fixture.files() == whole, comment)
    #expect(try fixture.verified().problems.isEmpty, comment)
    let writer = try fixture.writer(segmentLimit: 2_000)
    #expect(try writer.append(LogFixture.events(1...15)).count == 1, comment)
  }

  @Test func `a sound log is left alone`() throws {
    let fixture = try victim()
    #expect(try repair(fixture, from: RepairSource(folder: backup.log)).actions.isEmpty)
    #expect(try repair(fixture, from: nil).actions.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: fixture.quarantine))
    try expectWhole(fixture, "sound")
  }

  @Test func `a damaged line, whichever it is, is taken from a copy`() throws {
    let last = whole.keys.filter { $0.hasSuffix(".jsonl") }.max()
    let sources = [try RepairSource(folder: backup.log), try export(original.lines())]
    for (name, bytes) in whole where name.hasSuffix(".jsonl") {
      for (index, line) in bytes.lines.enumerated() {
        let damages: [(String, [UInt8])] = [
          ("flipped", line.enumerated().map { $0 == 60 ? $1 ^ 1 : $1 }),
          ("without its end", line.dropLast()),
          ("zeros", [UInt8](repeating: 0, count: line.count)),
          ("deleted", []), ("doubled", line + line),
          ("forged data", LogFixture.forged(line, "Number", "Lumber")),
          ("forged source", LogFixture.forged(line, "example.org", "example.com")),
        ]
        let isLast = name == last && index == bytes.lines.count - 1
        // What follows the last event is no damage: the next writer cuts it off.
        for (number, (what, damage)) in damages.enumerated() where !(isLast && what == "doubled") {
          let fixture = try victim()
          var lines = bytes.lines
          lines[index] = damage
          try fixture.write(Array(lines.joined()), to: "\(fixture.log)/\(name)")
          let report = try repair(fixture, from: sources[(index + number) % 2])
          try expectWhole(fixture, "line \(index) of \(name) \(what)")
          #expect(report.head.sequence == 14)
          let kept = try #require(report.actions.first?.kept)
          #expect(try fixture.bytes(of: kept) == Array(lines.joined()))
        }
      }
    }
  }

  @Test func `a missing file, whichever it is, is made anew from a copy`() throws {
    let names = whole.keys.sorted()
    for first in names.indices {
      for last in first..<min(first + 3, names.count) {
        let fixture = try victim()
        for name in names[first...last] { try fixture.remove(name) }
        try repair(fixture, from: RepairSource(folder: backup.store))
        try expectWhole(fixture, "\(names[first...last])")
      }
    }
  }

  @Test func `a log of which nothing is left is made anew from a copy or an export`() throws {
    for source in [try RepairSource(folder: backup.log), try export(original.lines())] {
      let fixture = LogFixture()
      try repair(fixture, from: source)
      try expectWhole(fixture, "nothing left")
    }
  }

  @Test func `a missing tail is brought back, whether the mark knows of it or not`() throws {
    let last = try #require(whole.keys.filter { $0.hasSuffix(".jsonl") }.max())
    let bytes = try #require(whole[last])
    for length in stride(from: 0, to: bytes.count, by: 131) {
      for hasMark in [true, false] {
        let fixture = try victim()
        try fixture.write(Array(bytes.prefix(length)), to: "\(fixture.log)/\(last)")
        if !hasMark { try fixture.remove("DURABLE") }
        try repair(fixture, from: RepairSource(folder: backup.log))
        try expectWhole(fixture, "\(length) bytes of \(last), mark: \(hasMark)")
      }
    }
  }

  @Test func `events that were appended after the backup stay`() throws {
    let fixture = try victim()
    try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(15...22))
    let files = try fixture.files()
    for name in whole.keys.sorted() where name.hasSuffix(".jsonl") {
      let damaged = LogFixture()
      try damaged.take(fixture)
      var lines = try #require(files[name]).lines
      lines[0][30] ^= 0x01
      try damaged.write(Array(lines.joined()), to: "\(damaged.log)/\(name)")
      try repair(damaged, from: RepairSource(folder: backup.log))
      #expect(try damaged.files() == files, "\(name)")
    }
  }

  @Test func `what the copy lacks is named, and nothing is changed`() throws {
    let fixture = try victim()
    try fixture.writer(segmentLimit: 2_000).append(LogFixture.events(15...22))
    let names = try fixture.files().keys.filter { $0.hasSuffix(".jsonl") }.sorted()
    try fixture.remove(names[0])
    var lost: [[UInt8]] = []
    for name in names.dropFirst(2) {
      var lines = try fixture.bytes(of: "\(fixture.log)/\(name)").lines
      lines[1][30] ^= 0x01
      lost.append(lines[0])
      try fixture.write(Array(lines.joined()), to: "\(fixture.log)/\(name)")
    }
    let before = try fixture.files()
    let firsts = names.map { Int($0.prefix(20)) ?? 0 }
    let damaged = firsts.dropFirst(2).map { $0 + 1 }
    let beyond = damaged.filter { $0 > 14 }.map { $0...$0 }
    #expect(beyond.count > 1)
    #expect(throws: RepairError.missing(beyond, hasSource: true)) {
      try repair(fixture, from: RepairSource(folder: backup.log))
    }
    let all = [1...firsts[1] - 1] + damaged.map { $0...$0 }
    #expect(throws: RepairError.missing(all, hasSource: false)) { try repair(fixture, from: nil) }
    #expect(try fixture.files() == before)
    #expect(!FileManager.default.fileExists(atPath: fixture.quarantine))
  }

  @Test func `a copy of another log is of no use`() throws {
    let other = try LogFixture.segmented()
    let fixture = try victim()
    var bytes = try fixture.bytes(of: fixture.segment)
    bytes[60] ^= 0x01
    try fixture.write(bytes, to: fixture.segment)
    #expect(throws: RepairError.missing([1...1], hasSource: true)) {
      try repair(fixture, from: RepairSource(folder: other.log))
    }
    #expect(throws: RepairError.notALog("/nowhere")) { try RepairSource(folder: "/nowhere") }
  }

  @Test func `order, seals and indexes need no copy`() throws {
    let names = whole.keys.sorted()
    for name in names {
      let fixture = try victim()
      let path = "\(fixture.log)/\(name)"
      if name.hasSuffix(".seal") {
        for damaged in [[], Array("{}".utf8), Array(try #require(whole[name]).dropFirst(9))] {
          try fixture.write(damaged, to: path)
          try repair(fixture, from: nil)
          #expect(try fixture.files() == whole, "\(name)")
        }
        try fixture.remove(name)
      } else {
        try fixture.write(Array(try #require(whole[name]).lines.reversed().joined()), to: path)
      }
      try repair(fixture, from: nil)
      try expectWhole(fixture, "\(name)")
    }
    for folder in ["ids", "offsets"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(original.log)/\(folder)")
      for name in files {
        let fixture = try victim()
        let path = "\(fixture.log)/\(folder)/\(name)"
        var bytes = try fixture.bytes(of: path)
        bytes[bytes.count / 2] ^= 0x01
        try fixture.write(bytes, to: path)
        #expect(try repair(fixture, from: nil).actions.map(\.file) == [path])
        #expect(
          try fixture.bytes(of: path) == original.bytes(of: "\(original.log)/\(folder)/\(name)"))
      }
    }
  }

  @Test(arguments: 1...30)
  func `whatever is damaged in the log and elsewhere in the copy is put right`(
    _ seed: Int
  ) throws {
    var random = SplitMix(state: UInt64(seed))
    let (fixture, copy) = (try victim(), try victim())
    for name in whole.keys.sorted() {
      guard name.hasSuffix(".jsonl") else {
        if Int.random(in: 0..<3, using: &random) == 0 { try fixture.remove(name) }
        continue
      }
      var (ours, theirs) = (try #require(whole[name]).lines, try #require(whole[name]).lines)
      for index in ours.indices {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: ours[index][Int.random(in: 0..<ours[index].count - 1, using: &random)] ^= 0x01
        case 1: theirs[index][Int.random(in: 0..<theirs[index].count - 1, using: &random)] ^= 0x01
        case 2: ours[index] = []
        default: break
        }
      }
      if Int.random(in: 0..<4, using: &random) == 0 { ours.shuffle(using: &random) }
      try fixture.write(Array(ours.joined()), to: "\(fixture.log)/\(name)")
      try copy.write(Array(theirs.joined()), to: "\(copy.log)/\(name)")
    }
    if Bool.random(using: &random) { try fixture.remove("DURABLE") }
    try repair(fixture, from: RepairSource(folder: copy.log))
    try expectWhole(fixture, "seed \(seed)")
  }

  @Test func `a dry run says the same and changes nothing`() throws {
    let fixture = try victim()
    var bytes = try fixture.bytes(of: fixture.segment)
    bytes[60] ^= 0x01
    try fixture.write(bytes, to: fixture.segment)
    try fixture.remove("00000000000000000001.seal")
    let before = try fixture.files()
    let source = try RepairSource(folder: backup.log)
    let dry = try repair(fixture, from: source, isDryRun: true)
    #expect(try fixture.files() == before)
    #expect(!FileManager.default.fileExists(atPath: fixture.quarantine))
    let done = try repair(fixture, from: source)
    #expect(dry.actions.map(\.file) == done.actions.map(\.file))
    #expect(dry.actions.map(\.taken) == done.actions.map(\.taken))
    #expect(done.actions.first?.taken == [1...1])
  }

  @Test func `damage says which bytes, which event and what to do`() throws {
    let fixture = try victim()
    var bytes = try fixture.bytes(of: fixture.segment)
    let line = bytes.lines[0].count
    bytes[line + 60] ^= 0x01
    try fixture.write(bytes, to: fixture.segment)
    let problem = try #require(try fixture.verified().problems.first)
    #expect(problem.offset == line && problem.end == line + bytes.lines[1].count)
    for words in [
      fixture.segment, "bytes \(line) to ", "event 2:", "checksum", "presslog log repair --from",
    ] { #expect(problem.description.contains(words), "\(words)") }
  }
}
