/// Holds what is erased in a log against its redactions: each calls for the other.
struct ErasureCheck: Sendable {
  /// What each redaction names.
  private var named: [Redaction] = []
  /// The events whose data are erased, each with the redaction that it refers to.
  private var erased: [Int: (redaction: Int, place: Damage)] = [:]

  /// Notes a line.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - bytes: The bytes that it was read from.
  ///   - file: The path of its segment.
  ///   - offset: Where in the segment it begins.
  mutating func note(_ line: LogLine, _ bytes: [UInt8], _ file: String, at offset: Int) {
    if let redaction = ErasedData.redaction(in: bytes, line.data) {
      let place = Damage(
        file: file, offset: offset, sequence: line.sequence, problem: .unfoundedErasure)
      erased[line.sequence] = (redaction, place)
    } else if let redaction = Redaction(line, bytes) {
      named.append(redaction)
    }
  }

  /// Adds what was noted of another segment.
  mutating func add(_ other: ErasureCheck) {
    named += other.named
    erased.merge(other.erased) { first, _ in first }
  }

  /// Data that are erased and named by no redaction, and data that a redaction names and that stand.
  ///
  /// - Parameters:
  ///   - layout: Where the log lies, of which every line was noted.
  ///   - segments: The first sequences of its segments.
  ///   - head: The last event that can be read.
  /// - Returns: What is wrong, in the order of the events.
  /// - Throws: ``SystemError``.
  func problems(
    _ layout: LogLayout, segments: [Int], upTo head: LogPosition
  ) throws -> [Damage] {
    let redactions = Dictionary(
      named.map { ($0.sequence, $0.erased) }, uniquingKeysWith: { first, _ in first })
    var problems = erased.values.filter {
      redactions[$0.redaction]?.contains($0.place.sequence) != true
    }.map(\.place)
    var standing = named.reduce(into: Set<Int>()) { $0.formUnion($1.erased) }
    standing.subtract(erased.keys)
    // What is being erased just now, or will be when the log is next opened, is no problem.
    standing.subtract(try RedactionIntent.read(layout, upTo: head).erased)
    for sequence in standing {
      guard let first = segments.last(where: { $0 <= sequence }) else { continue }
      problems.append(
        Damage(
          file: layout.segment(first), offset: 0, sequence: sequence,
          problem: .undoneErasure))
    }
    do {
      _ = try RedactionIntent.read(layout)
    } catch EventLogError.corrupt(let damage) {
      problems.append(damage)
    }
    return problems.sorted { $0.sequence < $1.sequence }
  }
}
