/// A fetch on its way to the thread that runs it.
struct TransferJob: Sendable {
  /// Tells the jobs of one engine apart.
  struct ID: Hashable, Sendable {
    let number: Int
  }

  let id: ID
  let itinerary: Itinerary
  let userAgent: String
  /// Resumed exactly once, by the thread that runs the job.
  let continuation: CheckedContinuation<FetchOutcome, any Error>
}
