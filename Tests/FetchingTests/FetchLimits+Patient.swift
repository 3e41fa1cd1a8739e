import Fetching

extension FetchLimits {
  /// For a transfer that a test ends itself: no clock does it first, however busy the machine is.
  static var patient: FetchLimits {
    var limits = FetchLimits()
    limits.totalTimeout = .seconds(3_600)
    limits.lowSpeedTime = .seconds(3_600)
    limits.connectTimeout = .seconds(3_600)
    return limits
  }
}
