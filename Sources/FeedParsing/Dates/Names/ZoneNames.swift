/// The names of zones, as far as they mean one thing.
///
/// RFC 822 defines the North American ones and the single letters. Of the others those are here
/// that feeds use; where two regions share a name it is the one whose feeds write it: `BST` is
/// British Summer Time (not Bangladesh), `IST` India's (not Ireland's or Israel's), `CST`
/// America's, as RFC 822 has it (not China's).
enum ZoneNames {
  static let all: [(name: String, zone: DateZone)] =
    fixed.map { (name: $0.key, zone: DateZone.fixed($0.value)) }
    + northAmerican.map { (name: $0.key, zone: DateZone.northAmerican($0.value)) }

  /// Minutes east of Greenwich.
  private static let fixed: [String: Int] = [
    // Greenwich
    "ut": 0, "utc": 0, "gmt": 0, "zulu": 0,
    // Europe
    "wet": 0, "west": 60, "bst": 60, "cet": 60, "met": 60, "mez": 60, "cest": 120, "mest": 120,
    "mesz": 120, "cedt": 120, "eet": 120, "eest": 180, "eedt": 180, "msk": 180, "мск": 180,
    "trt": 180,
    // North America
    "nst": -210, "ndt": -150, "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
    "hst": -600,
    // South America
    "art": -180, "brt": -180, "clt": -240, "clst": -180, "cot": -300, "uyt": -180,
    // Africa
    "wat": 60, "cat": 120, "sast": 120, "eat": 180,
    // Asia
    "idt": 180, "irst": 210, "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "ict": 420,
    "wib": 420, "wita": 480, "hkt": 480, "sgt": 480, "myt": 480, "pht": 480, "wit": 540,
    "jst": 540, "kst": 540,
    // Oceania
    "awst": 480, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
  ]

  /// Minutes east of Greenwich in winter.
  private static let northAmerican: [String: Int] = [
    "at": -240, "et": -300, "ct": -360, "mt": -420, "pt": -480,
  ]

  /// The military zone of a letter as RFC 822, section 5.1, has it, in minutes.
  ///
  /// The military itself counts the other way around. `J` is the observer's own time and no zone.
  static func military(_ letter: Unicode.Scalar) -> DateZone? {
    guard letter.isASCII else { return nil }
    let byte = UInt8(truncatingIfNeeded: letter.value) | 0x20
    switch byte {
    case UInt8(ascii: "z"): return .fixed(0)
    case UInt8(ascii: "a")...UInt8(ascii: "i"): return .fixed(-60 * Int(byte - 0x60))
    case UInt8(ascii: "k")...UInt8(ascii: "m"): return .fixed(-60 * Int(byte - 0x61))
    case UInt8(ascii: "n")...UInt8(ascii: "y"): return .fixed(60 * Int(byte - 0x6D))
    default: return nil
    }
  }
}
