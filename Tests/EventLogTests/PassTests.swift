import EventLog
import JSONBytes
import Testing

@Suite struct PassTests {
  private let fixture = LogFixture()

  @Test func `both passes count the lines of a sound log`() throws {
    try fixture.writer(segmentLimit: 4_000).append(LogFixture.events(1...40))
    let reader = try LogReader(fixture.log)
    #expect(try reader.compareChecksums() == 40)
    #expect(try reader.followChain() == 40)
  }

  @Test func `data that were erased do not break the chain`() throws {
    let fixture = try RedactionTests.fixture()
    let events = try fixture.read().count
    try fixture.writer(segmentLimit: 2_000).redact(RedactionTests.redaction(), erasing: [2, 8])
    #expect(try LogReader(fixture.log).followChain() == events + 1)
  }

  /// A byte of the fourth line is altered, its checksum renewed as somebody would who hides it.
  @Test(arguments: [
    (#""id":"subject-4.1""#, 8, 5), (#""title":"Number 4""#, 6, 4), (#""datahash":""#, 15, 4),
    (#""prevhash":""#, 15, 4), (#""time":""#, 10, 5),
  ])
  func `the chain finds what the checksum does not`(
    _ place: (key: String, offset: Int, found: Int)
  ) throws {
    try fixture.writer().append(LogFixture.events(1...8))
    let reader = try LogReader(fixture.log)
    var lines = try fixture.bytes(of: fixture.segment).split(separator: 0x0A)
      .map { Array($0) + [0x0A] }
    let key = try #require(lines[3].firstRange(of: Array(place.key.utf8)))
    lines[3][key.lowerBound + place.offset] ^= 0x01
    lines[3] = Checksum.renewed(lines[3])
    try fixture.write(Array(lines.joined()), to: fixture.segment)
    #expect(try reader.compareChecksums() == 8)
    let damage = #expect(throws: EventLogError.self) { try reader.followChain() }
    guard case .corrupt(let found) = damage else {
      Issue.record("\(String(describing: damage))")
      return
    }
    #expect(found.sequence == place.found)
  }

  @Test func `a line without its hashes is damage, whatever stands in it`() throws {
    try fixture.writer().append(LogFixture.events(1...3))
    let whole = try fixture.bytes(of: fixture.segment)
    let reader = try LogReader(fixture.log)
    for offset in whole.indices {
      for byte: UInt8 in [0x00, 0x22, 0x7B, 0xFF] where whole[offset] != byte {
        var damaged = whole
        damaged[offset] = byte
        try fixture.write(damaged, to: fixture.segment)
        do {
          _ = try reader.followChain()
        } catch is EventLogError {}  // found, or in a byte that no hash covers
      }
    }
  }
}
