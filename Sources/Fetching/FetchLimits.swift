/// Bounds on what one fetch may cost.
///
/// A bound is there for a hostile or broken server; no honest feed comes near any of them.
public struct FetchLimits: Hashable, Sendable {
  /// The bytes of a body after decompression, so that a small answer cannot grow without end.
  public var bodyBytes = 16 << 20
  /// The bytes of one answer's header fields.
  public var headerBytes = 256 << 10
  /// How many redirects are followed.
  public var redirects = 10
  /// How long name, connection and TLS may take together for one hop.
  public var connectTimeout = Duration.seconds(10)
  /// How long the fetch may take from the first name lookup to the last byte, redirects included.
  public var totalTimeout = Duration.seconds(60)
  /// The rate below which a transfer counts as stalled.
  public var lowSpeedBytesPerSecond = 1
  /// How long a transfer may be stalled; whole seconds, at least one.
  ///
  /// libcurl judges by the mean rate of the last five seconds, so it sees a stall that much later.
  public var lowSpeedTime = Duration.seconds(20)

  public init() {}

  /// The limits that hold where a request names none.
  public static let standard = FetchLimits()
}
