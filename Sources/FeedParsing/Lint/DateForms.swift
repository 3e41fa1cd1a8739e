/// Whether a date is written as RFC 822 has it, with RSS's year of four digits.
enum MailDateForm {
  enum Fault: Equatable {
    /// Why it is not in that form.
    case form(String)
    /// It names another day of the week.
    case weekday
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// RFC 822's, but not its letters, which RFC 5322 says nobody reads the same way.
  private static let zones: Set<String> = [
    "UT", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT",
  ]

  static func fault(in text: String) -> Fault? {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    var weekday: Int?
    if let first = words.first, first.last == "," {
      weekday = days.firstIndex(of: String(first.dropLast()))
      guard weekday != nil else { return .form("it has no weekday such as Mon") }
      words.removeFirst()
    }
    guard words.count == 5 else { return .form("it needs day, month, year, time and zone") }
    let parts = words.map(String.init)
    guard (1...2).contains(parts[0].count), let day = number(parts[0]) else {
      return .form("it has no day such as 20")
    }
    guard let month = months.firstIndex(of: parts[1]) else {
      return .form("it has no month such as Jan")
    }
    guard parts[2].count == 4, let year = number(parts[2]) else {
      return .form("its year has no four digits")
    }
    guard isClock(parts[3]) else { return .form("it has no time such as 09:00:00") }
    guard isZone(parts[4]) else { return .form("its zone is neither GMT nor such as +0000") }
    guard let date = CalendarDay(year: year, month: month + 1, day: day) else {
      return .form("there is no such day")
    }
    // 1970 began on a Thursday.
    let actual = ((date.daysSince1970 + 3) % 7 + 7) % 7
    return weekday == nil || weekday == actual ? nil : .weekday
  }

  private static func isClock(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { $0.count == 2 && number(String($0)) != nil }
  }

  private static func isZone(_ text: String) -> Bool {
    if zones.contains(text) { return true }
    return text.count == 5 && (text.first == "+" || text.first == "-")
      && number(String(text.dropFirst())) != nil
  }

  static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

/// Whether a date is written as RFC 3339 has it, or W3CDTF, which knows days, months and years too.
enum InternetDateForm {
  static func fault(in text: String) -> String? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let day = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard day.map(\.count) == [4, 2, 2], day.allSatisfy({ MailDateForm.number($0) != nil }) else {
      return "it has no day such as 2024-01-20"
    }
    guard parts.count == 2 else { return "it has no time such as T09:00:00Z" }
    return isClock(parts[1]) ? nil : "its time is none such as 09:00:00Z or 09:00:00+01:00"
  }

  private static func isClock(_ text: Substring) -> Bool {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "Z") {
      bytes.removeLast()
    } else {
      guard bytes.count > 6,
        isPattern(bytes.suffix(6), "+00:00") || isPattern(bytes.suffix(6), "-00:00")
      else { return false }
      bytes.removeLast(6)
    }
    let fraction = bytes.dropFirst(8)
    return isPattern(bytes.prefix(8), "00:00:00")
      && (fraction.isEmpty
        || fraction.first == UInt8(ascii: ".") && fraction.count > 1
          && fraction.dropFirst().allSatisfy(isDigit))
  }

  /// Whether bytes look like a pattern, in which 0 stands for any digit.
  private static func isPattern(_ bytes: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    bytes.count == pattern.utf8.count
      && zip(bytes, pattern.utf8).allSatisfy { $1 == 0x30 ? isDigit($0) : $0 == $1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
