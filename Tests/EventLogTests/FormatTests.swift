import CSystem
import EventLog
import Foundation
import Testing

@Suite struct FormatTests {
  @Test func `the checksum by table and by the processor agree with the standard's vectors`() {
    // RFC 3720, appendix B.4.
    let vectors: [([UInt8], UInt32)] = [
      (Array("123456789".utf8), 0xE306_9283), ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
      ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43), (Array(0..<32), 0x46DD_794E), ([], 0),
    ]
    for (bytes, checksum) in vectors {
      #expect(unsafe presslog_crc32c(0, bytes, bytes.count) == checksum)
      #expect(unsafe presslog_crc32c_table(0, bytes, bytes.count) == checksum)
    }
  }

  @Test func `the checksum by the processor is that by table, whatever the length`() {
    let bytes = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    for count in 0...bytes.count {
      let crc = UInt32(truncatingIfNeeded: count &* 40_503)
      #expect(
        unsafe presslog_crc32c(crc, bytes, count) == presslog_crc32c_table(crc, bytes, count),
        "\(count) bytes")
    }
  }

  @Test func `the line in the documentation is what the log writes`() throws {
    let fixture = LogFixture()
    do {
      let writer = try fixture.writer(now: 1_705_741_200_000)
      try writer.append([
        Event(
          id: "ycv5ddxmzgrr6hlpmxn3c7vxzi.1", source: "https://example.org/feed",
          type: "org.presslog.announcement.published", subject: "ycv5ddxmzgrr6hlpmxn3c7vxzi",
          data: Array(#"{"version":1,"title":"Beds"}"#.utf8))
      ])
    }
    let line = String(decoding: try fixture.bytes(of: fixture.segment), as: UTF8.self)
    let documented = try Self.exampleLine()
    // The nonce is drawn at random, and with it the hash of the data and the checksum change.
    let pattern = try Regex(#""(nonce|datahash|crc32c)":"[0-9a-f]+""#)
    #expect(line.replacing(pattern, with: "") == documented.replacing(pattern, with: ""))

    // The documented line is a whole log by itself.
    let example = LogFixture()
    try FileManager.default.createDirectory(atPath: example.log, withIntermediateDirectories: true)
    try example.write(Array(documented.utf8), to: example.segment)
    #expect(try LogReader.verify(example.log).problems.isEmpty)
    #expect(try example.read().first?.id == "ycv5ddxmzgrr6hlpmxn3c7vxzi.1")
  }

  /// The fenced block after "An example" in the specification.
  private static func exampleLine() throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Documentation/EventLogFormat.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.first {
      $0.hasPrefix(#"{"specversion":"1.0","id":"ycv5ddxmzgrr6hlpmxn3c7vxzi.1""#)
    }
    return String(try #require(line)) + "\n"
  }
}
