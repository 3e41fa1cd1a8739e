/// The marker that the next item of a list gets.
struct ListMarkers {
  private struct List {
    var isOrdered: Bool
    var number: Int
  }

  private var lists: [List] = []
  /// The marker of an item that has no text yet, with its indentation.
  private(set) var pending: [UInt8]?

  var isInList: Bool { !lists.isEmpty }

  mutating func beginList(_ tag: HTMLTag) {
    lists.append(List(isOrdered: tag.element == .ol, number: Self.number(tag, .start) ?? 1))
  }

  mutating func endList() {
    pending = nil
    _ = lists.popLast()
  }

  /// Begins an item; outside a list it has the mark of an unordered one.
  mutating func beginItem(_ tag: HTMLTag) {
    var marker = [UInt8](repeating: 0x20, count: max(0, lists.count - 1) * 2)
    if let list = lists.last, list.isOrdered {
      let number = Self.number(tag, .value) ?? list.number
      lists[lists.count - 1].number = number + 1
      marker += "\(number). ".utf8
    } else {
      marker += "- ".utf8
    }
    pending = marker
  }

  /// An item without text has no marker either.
  mutating func endItem() {
    pending = nil
  }

  mutating func takePending() -> [UInt8]? {
    defer { pending = nil }
    return pending
  }

  /// A number of at most nine digits.
  private static func number(_ tag: HTMLTag, _ attribute: HTMLAttribute) -> Int? {
    guard let value = tag.value(of: attribute), value.count <= 9 else { return nil }
    return Int(String(decoding: value, as: UTF8.self))
  }
}
