import EventLog

extension SimulatedDisk {
  /// What is to happen at an operation from now on, counted from 0.
  func plan(_ fault: PlannedFault) {
    with { state in
      var fault = fault
      fault.operation += state.operations
      state.faults.append(fault)
    }
  }

  /// Forgets what was planned, and says how many operations failed since the last call.
  @discardableResult
  func endFaults() -> Int {
    with { state in
      state.faults = []
      defer { state.hits = 0 }
      return state.hits
    }
  }

  /// Has another process do something before an operation from now on, counted from 0; it ends with
  /// ``end(isStopped:)``.
  func interrupt(at operation: Int, _ body: @escaping @Sendable (SimulatedDisk) -> Void) {
    with { state in
      let number = state.operations + operation
      state.interruption = (
        number,
        { disk in
          let outer = disk.with { state in
            defer { state.beginProcess() }
            return state.process
          }
          body(disk)
          disk.with { $0.process = outer }
        }
      )
    }
  }

  /// Begins to keep the state after each change.
  func record() { with { ($0.isRecording, $0.moments) = (true, []) } }

  /// Ends what ``record()`` began.
  func moments() -> [Moment] {
    with { state in
      defer { (state.isRecording, state.moments) = (false, []) }
      return state.moments
    }
  }

  /// The state as it is now.
  var moment: Moment {
    with { Moment(operation: "the end", storage: $0.storage, locked: Set($0.locks.keys)) }
  }

  /// Ends the running process as `kill -9` does: nothing that was written is lost, locks are; or
  /// stops it for ever, its locks held.
  func end(isStopped: Bool = false) {
    with { state in
      state.ended.insert(state.process)
      state.locks = isStopped ? state.locks.mapValues { _ in 0 } : [:]
      state.beginProcess()
    }
  }

  /// Ends the running process and cuts the power.
  func cutPower(using random: inout SeededGenerator) {
    end()
    let storage = with { $0.storage }.afterPowerCut(using: &random)
    with { $0.storage = storage }
  }
}

extension SimulatedDisk.Moment {
  /// The disk after a kill or a power cut at this moment.
  func crashed(isKill: Bool, using random: inout SeededGenerator) -> SimulatedDisk {
    let seed = random.next()
    let storage = isKill ? storage : storage.afterPowerCut(using: &random)
    return SimulatedDisk(storage, seed: seed)
  }

  func crashed(isKill: Bool, seed: Int) -> SimulatedDisk {
    var random = SeededGenerator(seed: seed)
    return crashed(isKill: isKill, using: &random)
  }

  /// The same moment, the writer still at work.
  func beside() -> SimulatedDisk { SimulatedDisk(storage, locked: locked) }

  /// Whether a sync has failed, so that what can be read is perhaps not on the device.
  var isForgotten: Bool { storage.files.values.contains { $0.isForgotten } }
}

extension SimulatedDisk.State {
  fileprivate mutating func beginProcess() {
    process = processes
    processes += 1
  }
}
