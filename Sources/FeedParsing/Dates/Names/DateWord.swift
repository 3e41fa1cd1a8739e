/// What a word of a date may mean; its place in the date decides which of it counts.
struct DateWord {
  var month: Int?
  var zone: DateZone?
  var half: HalfOfDay?
  var roles: Roles = []
  /// The word, where it is a single letter.
  var letter: Unicode.Scalar?
  /// All letters are those of ASCII.
  var isASCII = true
  /// And all are capitals.
  var isCapitals = false
  var letterCount = 0

  /// Which half of the day the hours are counted in.
  enum HalfOfDay {
    case morning, afternoon
    /// `12 noon`.
    case noon
  }

  /// What else words are there for.
  struct Roles: OptionSet {
    let rawValue: UInt16

    static let weekday = Roles(rawValue: 1 << 0)
    /// A word like `of` or `à` that changes nothing.
    static let particle = Roles(rawValue: 1 << 1)
    /// A word like `kl.` that a time of twenty-four hours follows.
    static let clockCue = Roles(rawValue: 1 << 2)
    /// The `st` of `1st`.
    static let ordinalEnding = Roles(rawValue: 1 << 3)
    /// What a number counts, written behind it.
    static let year = Roles(rawValue: 1 << 4)
    static let month = Roles(rawValue: 1 << 5)
    static let day = Roles(rawValue: 1 << 6)
    static let hour = Roles(rawValue: 1 << 7)
    static let minute = Roles(rawValue: 1 << 8)
    static let second = Roles(rawValue: 1 << 9)
    /// The word ends as weekdays in English do, whatever stands before it.
    static let dayEnding = Roles(rawValue: 1 << 10)
    /// Two languages mean different months by it, so it is none.
    static let contested = Roles(rawValue: 1 << 11)
  }

  var isName: Bool { month != nil || roles.contains(.weekday) }
  /// `mar` is March and in French, Spanish and Italian a Tuesday as well.
  var mayBeWeekday: Bool { roles.contains(.weekday) }
  /// The zone's name stands for Greenwich, so that an offset may follow: `GMT+1`.
  var isUniversalTime: Bool { zone == .fixed(0) && letter == nil }

  /// Adds what another language means by the same word.
  mutating func merge(_ other: DateWord) {
    if let month, let second = other.month, month != second {
      self.month = nil
      roles.insert(.contested)
    } else if !roles.contains(.contested) {
      month = month ?? other.month
    }
    zone = zone ?? other.zone
    half = half ?? other.half
    roles.formUnion(other.roles)
  }
}
