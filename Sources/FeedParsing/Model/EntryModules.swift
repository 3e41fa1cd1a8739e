/// What an entry says in the vocabularies that extend RSS and Atom.
public struct EntryModules: Hashable, Sendable {
  /// Files and players of Media RSS, in the order of the document.
  public var media: [MediaFile] = []
  /// Pictures that stand for the entry: `media:thumbnail`, `itunes:image`.
  public var thumbnails: [String] = []
  /// Where it is about.
  public var location: GeoLocation?
  /// How many comments there are: `slash:comments`, `thr:total` (RFC 4685).
  public var commentCount: Int?
  /// The identifiers of the entries that it answers: `thr:in-reply-to` (RFC 4685).
  public var inReplyTo: [String] = []
  /// How long a recording lasts, as the feed writes it: `itunes:duration`.
  public var duration: String?
  /// Whether it is not for children: `itunes:explicit`.
  public var isExplicit: Bool?
  /// `itunes:season`.
  public var season: Int?
  /// `itunes:episode`.
  public var episode: Int?

  /// Modules that say nothing.
  public init() {}
}

/// A file of Media RSS and what is said of it.
public struct MediaFile: Hashable, Sendable {
  /// Where the file is.
  public var url: String?
  /// Its media type.
  public var type: String?
  /// What kind of thing, such as `image` or `video`.
  public var medium: String?
  /// In bytes.
  public var length: Int?
  /// In pixels.
  public var width: Int?
  /// In pixels.
  public var height: Int?
  /// In seconds.
  public var duration: Int?
  /// Plain text.
  public var title: String?
  /// The caption, plain text.
  public var description: String?
  /// Who made it or owns the rights, with the role that the feed gives.
  public var credits: [MediaCredit] = []
  /// The number of the `media:group` whose members are the same thing in several forms.
  public var group: Int?

  /// A file of which nothing is known.
  public init() {}
}

/// Who is credited with a file, and as what.
public struct MediaCredit: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Such as `photographer`.
  public var role: String?

  /// A credit by its name and role.
  public init(name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

/// A place, as GeoRSS, GML or the W3C's geo vocabulary gives it.
public struct GeoLocation: Hashable, Sendable {
  /// What the coordinates outline.
  public enum Shape: String, Hashable, Sendable {
    case point, line, polygon, box
  }

  /// What the coordinates outline.
  public var shape: Shape
  /// Latitude and longitude by turns, in degrees (WGS 84).
  public var coordinates: [Double]

  /// A place by its outline.
  public init(shape: Shape, coordinates: [Double]) {
    self.shape = shape
    self.coordinates = coordinates
  }
}
