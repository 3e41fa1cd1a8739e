internal import CCurl

/// Runs all transfers of an engine on the thread that calls ``run()``.
final class TransferLoop {
  private let mailbox: Mailbox
  private let multi = MultiHandle()
  private var transfers: [TransferKey: Transfer] = [:]
  private var isStopping = false

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  /// Runs until it is told to stop and the last transfer has ended.
  func run() {
    mailbox.open(multi)
    defer { mailbox.close() }
    while true {
      mailbox.takeCommands().forEach(obey)
      multi.perform()
      while let (key, result) = multi.nextFinished() { advance(key, after: result) }
      if isStopping && transfers.isEmpty { return }
      // A transfer that was just added makes this return at once.
      multi.wait()
    }
  }

  private func obey(_ command: Mailbox.Command) {
    switch command {
    case .start(let job): add(Transfer(job))
    case .cancel(let id): cancel(id)
    case .stop: isStopping = true
    }
  }

  private func add(_ transfer: Transfer) {
    transfers[transfer.exchange.handle.key] = transfer
    multi.add(transfer.exchange.handle)
  }

  /// Ends a transfer early; one that has ended meanwhile is no longer here.
  private func cancel(_ id: TransferJob.ID) {
    guard let (key, transfer) = transfers.first(where: { $0.value.job.id == id }) else { return }
    transfers[key] = nil
    multi.remove(transfer.exchange.handle)
    transfer.job.continuation.resume(throwing: CancellationError())
  }

  private func advance(_ key: TransferKey, after result: CURLcode) {
    guard let transfer = transfers.removeValue(forKey: key) else { return }
    multi.remove(transfer.exchange.handle)
    switch transfer.advance(after: result) {
    case .redirected: add(transfer)
    case .finished(let outcome): transfer.job.continuation.resume(with: outcome)
    }
  }
}
