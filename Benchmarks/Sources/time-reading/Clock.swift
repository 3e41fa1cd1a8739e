import Glibc

/// The clocks that the floor in C reads as well.
enum Clock {
  /// Time that goes by.
  case wall
  /// Time that this process spent computing, in all its threads.
  case cpu

  /// The clock's reading in seconds; only differences mean anything.
  var seconds: Double {
    var time = timespec()
    clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
