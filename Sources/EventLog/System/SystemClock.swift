import Glibc
public import JSONBytes

extension Timestamp {
  /// The system's wall clock; the corresponding C function is `clock_gettime`.
  public static func systemNow() -> Timestamp {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Timestamp(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
  }
}
