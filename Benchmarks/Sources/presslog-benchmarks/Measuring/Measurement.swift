/// What it took to do one thing.
struct Measurement: Decodable {
  var wallSeconds: Double
  /// User and system time, that of child processes included.
  var cpuSeconds: Double
  /// The most memory that the process had at once, in millions of bytes.
  var peakMegabytes: Double
  /// Wall time that went by while data were synced to the disk, where the program tells.
  var syncSeconds: Double?
}
