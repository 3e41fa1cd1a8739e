internal import Dispatch
internal import Synchronization

/// Hands fetches to the thread that runs them, which it starts with the first and ends with itself.
final class TransferEngine: Sendable {
  private let mailbox = Mailbox()
  private let isRunning = Mutex(false)
  private let lastNumber = Atomic(0)

  deinit {
    mailbox.post(.stop)
  }

  /// Runs a fetch to its end, or until the task is cancelled.
  func run(_ itinerary: Itinerary, userAgent: String) async throws -> FetchOutcome {
    start()
    let id = TransferJob.ID(number: lastNumber.add(1, ordering: .relaxed).newValue)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        mailbox.post(
          .start(
            TransferJob(
              id: id, itinerary: itinerary, userAgent: userAgent, continuation: continuation)))
        // A cancellation from before the start has found no transfer to end.
        if Task.isCancelled { mailbox.post(.cancel(id)) }
      }
    } onCancel: {
      mailbox.post(.cancel(id))
    }
  }

  private func start() {
    let isFirst = isRunning.withLock { isRunning in
      defer { isRunning = true }
      return !isRunning
    }
    guard isFirst else { return }
    // A serial queue has a thread of its own for as long as its block runs, outside Swift's pool.
    DispatchQueue(label: "org.presslog.fetching").async { [mailbox] in
      TransferLoop(mailbox: mailbox).run()
    }
  }
}
