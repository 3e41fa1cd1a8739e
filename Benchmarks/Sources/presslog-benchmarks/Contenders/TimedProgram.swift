import Foundation

/// A program that times its own reading of bytes in memory, so that its start does not count.
struct TimedProgram: Contender {
  var name: String
  /// The program and its first arguments; the repetitions and the file come after them.
  var words: [String]

  /// What such a program prints: the items of one repetition, the seconds of all.
  private struct Answer: Decodable {
    var items: Int
    var seconds: Double
    var cpuSeconds: Double
    var syncSeconds: Double?
  }

  func read(_ file: String, repetitions: Int) throws -> Reading {
    let (text, process) = try Command(words + ["\(repetitions)", file]).output()
    let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    let count = Double(repetitions)
    return Reading(
      items: answer.items,
      measurement: Measurement(
        wallSeconds: answer.seconds / count, cpuSeconds: answer.cpuSeconds / count,
        peakMegabytes: process.peakMegabytes,
        syncSeconds: answer.syncSeconds.map { $0 / count }))
  }
}
