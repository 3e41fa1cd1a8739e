/// Where the files of a log lie.
struct LogLayout: Sendable {
  /// The folder of the log: `Store/log`.
  let directory: String
  let disk: any Disk

  init(_ directory: String, on disk: any Disk) {
    self.directory = directory
    self.disk = disk
  }

  var lock: String { "\(directory)/LOCK" }
  var durableMark: String { "\(directory)/DURABLE" }
  /// What is being redacted; there only meanwhile.
  var redacting: String { "\(directory)/REDACTING" }
  var identifiers: String { "\(directory)/ids" }
  var offsets: String { "\(directory)/offsets" }
  /// Beside the log, so that a copy of the log's folder holds nothing but the log.
  var quarantine: String { "\(Path.parent(of: directory))/quarantine" }

  func segment(_ first: Int) -> String { "\(directory)/\(Self.padded(first)).jsonl" }
  func seal(_ first: Int) -> String { "\(directory)/\(Self.padded(first)).seal" }
  func offsets(_ first: Int) -> String { "\(offsets)/\(Self.padded(first)).offsets" }
  func identifierRun(_ range: ClosedRange<Int>) -> String {
    "\(identifiers)/\(Self.padded(range.lowerBound))-\(Self.padded(range.upperBound)).ids"
  }

  /// The first sequences of all segments, in order.
  func segments() throws(SystemError) -> [Int] {
    try disk.names(in: directory).compactMap { name in
      guard name.hasSuffix(".jsonl"), name.utf8.count == 26 else { return nil }
      return Int(name.dropLast(6))
    }
  }

  /// The paths of the segments under a temporary name: not in their place yet, or never to come there.
  func unplacedSegments() throws(SystemError) -> [String] {
    try disk.names(in: directory).filter { $0.hasSuffix(AtomicFile.temporary(".jsonl")) }
      .map { "\(directory)/\($0)" }
  }

  /// Twenty digits, so that names and sequences sort as text.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 20 - digits.utf8.count) + digits
  }
}
