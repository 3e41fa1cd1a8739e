import EventLog
import Glibc

/// An open file of a ``SimulatedDisk``; of no use once its process was killed.
final class SimulatedFile: DiskFile {
  let path: String
  /// Which of all open files it is, from 1.
  private let number: Int
  private let node: Int
  private let process: Int
  private let disk: SimulatedDisk

  init(_ path: String, _ number: Int, node: Int, process: Int, on disk: SimulatedDisk) {
    (self.path, self.number, self.node) = (path, number, node)
    (self.process, self.disk) = (process, disk)
  }

  deinit {
    let (node, number) = (node, number)
    disk.with { if $0.locks[node] == number { $0.locks[node] = nil } }
  }

  func size() throws(SystemError) -> Int {
    try disk.perform(.size, path, by: process) { state in
      .success(state.storage.change(node) { $0.bytes.count })
    }
  }

  func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int {
    let bytes = try disk.perform(.read, path, by: process) { state in
      .success(state.storage.change(node) { $0.bytes.dropFirst(offset).prefix(count) })
    }
    buffer += bytes
    return bytes.count
  }

  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    let isPart = { (fault: PlannedFault) in fault.kind == .shortWrite }
    try disk.perform(.write, path, by: process) { state, fault in
      guard isPart(fault) else { return }
      state.storage.change(node) { $0.write(bytes[..<(bytes.count / 2)], at: offset) }
    } _: { state in
      .success(state.storage.change(node) { $0.write(bytes[...], at: offset) })
    }
  }

  func truncate(to size: Int) throws(SystemError) {
    try disk.perform(.truncate, path, by: process) { state in
      .success(state.storage.change(node) { $0.truncate(to: size) })
    }
  }

  func syncData() throws(SystemError) {
    try disk.perform(.sync, path, by: process) { state, _ in
      var random = state.random
      state.storage.change(node) { $0.failSync(using: &random) }
      state.random = random
    } _: { state in
      .success(state.storage.change(node) { $0.sync() })
    }
  }

  func sync() throws(SystemError) { try syncData() }

  func tryLock() throws(SystemError) -> Bool {
    try disk.perform(.lock, path, by: process) { state in
      if let holder = state.locks[node], holder != number { return .success(false) }
      state.locks[node] = number
      return .success(true)
    }
  }

  func isLockedElsewhere() -> Bool {
    let held = try? disk.perform(.lock, path, by: process) { state in
      .success(state.locks[node].map { $0 != number } ?? false)
    }
    return held ?? true
  }
}
