import FeedParsing
import Testing

/// Instants that are written in each standard's form have to be read back.
@Suite struct DateRoundTripTests {
  /// A form, and from which year on it can be written.
  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let years: ClosedRange<Int>
    let write: @Sendable (CivilTime) -> String

    init(
      _ name: String, _ years: ClosedRange<Int>, _ write: @escaping @Sendable (CivilTime) -> String
    ) {
      self.name = name
      self.years = years
      self.write = write
    }

    var testDescription: String { name }
  }

  private static let forms = [
    Form("RFC 3339", 1...9999) { $0.rfc3339 },
    Form("RFC 3339 with an offset", 1...9999) { $0.rfc3339.dropLast() + "+00:00" },
    Form("W3CDTF to the minute's second, with a fraction", 1...9999) {
      $0.rfc3339.dropLast() + ".250Z"
    },
    Form("ISO 8601 basic", 1...9999) { time in
      String(time.rfc3339.filter { $0 != "-" && $0 != ":" })
    },
    Form("digits alone", 1...9999) { time in String(time.rfc3339.filter(\.isNumber)) },
    Form("ISO 8601 ordinal", 1...9999) { time in
      "\(time.pad(time.year, 4))-\(time.pad(time.dayOfYear, 3))\(time.rfc3339.dropFirst(10))"
    },
    Form("ISO 8601 week", 2...9998) { time in
      let (year, week) = time.week
      return
        "\(time.pad(year, 4))-W\(time.pad(week))-\(time.weekday + 1)\(time.rfc3339.dropFirst(10))"
    },
    Form("RFC 5322", 1900...9999) {
      "\($0.weekdayName.prefix(3)), \($0.mailDay) \($0.clock) +0000"
    },
    Form("RFC 1123", 1000...9999) { "\($0.weekdayName.prefix(3)), \($0.mailDay) \($0.clock) GMT" },
    Form("RFC 822", 1950...2049) { time in
      "\(time.day) \(time.monthName.prefix(3)) \(time.pad(time.year % 100)) \(time.clock) UT"
    },
    Form("RFC 850", 1950...2049) { time in
      let day = "\(time.pad(time.day))-\(time.monthName.prefix(3))-\(time.pad(time.year % 100))"
      return "\(time.weekdayName), \(day) \(time.clock) GMT"
    },
    Form("asctime", 1000...9999) { time in
      let day = time.day < 10 ? " \(time.day)" : "\(time.day)"
      let month = time.monthName.prefix(3)
      return "\(time.weekdayName.prefix(3)) \(month) \(day) \(time.clock) \(time.year)"
    },
    Form("British", 1000...9999) {
      "\($0.weekdayName) \($0.day) \($0.monthName) \($0.year), \($0.clock)"
    },
    Form("American", 1000...9999) { time in
      let hour = (time.hour + 11) % 12 + 1
      let minutes = "\(time.pad(time.minute)):\(time.pad(time.second))"
      let half = time.hour < 12 ? "AM" : "PM"
      return "\(time.monthName) \(time.day), \(time.year) \(hour):\(minutes) \(half)"
    },
    Form("slashes", 1000...9999) { time in
      "\(time.pad(time.day))/\(time.pad(time.month))/\(time.year) \(time.clock)"
    },
    Form("East Asian", 1000...9999) { time in
      let clock = "\(time.hour)時\(time.pad(time.minute))分\(time.second)秒"
      return "\(time.year)年\(time.month)月\(time.day)日 \(clock)"
    },
  ]

  @Test(arguments: forms, [1, 2, 3] as [UInt64])
  func `an instant is read as it was written`(form: Form, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let first = Self.start(of: form.years.lowerBound)
    let last = Self.start(of: form.years.upperBound + 1) - 1
    for _ in 0..<300 {
      let seconds = Int64.random(in: first...last, using: &generator)
      let text = form.write(CivilTime(secondsSince1970: seconds))
      #expect(FeedDateParser.parse(text) == seconds, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `an offset moves the clock and not the instant`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let seconds = Int64.random(in: 0...4_000_000_000, using: &generator)
      let minutes = Int64.random(in: -14 * 60...14 * 60, using: &generator)
      let local = CivilTime(secondsSince1970: seconds + minutes * 60)
      let sign = minutes < 0 ? "-" : "+"
      let (hour, minute) = (local.pad(Int(abs(minutes)) / 60), local.pad(Int(abs(minutes)) % 60))
      let texts = [
        "\(local.rfc3339.dropLast())\(sign)\(hour):\(minute)",
        "\(local.weekdayName.prefix(3)), \(local.mailDay) \(local.clock) \(sign)\(hour)\(minute)",
        "\(local.mailDay) \(local.clock) GMT\(sign)\(hour):\(minute)",
      ]
      for text in texts { #expect(FeedDateParser.parse(text) == seconds, "seed \(seed): \(text)") }
    }
  }

  private static func start(of year: Int) -> Int64 {
    let before = year - 1
    return Int64(before * 365 + before / 4 - before / 100 + before / 400 - 719_162) * 86_400
  }
}

extension CivilTime {
  fileprivate var monthName: String { Self.monthNames[month - 1] }
  fileprivate var weekdayName: String { Self.weekdayNames[weekday] }
  fileprivate var clock: String { "\(pad(hour)):\(pad(minute)):\(pad(second))" }
  fileprivate var mailDay: String { "\(pad(day)) \(monthName.prefix(3)) \(pad(year, 4))" }
}
