import EventLog
import Glibc
import Synchronization

/// A disk in memory that fails where it was planned and loses power when it is told to.
///
/// What is written is visible at once and pending until it is synced; ``SectoredFile`` and
/// ``SimulatedStorage`` say what of it a power cut may leave. The disk keeps its state after every
/// operation that changes it, so that a test can go back to each of them and crash there.
final class SimulatedDisk: Disk {
  private let state: Mutex<State>

  struct State: Sendable {
    var storage: SimulatedStorage
    var random: SeededGenerator
    /// Which open file holds the lock on a file; 0 for one of a process that has been stopped.
    var locks: [Int: Int] = [:]
    var openFiles = 0
    /// The running process, how many there were, and which of them do nothing any more.
    var process = 0
    var processes = 1
    var ended: Set<Int> = []
    var operations = 0
    var faults: [PlannedFault] = []
    var hits = 0
    var interruption: (operation: Int, body: @Sendable (SimulatedDisk) -> Void)?
    var isRecording = false
    var moments: [Moment] = []
  }

  /// The state after an operation.
  struct Moment: Sendable {
    var operation: String
    var storage: SimulatedStorage
    var locked: Set<Int>
  }

  init(_ storage: SimulatedStorage = SimulatedStorage(), locked: Set<Int> = [], seed: UInt64 = 0) {
    var state = State(storage: storage, random: SeededGenerator(seed: seed))
    for node in locked { state.locks[node] = 0 }
    self.state = Mutex(state)
  }

  /// Looks at or changes everything at once.
  func with<Result: Sendable>(_ body: (inout sending State) -> sending Result) -> Result {
    state.withLock { body(&$0) }
  }

  /// Does one operation of a process: counts it, fails where that was planned, and keeps the state.
  func perform<Result: Sendable>(
    _ operation: DiskOperation, _ path: String, by process: Int? = nil,
    onFault: (inout State, PlannedFault) -> Void = { _, _ in },
    _ body: (inout State) -> Swift.Result<Result, Failure>
  ) throws(SystemError) -> Result {
    interrupt()
    let result: Swift.Result<Result, Failure> = state.withLock { state in
      if let process, state.ended.contains(process) { return .failure(Failure(code: ESTALE)) }
      let result: Swift.Result<Result, Failure>
      if let fault = state.nextFault(operation) {
        onFault(&state, fault)
        result = .failure(Failure(code: fault.code))
      } else {
        result = body(&state)
      }
      state.operations += 1
      if state.isRecording, operation.isChange {
        let name = "\(operation.rawValue) \(path)"
        state.moments.append(
          Moment(operation: name, storage: state.storage, locked: Set(state.locks.keys)))
      }
      return result
    }
    do { return try result.get() } catch {
      throw SystemError(operation: operation.rawValue, path: path, code: error.code)
    }
  }

  struct Failure: Error { var code: CInt }

  private func interrupt() {
    let body = state.withLock { state -> (@Sendable (SimulatedDisk) -> Void)? in
      guard let interruption = state.interruption, interruption.operation <= state.operations
      else { return nil }
      state.interruption = nil
      return interruption.body
    }
    body?(self)
  }
}

extension SimulatedDisk.State {
  fileprivate mutating func nextFault(_ operation: DiskOperation) -> PlannedFault? {
    let index = faults.firstIndex { $0.operation <= operations && $0.concerns(operation) }
    guard let index else { return nil }
    hits += 1
    return faults[index].isLasting ? faults[index] : faults.remove(at: index)
  }
}

extension SimulatedDisk {
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    let creates = mode == .replace || mode == .create && with { $0.storage.node(path) } == nil
    let (process, number) = with { state in
      state.openFiles += 1
      return (state.process, state.openFiles)
    }
    let node = try perform(creates ? .create : .open, path) { state in
      if let node = state.storage.node(path) {
        if mode == .replace { state.storage.change(node) { $0.truncate(to: 0) } }
        return .success(node)
      }
      guard creates, let node = state.storage.createFile(path) else {
        return .failure(Failure(code: ENOENT))
      }
      return .success(node)
    }
    return SimulatedFile(path, number, node: node, process: process, on: self)
  }

  func exists(_ path: String) -> Bool {
    (try? perform(.exists, path) { .success($0.storage.node(path) != nil) }) ?? true
  }

  func names(in folder: String) throws(SystemError) -> [String] {
    try perform(.names, folder) { .success($0.storage.names(in: folder) ?? []) }
  }

  func createFolder(_ path: String) throws(SystemError) {
    try perform(.createFolder, path) { state in
      if state.storage.node(path) != nil { return .success(()) }
      return state.storage.createFolder(path) ? .success(()) : .failure(Failure(code: ENOENT))
    }
  }

  func syncFolder(_ path: String) throws(SystemError) {
    try perform(.syncFolder, path) { state in
      state.storage.sync(path) ? .success(()) : .failure(Failure(code: ENOENT))
    }
  }

  func rename(_ path: String, to target: String) throws(SystemError) {
    try perform(.rename, path) { state in
      state.storage.rename(path, to: target) ? .success(()) : .failure(Failure(code: ENOENT))
    }
  }

  func remove(_ path: String) throws(SystemError) {
    try perform(.remove, path) { state in .success(state.storage.remove(path)) }
  }
}
