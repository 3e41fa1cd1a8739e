import EventLog
import Foundation
import Testing

/// Reading past damage: what is good is served, what is bad is told with the events that it costs.
@Suite struct SalvageTests {
  private let fixture = LogFixture()

  /// What a salvage hands on, in order.
  private func salvage(after sequence: Int = 0) throws -> (events: [Int], damages: [Damage]) {
    var events: [Int] = []
    var damages: [Damage] = []
    try SalvageReader(fixture.log).forEachBatch(
      after: sequence, size: 3, skipped: { damages.append($0) }
    ) {
      events += $0.map(\.sequence)
    }
    return (events, damages)
  }

  private func lines() throws -> [[UInt8]] { try lines(of: fixture.segment) }

  private func lines(of path: String) throws -> [[UInt8]] {
    try fixture.bytes(of: path).split(separator: 0x0A).map { $0 + [0x0A] }
  }

  /// A log of several segments; returns the first sequences of them.
  private func segments() throws -> [Int] {
    do { try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...40)) }
    return try FileManager.default.contentsOfDirectory(atPath: fixture.log)
      .filter { $0.hasSuffix(".jsonl") }.sorted().compactMap { Int($0.dropLast(6)) }
  }

  private func path(_ first: Int, _ suffix: String = "jsonl") -> String {
    let digits = String(first)
    return "\(fixture.log)/\(String(repeating: "0", count: 20 - digits.count))\(digits).\(suffix)"
  }

  @Test func `a log without damage is served whole`() throws {
    _ = try segments()
    #expect(try salvage().events == Array(1...40))
    #expect(try salvage(after: 33).events == Array(34...40))
    #expect(try salvage().damages.isEmpty)
    #expect(try SalvageReader(fixture.log).durable == 40)
  }

  @Test func `each flipped byte costs its event, and no other that stands alone`() throws {
    do { try fixture.writer().append(LogFixture.events(1...4)) }
    let lines = try lines()
    for (index, line) in lines.enumerated() {
      for offset in line.indices
      where index == 1 || offset % 7 == 0 || offset == line.count - 1 {
        var damaged = lines
        damaged[index][offset] ^= 0x01
        try fixture.write(Array(damaged.joined()), to: fixture.segment)
        let (events, damages) = try salvage()
        // Without its line feed a line makes one with the next.
        let lost = offset == line.count - 1 && index < 3 ? [index + 1, index + 2] : [index + 1]
        #expect(events == Array(1...4).filter { !lost.contains($0) }, "line \(index) \(offset)")
        #expect(damages.map(\.missing) == [lost[0]..<lost[lost.count - 1] + 1])
        #expect(damages.map(\.offset) == [lines[..<index].reduce(0) { $0 + $1.count }])
      }
    }
  }

  @Test func `lines that are deleted, swapped or doubled are told, and the others served`() throws {
    do { try fixture.writer().append(LogFixture.events(1...6)) }
    let lines = try lines()
    var deleted = lines
    deleted.removeSubrange(2...3)
    var swapped = lines
    swapped.swapAt(2, 3)
    var doubled = lines
    doubled.insert(lines[2], at: 3)
    let cases: [(name: String, lines: [[UInt8]], events: [Int], missing: [Range<Int>])] = [
      ("deleted", deleted, [1, 2, 5, 6], [3..<5]),
      ("swapped", swapped, [1, 2, 4, 5, 6], [3..<4, 5..<5]),
      ("doubled", doubled, Array(1...6), [4..<4]),
      ("cut off", Array(lines[..<4]), [1, 2, 3, 4], [5..<7]),
    ]
    for (name, lines, events, missing) in cases {
      try fixture.write(Array(lines.joined()), to: fixture.segment)
      let salvaged = try salvage()
      #expect(salvaged.events == events, "\(name)")
      #expect(salvaged.damages.map(\.missing) == missing, "\(name)")
    }
  }

  @Test func `what follows the durable events is neither served nor called damage`() throws {
    let writer = try fixture.writer()
    try writer.append(LogFixture.events(1...3))
    try writer.write(LogFixture.events(4...5))
    #expect(try salvage().events == [1, 2, 3], "beside the writer")
    _ = consume writer
    try fixture.write(
      try fixture.bytes(of: fixture.segment) + Array("torn".utf8), to: fixture.segment)
    #expect(try salvage().events == Array(1...5), "a killed writer's lines count once synced")
    #expect(try salvage().damages.isEmpty)
    var lines = try lines()
    lines[1][40] ^= 0x01
    try fixture.write(Array(lines.joined()), to: fixture.segment)
    let (events, damages) = try salvage()
    #expect(events == [1, 3], "behind damage only what something calls durable")
    #expect(damages.map(\.missing) == [2..<3])
    #expect(try salvage(after: 2).events == [3])
    #expect(try salvage(after: 2).damages.isEmpty, "nobody asked for what is missing")
  }

  @Test func `it goes on over a missing segment, and over seals that cannot be read`() throws {
    let firsts = try segments()
    try #require(firsts.count > 4)
    let missing = firsts[1]..<firsts[2]
    try FileManager.default.removeItem(atPath: path(firsts[1]))
    try fixture.write(Array("no seal".utf8), to: path(firsts[2], "seal"))
    let (events, damages) = try salvage()
    #expect(events == Array(1...40).filter { !missing.contains($0) })
    #expect(damages.map(\.problem) == [.missingSegment, .sealUnreadable])
    #expect(damages.map(\.missing) == [missing, firsts[2]..<firsts[2]])
    #expect(try salvage(after: firsts[3]).damages.isEmpty, "nobody asked for those")
    try FileManager.default.removeItem(atPath: path(firsts[0]))
    #expect(try salvage().damages.first?.missing == 1..<firsts[2])
  }

  @Test func `a last segment that is gone is told`() throws {
    let firsts = try segments()
    try FileManager.default.removeItem(atPath: path(firsts[firsts.count - 1]))
    let (events, damages) = try salvage()
    #expect(events == Array(1..<firsts[firsts.count - 1]))
    #expect(damages.map(\.missing) == [firsts[firsts.count - 1]..<41])
    for first in firsts.dropLast() { try FileManager.default.removeItem(atPath: path(first)) }
    #expect(try salvage().damages.map(\.missing) == [1..<41])
  }

  @Test(arguments: 1...20) func `random damage is never served and never hides a good line`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let firsts = try segments()
    let whole = try fixture.read()
    var spoiled: Set<Int> = []
    for (index, first) in firsts.enumerated() {
      var lines = try lines(of: path(first))
      for line in lines.indices where Int.random(in: 0..<4, using: &random) == 0 {
        let offset = Int.random(in: 0..<lines[line].count - 1, using: &random)
        lines[line][offset] ^= UInt8.random(in: 1...255, using: &random)
        spoiled.insert(first + line)
      }
      try fixture.write(Array(lines.joined()), to: path(first))
      if index + 1 < firsts.count, Int.random(in: 0..<5, using: &random) == 0 {
        try fixture.write(Array("no seal".utf8), to: path(first, "seal"))
      }
    }
    var events: [RecordedEvent] = []
    var missing: Set<Int> = []
    try SalvageReader(fixture.log).forEachBatch(
      after: 0, size: 7, skipped: { missing.formUnion($0.missing ?? 0..<0) }
    ) { events += $0 }
    #expect(events == whole.filter { !spoiled.contains($0.sequence) }, "seed \(seed)")
    #expect(missing == spoiled, "seed \(seed)")
    let problems = try LogReader.verify(fixture.log).problems.compactMap(\.missing)
    #expect(Set(problems.flatMap(\.self)) == spoiled, "seed \(seed)")
  }
}
