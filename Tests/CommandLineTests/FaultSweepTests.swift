import EventLog
import Foundation
import Glibc
import Testing

/// Every call on files that a command makes fails once, or ends the process: reading, looking,
/// locking, listing and removing too, in the log, the index and the backup.
///
/// One call of each sort is struck here; with `PRESSLOG_FAULT_STEP=1` every call, with 10 every
/// tenth.
@Suite(.timeLimit(.minutes(600))) struct FaultSweepTests {
  @Test(arguments: FaultedCommand.allCases)
  func `whichever call fails or ends it, what was acknowledged stands and the command goes on`(
    _ command: FaultedCommand
  ) async throws {
    let original = try await FaultedCommand.original()
    let arguments = try await command.arguments(in: original)
    let before = try await Self.ids(original)
    // Undisturbed, for what it calls and what comes of it.
    let whole = try FaultedCommand.copy(of: original)
    let none = Fault(kind: .EIO, number: 0, path: "/Store")
    let run = try await whole.run(Self.moved(arguments, original, whole), with: none)
    #expect(run.result.status == 0, "\(run.result.errors)")
    let expected = Outcome(
      before: before, after: try await Self.ids(whole), listed: try await Self.listed(whole))
    let sorts = Set(run.calls.compactMap { $0.split(separator: " ").first })
    #expect(sorts.isSuperset(of: ["read", "write", "open", "close", "stat", "sync", "list"]))
    let faults = Self.faults(run.calls)
    for fault in faults {
      let fixture = try FaultedCommand.copy(of: original)
      let again = Self.moved(arguments, original, fixture)
      let run = try await fixture.run(again, with: fault)
      try await check(command, again, fixture, fault, run.result, expected)
    }
    if Self.step != nil { print("\(command): \(run.calls.count) calls, \(faults.count) faults") }
  }

  private static let step = ProcessInfo.processInfo.environment["PRESSLOG_FAULT_STEP"]
    .flatMap { Int($0) }

  private static let changes: Set<Substring> = [
    "write", "sync", "truncate", "rename", "link", "unlink", "mkdir",
  ]

  @Test func `no failed read of the index leaves erased words in it when redact ends well`()
    async throws
  {
    let original = try await FaultedCommand.original()
    let arguments = try await FaultedCommand.redact.arguments(in: original)
    let whole = try FaultedCommand.copy(of: original)
    let none = Fault(kind: .EIO, number: 0, path: "/Store")
    let calls = try await whole.run(Self.moved(arguments, original, whole), with: none).calls
    // From when the log has lost them.
    let erased = try #require(calls.lastIndex { $0.hasSuffix("/REDACTING") })
    let reads = calls.indices.filter {
      $0 > erased && calls[$0].hasPrefix("read ") && calls[$0].contains("/projections/")
    }
    #expect(reads.count > 5)
    var endedWell = 0
    // The old one is opened and asked first.
    for index in reads.prefix(12) {
      let fault = Fault(kind: .EIO, number: index + 1, path: "/Store")
      let fixture = try FaultedCommand.copy(of: original)
      let run = try await fixture.run(Self.moved(arguments, original, fixture), with: fault)
      guard run.result.status == 0 else { continue }
      endedWell += 1
      try await checkDone(.redact, fixture, fault)
    }
    #expect(endedWell > 0, "of \(reads.count) reads")
  }

  /// What an undisturbed run gives.
  private struct Outcome {
    var before: [String]
    var after: [String]
    var listed: [String]
  }

  private func check(
    _ command: FaultedCommand, _ arguments: [String], _ fixture: StoreFixture, _ fault: Fault,
    _ result: CommandResult, _ expected: Outcome
  ) async throws {
    let sane: [Int32] = fault.kind == .kill ? [SIGKILL] : [0, 1, 73, 74, 75]
    #expect(sane.contains(result.status), "\(fault): \(result.status) \(result.errors)")
    if fault.kind == .short { #expect(result.status == 0, "\(fault): \(result.errors)") }
    // At once, before anything is repaired.
    #expect(try await fixture.json("verify")["ok"].bool == true, "\(fault)")
    let left = try await Self.ids(fixture)
    #expect(left.starts(with: expected.before), "\(fault): \(left.count) events")
    if result.status == 0 {
      #expect(left == expected.after, "\(fault)")
      try await checkDone(command, fixture, fault)
    } else if command == .redact, left.count > expected.before.count {
      let served = try await fixture.answer("log", "cat").output
      #expect(!served.contains(FaultedCommand.words), "\(fault): served although redacted")
    }
    let again = try await fixture.start(arguments).result()
    #expect(again.status == 0, "\(fault): \(again.errors)")
    try await checkDone(command, fixture, fault)
    #expect(try await Self.ids(fixture) == expected.after, "\(fault)")
    #expect(try await Self.listed(fixture) == expected.listed, "\(fault)")
    #expect(try await fixture.json("verify")["ok"].bool == true, "\(fault)")
  }

  /// What a command that ended well promises beside the events.
  private func checkDone(
    _ command: FaultedCommand, _ fixture: StoreFixture, _ fault: Fault
  ) async throws {
    switch command {
    case .backup:
      let backup = try LogReader("\(FaultedCommand.backup(of: fixture))/log").intact()
      #expect(try backup.head == LogReader(fixture.log).head, "\(fault)")
    case .redact:
      let names = try FileManager.default.subpathsOfDirectory(atPath: fixture.store)
      for name in names {
        // Of a folder there is nothing to read.
        guard let data = FileManager.default.contents(atPath: "\(fixture.store)/\(name)") else {
          continue
        }
        #expect(
          data.range(of: Data(FaultedCommand.words.utf8)) == nil, "\(fault): \(name) has the words")
      }
    case .ingest, .rebuild: break
    }
  }

  /// Which calls are struck, and how: with a step, every so manyth in every way; else one of each
  /// sort.
  private static func faults(_ calls: [String]) -> [Fault] {
    guard let step else { return sample(calls) }
    return (Fault.Kind.once + [.dead, .full]).flatMap { kind in
      stride(from: 0, to: calls.count, by: max(1, step)).filter { strikes(kind, calls[$0]) }
        .map { Fault(kind: kind, number: $0 + 1, path: "/Store") }
    }
  }

  private static func sample(_ calls: [String]) -> [Fault] {
    [Fault.Kind.kill, .EIO, .short].flatMap { kind in
      var sorts: [Substring: [Int]] = [:]
      for (index, call) in calls.enumerated() where strikes(kind, call) {
        let sort = call.prefix { $0 != " " }
        let isChange = Self.changes.contains(sort)
        // Nothing is left in another state by what only looks, nor by how SQLite reads.
        guard isChange || kind != .kill && !call.contains("/projections/") else { continue }
        sorts[sort, default: []].append(index + 1)
      }
      return sorts.values.map { $0[$0.count / 2] }.sorted()
        .map { Fault(kind: kind, number: $0, path: "/Store") }
    }
  }

  private static func strikes(_ kind: Fault.Kind, _ call: String) -> Bool {
    let sort = call.prefix { $0 != " " }
    return switch kind {
    case .short: ["read", "write"].contains(sort)
    case .ENOSPC, .EROFS, .full: ["write", "open", "mkdir", "rename", "link"].contains(sort)
    default: true
    }
  }

  /// Arguments with the paths of a copy.
  private static func moved(
    _ arguments: [String], _ original: StoreFixture, _ copy: StoreFixture
  ) -> [String] {
    arguments.map { $0.replacing(original.folder, with: copy.folder) }
  }

  private static func ids(_ fixture: StoreFixture) async throws -> [String] {
    try LoggedEvent.read(try await fixture.answer("log", "cat")).map(\.id)
  }

  private static func listed(_ fixture: StoreFixture) async throws -> [String] {
    try ListedAnnouncement.read(
      try await fixture.answer("query", "--limit", "0", "--format", "jsonl")
    ).map(\.id).sorted()
  }
}
