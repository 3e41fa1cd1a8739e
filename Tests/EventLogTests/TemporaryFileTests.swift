import EventLog
import Foundation
import Testing

@Suite struct TemporaryFileTests {
  private let fixture = LogFixture()

  /// A folder that is there and empty.
  private func folder() throws -> String {
    try FileManager.default.createDirectory(
      atPath: fixture.store, withIntermediateDirectories: true)
    return fixture.store
  }

  @Test func `it has no name as soon as it is there`() throws {
    let folder = try folder()
    let file = try TemporaryFile(in: folder)
    try file.write([1], at: 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test(
    arguments: [
      (0, 6, [1, 2, 3, 4, 5, 6]), (2, 3, [3, 4, 5]), (4, 9, [5, 6]), (6, 1, []), (9, 1, []),
    ] as [(Int, Int, [UInt8])])
  func `what was written is read from anywhere, up to the end`(
    offset: Int, count: Int, expected: [UInt8]
  ) throws {
    let file = try TemporaryFile(in: try folder())
    try file.write([1, 2, 3], at: 0)
    try file.write([4, 5, 6], at: 3)
    #expect(try file.read(count, at: offset) == expected)
  }

  @Test func `two files in one folder are two`() throws {
    let folder = try folder()
    let (first, second) = (try TemporaryFile(in: folder), try TemporaryFile(in: folder))
    try first.write([1], at: 0)
    try second.write([2], at: 0)
    #expect(try first.read(1, at: 0) == [1])
  }

  @Test func `a folder that is missing is an error`() throws {
    #expect(throws: SystemError.self) { try TemporaryFile(in: "/nowhere/at/all") }
  }
}
