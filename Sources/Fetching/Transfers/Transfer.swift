internal import CCurl

/// A fetch that is running: its itinerary, and the exchange with the URL it has got to.
///
/// It belongs to the thread of its ``TransferLoop``.
final class Transfer {
  /// What comes after an exchange.
  enum Progress {
    /// The redirect's exchange is next.
    case redirected
    case finished(Result<FetchOutcome, any Error>)
  }

  let job: TransferJob
  private(set) var exchange: Exchange
  private var itinerary: Itinerary
  private let deadline: ContinuousClock.Instant

  init(_ job: TransferJob) {
    self.job = job
    itinerary = job.itinerary
    let timeout = itinerary.request.limits.totalTimeout
    deadline = .now + timeout
    exchange = Exchange(itinerary, userAgent: job.userAgent, timeout: timeout)
  }

  /// Takes in how the exchange ended.
  func advance(after result: CURLcode) -> Progress {
    do throws(FetchError) {
      switch try itinerary.receive(try exchange.answer(after: result)) {
      case .finish(let outcome): return .finished(.success(outcome))
      case .follow: break
      }
    } catch {
      return .finished(.failure(error))
    }
    exchange = Exchange(
      itinerary, userAgent: job.userAgent, timeout: ContinuousClock.now.duration(to: deadline))
    return .redirected
  }
}
