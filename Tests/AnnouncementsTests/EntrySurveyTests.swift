import Announcements
import Foundation
import Testing

@Suite struct EntrySurveyTests {
  @Test(
    arguments: [
      ([], false),
      (["same"], false),
      (["same", "same"], true),
      (["same", "same", "same"], true),
      (["same", "same", "other"], false),
      (["same", nil, "same"], true),
      ([nil, nil], false),
    ] as [([String?], Bool)])
  func `a guid that all different entries have is one for all`(guids: [String?], isOne: Bool) {
    var survey = EntrySurvey()
    for (number, guid) in guids.enumerated() {
      survey.add(entry("Number \(number)", guid: guid, link: "https://example.org/\(number)"))
    }
    #expect(survey.count == guids.count)
    #expect(survey.hasOneGuidForAll == isOne)
  }

  @Test func `a guid that one entry has twice is not one for all`() {
    var survey = EntrySurvey()
    for _ in 0..<2 { survey.add(entry("Beds", guid: "same", link: "https://example.org/beds")) }
    #expect(!survey.hasOneGuidForAll)
  }

  /// In a process of its own, whose memory nobody else fills.
  ///
  /// Kept as a string a key takes some hundred bytes, and an entry has four and their owners.
  @Test func `an entry with long keys takes some hundred bytes`() async {
    await #expect(processExitsWith: .success) {
      let entries = 150_000
      let limit = 160 * entries
      var survey = EntrySurvey()
      let before = try residentBytes()
      for number in 0..<entries {
        let name = "an-announcement-with-quite-a-long-name-\(number)"
        survey.add(
          entry(name, guid: "tag:example.org,2024:\(name)", link: "https://example.org/\(name)"))
      }
      let grown = try residentBytes() - before
      #expect(survey.count == entries)
      try #require(grown < limit, "\(grown / entries) bytes an entry")
    }
  }
}

/// The memory that the process has now, as Linux counts it in pages of `statm` (proc(5)).
private func residentBytes() throws -> Int {
  let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return try #require(Int(fields[1])) * 4096
}
