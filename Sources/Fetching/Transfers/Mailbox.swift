internal import Synchronization

/// How tasks tell the thread that runs transfers what to do, in order and without waiting for it.
final class Mailbox: Sendable {
  /// What a task can ask for.
  enum Command: Sendable {
    case start(TransferJob)
    case cancel(TransferJob.ID)
    /// End the thread once no transfer is left.
    case stop
  }

  private struct State {
    var commands: [Command] = []
    var wakeUpAddress: UInt?
  }

  private let state = Mutex(State())

  /// Leaves a command and wakes the thread up.
  func post(_ command: Command) {
    state.withLock { state in
      state.commands.append(command)
      // Under the lock, so that the handle cannot go away meanwhile: see ``close()``.
      if let address = state.wakeUpAddress { MultiHandle.wakeUp(address) }
    }
  }

  /// Takes all commands out.
  func takeCommands() -> [Command] {
    state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// Says whose wait a new command is to end; what was posted before is there to be taken.
  func open(_ multi: borrowing MultiHandle) {
    let address = multi.wakeUpAddress
    state.withLock { $0.wakeUpAddress = address }
  }

  /// Says that the handle is about to go away.
  func close() {
    state.withLock { $0.wakeUpAddress = nil }
  }
}
