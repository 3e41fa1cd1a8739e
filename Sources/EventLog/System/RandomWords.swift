import Glibc

/// Random numbers of the kernel, 32 at a time: one by one, each would be a system call.
struct RandomWords: RandomNumberGenerator {
  private var words: [UInt64] = []
  private let most: Int

  /// Draws `count` numbers at most at once.
  init(count: Int) { most = min(count, 256 / MemoryLayout<UInt64>.size) }

  /// The corresponding C function is `getentropy`.
  mutating func next() -> UInt64 {
    if words.isEmpty { draw() }
    return words.removeLast()
  }

  private mutating func draw() {
    words = [UInt64](repeating: 0, count: max(1, most))
    let result = unsafe words.withUnsafeMutableBytes { unsafe getentropy($0.baseAddress, $0.count) }
    guard result != 0 else { return }
    var generator = SystemRandomNumberGenerator()
    for index in words.indices { words[index] = generator.next() }
  }
}
