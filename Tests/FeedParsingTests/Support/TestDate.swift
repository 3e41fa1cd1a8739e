/// A moment as feeds write it, computed apart from the parser that is to read it.
struct TestDate {
  let secondsSince1970: Int64

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// RFC 822 with a year of four digits, as RSS 2.0 has it, in a zone so many minutes from Greenwich.
  func rfc822(zoneMinutes: Int) -> String {
    let (year, month, day, clock) = fields(zoneMinutes: zoneMinutes)
    let days = (secondsSince1970 + Int64(zoneMinutes * 60)) / 86_400
    let zone = zoneMinutes == 0 ? "GMT" : Self.zone(zoneMinutes, separator: "")
    let date = "\(day) \(Self.months[month - 1]) \(year)"
    return "\(Self.weekdays[Int(days % 7)]), \(date) \(clock) \(zone)"
  }

  /// RFC 3339, as Atom and Dublin Core have it.
  func rfc3339(zoneMinutes: Int) -> String {
    let (year, month, day, clock) = fields(zoneMinutes: zoneMinutes)
    let zone = zoneMinutes == 0 ? "Z" : Self.zone(zoneMinutes, separator: ":")
    return "\(year)-\(Self.digits(month))-\(Self.digits(day))T\(clock)\(zone)"
  }

  private func fields(zoneMinutes: Int) -> (year: Int, month: Int, day: Int, clock: String) {
    let local = Int(secondsSince1970) + zoneMinutes * 60
    let (date, second) = (Self.civil(days: local / 86_400), local % 86_400)
    let clock = [second / 3600, second / 60 % 60, second % 60].map(Self.digits)
    return (date.year, date.month, date.day, clock.joined(separator: ":"))
  }

  private static func zone(_ minutes: Int, separator: String) -> String {
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + digits(size / 60) + separator + digits(size % 60)
  }

  private static func digits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The day of the Gregorian calendar, counted from 1 March so that leap days come last.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNewYear = month >= 10
    return (year + era * 400 + (isNewYear ? 1 : 0), isNewYear ? month - 9 : month + 3, day)
  }
}
