/// The names of months, weekdays and zones in dates.
enum DateNames {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ].map { Array($0.utf8) }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }

  /// The month of a name in lower case or of its first letters, three at least.
  static func month(_ word: [UInt8]) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.starts(with: word) }.map { $0 + 1 }
  }

  static func isWeekday(_ word: [UInt8]) -> Bool {
    word.count >= 2 && weekdays.contains { $0.starts(with: word) } || word == Array("tues".utf8)
      || word == Array("thurs".utf8)
  }

  /// Seconds east of Greenwich of a zone's name in lower case.
  ///
  /// The single letters are read as RFC 822 defines them. RFC 5322, section 4.3, counts any other
  /// name of three to five letters as unknown, which is UTC.
  static func zoneOffset(_ name: [UInt8]) -> Int? {
    if name.count == 1 { return militaryOffset(name[0]) }
    let text = String(decoding: name, as: UTF8.self)
    if let minutes = zones[text] { return minutes * 60 }
    return (3...5).contains(name.count) && month(name) == nil ? 0 : nil
  }

  /// In minutes.
  private static let zones: [String: Int] = [
    "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "ist": 330, "cet": 60, "met": 60, "mez": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "west": 60,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420,
    "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "ast": -240, "adt": -180,
    "at": -240, "nst": -210, "ndt": -150, "akst": -540, "akdt": -480, "hst": -600, "jst": 540,
    "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "acst": 570, "acdt": 630,
    "awst": 480, "nzst": 720, "nzdt": 780, "sast": 120, "brt": -180, "art": -180,
  ]

  private static func militaryOffset(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "z"): 0
    case UInt8(ascii: "a")...UInt8(ascii: "i"): -Int(letter - UInt8(ascii: "a") + 1) * 3600
    case UInt8(ascii: "k")...UInt8(ascii: "m"): -Int(letter - UInt8(ascii: "a")) * 3600
    case UInt8(ascii: "n")...UInt8(ascii: "y"): Int(letter - UInt8(ascii: "n") + 1) * 3600
    default: nil
    }
  }
}
