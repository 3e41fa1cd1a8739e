/// Which organisations came from which others, by renaming, merging and dividing.
public struct Lineage: Sendable {
  private var predecessors: [String: [String]] = [:]
  private var successors: [String: [String]] = [:]

  /// Reads it from what partners say of each other; one side is enough.
  public init(_ partners: [Partner]) {
    for partner in partners {
      for id in partner.predecessors { add(id, before: partner.id) }
      for id in partner.successors { add(partner.id, before: id) }
    }
  }

  /// Everybody whom a partner came from, the nearest first and each once.
  public func predecessors(of id: String) -> [String] { Self.closure(of: id, in: predecessors) }

  /// Everybody who came from a partner, the nearest first and each once.
  public func successors(of id: String) -> [String] { Self.closure(of: id, in: successors) }

  private mutating func add(_ earlier: String, before later: String) {
    if !predecessors[later, default: []].contains(earlier) {
      predecessors[later, default: []].append(earlier)
    }
    if !successors[earlier, default: []].contains(later) {
      successors[earlier, default: []].append(later)
    }
  }

  private static func closure(of id: String, in edges: [String: [String]]) -> [String] {
    var found: [String] = []
    var seen: Set = [id]
    var next = edges[id] ?? []
    while !next.isEmpty {
      let new = next.filter { seen.insert($0).inserted }
      found += new
      next = new.flatMap { edges[$0] ?? [] }
    }
    return found
  }
}

extension Sequence<DatedName> {
  /// What somebody with these names, the official one today first, was called on a day.
  ///
  /// Where the official name was not in use, it is the one that had come into use last, or else the
  /// first of those that went out of use later.
  ///
  /// - Parameter day: The day; nil is today.
  /// - Returns: Nil where there is no name at all.
  public func name(on day: Day?) -> String? {
    var first: DatedName?
    var latest: DatedName?
    var ending: DatedName?
    for name in self {
      if first == nil { first = name }
      guard name.period.contains(day) else { continue }
      if name == first { return name.name }
      if let from = name.period.from, latest?.period.from.map({ $0 < from }) ?? true {
        latest = name
      }
      if ending == nil, name.period.until != nil { ending = name }
    }
    return (latest ?? ending ?? first)?.name
  }
}
