import CSystem
import EventLog
import Foundation

/// A log that somebody made by hand: whole and chained, with ids that a writer would refuse.
struct ForgedLog {
  let fixture = LogFixture()

  /// Writes a log whose events have the ids that `identifier` gives to their numbers.
  ///
  /// Each id is put in the place of the one that the writer wrote, in all of a log of one segment,
  /// which is chained anew; lines that would make a segment longer than the limit begin another.
  init(events: Int, segmentLimit: Int, identifier: (Int) -> String) throws {
    let source = LogFixture()
    do { try source.writer().append(LogFixture.events(1...events)) }
    try FileManager.default.createDirectory(
      atPath: fixture.log, withIntermediateDirectories: true)
    var previous = EventHash.zero
    var (first, segment): (Int, [UInt8]) = (1, [])
    for (index, line) in try source.bytes(of: source.segment).split(separator: 0x0A).enumerated() {
      let number = index + 1
      let pattern = try Regex(#""prevhash":"[0-9a-f]{64}""#)
      let text = String(decoding: line, as: UTF8.self)
        .replacing(#""id":"subject-\#(number).1""#, with: #""id":"\#(identifier(number))""#)
        .replacing(pattern, with: #""prevhash":"\#(previous)""#)
      let forged = Checksum.renewed(Array(text.utf8) + [0x0A])
      if segment.count + forged.count > segmentLimit {
        try seal(first, last: number - 1, previous, segment)
        (first, segment) = (number, [])
      }
      segment += forged
      let header = Array(
        text.prefix(upTo: text.range(of: #","data":"#)?.lowerBound ?? text.endIndex).utf8)
      previous = EventHash(sha256Of: header, in: 0..<header.count)
    }
    try fixture.write(segment, to: path(first, "jsonl"))
  }

  private func seal(_ first: Int, last: Int, _ head: EventHash, _ segment: [UInt8]) throws {
    try fixture.write(segment, to: path(first, "jsonl"))
    let seal =
      #"{"first":"\#(padded(first))","last":"\#(padded(last))","time":"2023-11-14T22:13:20.000Z","#
      + #""bytes":\#(segment.count),"head":"\#(head)","crc32c":"00000000"}"#
    try fixture.write(Checksum.renewed(Array(seal.utf8) + [0x0A]), to: path(first, "seal"))
  }

  private func path(_ first: Int, _ suffix: String) -> String {
    "\(fixture.log)/\(padded(first)).\(suffix)"
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: 20 - String(number).count) + String(number)
  }
}

/// The checksums that somebody who alters a line has to renew.
enum Checksum {
  /// The line, line feed included, with the checksum that it should have.
  static func renewed(_ line: [UInt8]) -> [UInt8] {
    let body = Array(line.dropLast(22))
    let checksum = String(unsafe presslog_crc32c(0, body, body.count), radix: 16)
    let digits = String(repeating: "0", count: 8 - checksum.count) + checksum
    return body + Array(",\"crc32c\":\"\(digits)\"}\n".utf8)
  }
}
