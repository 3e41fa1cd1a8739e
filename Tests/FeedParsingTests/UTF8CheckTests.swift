import FeedParsing
import Testing

@Suite struct UTF8CheckTests {
  /// What the standard library makes of the same bytes.
  private func expected(_ bytes: [UInt8]) -> UTF8Check.Verdict {
    guard String(validating: bytes, as: UTF8.self) != nil else { return .invalid }
    return bytes.allSatisfy { $0 < 0x80 } ? .ascii : .valid
  }

  private func verdict(_ bytes: [UInt8], cutAt cuts: [Int] = []) -> UTF8Check.Verdict {
    var check = UTF8Check()
    var start = 0
    for cut in cuts + [bytes.count] {
      check.consume(bytes.span.extracting(start..<cut))
      start = cut
    }
    return check.verdict
  }

  /// Text of runs of one script each, so that blocks of ASCII and of others follow each other.
  private func text(using random: inout SeededGenerator) -> [UInt8] {
    let scripts = [
      "plain text", "é", "я", "中", "😀", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10FFFF}",
    ]
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let characters = scripts.randomElement(using: &random)?.utf8.map(\.self) ?? []
      for _ in 0..<Int.random(in: 0...12, using: &random) { text += characters }
    }
    return text
  }

  @Test(arguments: 0..<20)
  func `the verdict is the standard library's, in one piece and in any pieces`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<150 {
      var bytes = text(using: &random)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      let expected = expected(bytes)
      #expect(verdict(bytes) == expected, "seed \(seed), round \(round)")
      for _ in 0..<5 {
        let cuts = (0..<Int.random(in: 1...6, using: &random))
          .map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
        #expect(
          verdict(bytes, cutAt: cuts) == expected, "seed \(seed), round \(round), cut at \(cuts)")
      }
    }
  }

  /// Every pair and every beginning of three bytes decides in each place of a block.
  @Test(arguments: [0, 3, 29, 30, 31, 32, 61, 64])
  func `all pairs of bytes are judged alike in every place of a block`(place: Int) {
    let before = [UInt8](repeating: 0x61, count: place)
    let after = Array("\u{4E2D}".utf8) + [UInt8](repeating: 0x62, count: 70)
    for lead in UInt8(0x7F)...0xFF {
      for second in UInt8(0x7F)...0xFF {
        for tail: [UInt8] in [[], [0x80], [0xBF, 0x80], [0x41]] {
          let bytes = before + [lead, second] + tail + after
          if verdict(bytes) != expected(bytes) {
            Issue.record("\(lead) \(second) \(tail) at \(place)")
          }
        }
      }
    }
  }

  @Test(arguments: [[0xC3], [0xE4, 0xB8], [0xE4], [0xF0, 0x9F, 0x98], [0xF0]] as [[UInt8]])
  func `a character that ASCII cuts off is not valid, wherever it stands`(start: [UInt8]) {
    for place in 0..<80 {
      let bytes = [UInt8](repeating: 0x61, count: place) + start
      #expect(verdict(bytes + [UInt8](repeating: 0x62, count: 100)) == .invalid, "at \(place)")
    }
  }

  @Test func `text that ends within a character is not valid`() {
    let text = [UInt8](repeating: 0x61, count: 100) + Array("中".utf8)
    #expect(verdict(text) == .valid)
    #expect(verdict(text.dropLast()) == .invalid)
    #expect(verdict(text, cutAt: [101]) == .valid)
  }
}
