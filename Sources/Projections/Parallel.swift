import Dispatch
import Synchronization

/// Work on all cores at once.
package enum Parallel {
  /// A share smaller than this is not worth another core.
  private static let minimumShare = 32
  private static let maximumShares = 8

  /// What `transform` makes of each element and its index, in the order of the elements.
  package static func map<Element: Sendable, Output: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Int, Element) -> Output
  ) -> [Output] {
    let shares = min(maximumShares, max(1, elements.count / minimumShare))
    guard shares > 1 else { return elements.enumerated().map { transform($0, $1) } }
    let outputs = Mutex([[Output]](repeating: [], count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      let range = elements.count * share / shares..<elements.count * (share + 1) / shares
      let output = range.map { transform($0, elements[$0]) }
      outputs.withLock { $0[share] = output }
    }
    return outputs.withLock { $0.flatMap { $0 } }
  }
}
