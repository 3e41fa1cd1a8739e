/// A number of a date that nothing but its place and its size explain.
struct DatePart {
  let number: DateNumber
  /// The mark before it, nil for a blank.
  let mark: UInt8?

  var value: Int { number.value }
  var digits: Int { number.digits }

  /// The year that it may be.
  ///
  /// Two digits are of 1950 to 2049 and three count from 1900, which is what a program writes that
  /// takes C's `tm_year` for the year (RFC 5322, section 4.3). No feed is older than the year 1000.
  var year: Int? {
    switch digits {
    case 2: value < 50 ? 2000 + value : 1900 + value
    case 3: 1900 + value
    case 4: value >= 1000 ? value : nil
    default: nil
    }
  }

  /// Marks that stand between the numbers of a date.
  static func isSeparator(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
  }
}
