/// A feed to parse.
struct FeedFile {
  /// How many entries a feed has.
  enum Size: String, CaseIterable {
    case small
    case medium
    case large

    var entries: Int {
      switch self {
      case .small: 20
      case .medium: 200
      case .large: 20_000
      }
    }
  }

  /// The format that a feed is written in.
  enum Flavour: String, CaseIterable {
    case rss2
    case rss1
    case atom

    var title: String {
      switch self {
      case .rss2: "RSS 2.0"
      case .rss1: "RSS 1.0"
      case .atom: "Atom"
      }
    }
  }

  var size: Size
  var flavour: Flavour
  var path: String
  var bytes: Int

  var title: String { "\(size.rawValue), \(flavour.title)" }
  var entries: Int { size.entries }
  var megabytes: Double { Double(bytes) / 1e6 }
}
