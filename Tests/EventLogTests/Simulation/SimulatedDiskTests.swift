import EventLog
import Testing

/// That the disk under the simulations forgets as much as a real one may, and no more.
@Suite struct SimulatedDiskTests {
  private let disk = SimulatedDisk()
  private let old = [UInt8](repeating: 1, count: 2_000)
  private let new = [UInt8](repeating: 2, count: 2_000)

  /// What all of many power cuts leave of a file.
  private func outcomes(_ path: String = "/file") throws -> [[UInt8]?] {
    try (0..<200).map { seed in
      var random = SeededGenerator(seed: seed)
      let disk = disk.moment.crashed(isKill: false, using: &random)
      return disk.exists(path) ? try disk.contents(of: path) : nil
    }
  }

  @Test func `what was synced stays, in a folder that was synced`() throws {
    let file = try disk.open("/file", .create)
    try file.write(old, at: 0)
    try file.syncData()
    #expect(try Set(outcomes()) == [nil, old])
    try disk.syncFolder("/")
    #expect(try Set(outcomes()) == [old])
  }

  @Test func `any of the sectors that were not synced may be old or new`() throws {
    try disk.writeAtomically(old, to: "/file")
    let file = try disk.open("/file", .readWrite)
    try file.write(new, at: 0)
    let outcomes = Set(try outcomes().compactMap(\.self))
    #expect(outcomes.count == 16)
    #expect(outcomes.isSuperset(of: [old, new]))
    for outcome in outcomes {
      for sector in stride(from: 0, to: 2_000, by: SectoredFile.sectorSize) {
        #expect(Set(outcome[sector..<min(sector + SectoredFile.sectorSize, 2_000)]).count == 1)
      }
    }
  }

  @Test func `a file that grew has any size, and holes`() throws {
    try disk.writeAtomically(Array(old[..<700]), to: "/file")
    try disk.open("/file", .readWrite).write(Array(old[700...]), at: 700)
    let outcomes = try outcomes().compactMap(\.self)
    #expect(Set(outcomes.map(\.count)).count > 50)
    #expect(outcomes.allSatisfy { $0.count >= 700 && $0[..<700] == old[..<700] })
    #expect(outcomes.contains { $0.count == 2_000 && $0.contains(0) && $0.last == 1 })
  }

  @Test func `a rename that was not synced leaves the one or the other, whole`() throws {
    try disk.writeAtomically(old, to: "/file")
    try disk.writeAtomically(new, to: "/other")
    try disk.rename("/other", to: "/file")
    #expect(try Set(outcomes()) == [old, new])
  }

  @Test func `what a failed sync lost is not written by the next`() throws {
    try disk.writeAtomically(old, to: "/file")
    let file = try disk.open("/file", .readWrite)
    try file.write(new, at: 0)
    disk.plan(PlannedFault(kind: .failedSync, operation: 0))
    #expect(throws: SystemError.self) { try file.syncData() }
    try file.syncData()
    #expect(try Set(outcomes()).count == 1)
    #expect(try outcomes().first != new)
  }

  @Test func `a killed process writes nothing more and holds no lock`() throws {
    let file = try disk.open("/file", .create)
    #expect(try file.tryLock())
    #expect(try !disk.open("/file", .create).tryLock())
    disk.end()
    #expect(throws: SystemError.self) { try file.write(old, at: 0) }
    #expect(try disk.open("/file", .create).tryLock())
  }
}
