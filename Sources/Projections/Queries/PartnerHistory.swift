import Catalog
import GRDB
public import JSONBytes

/// What partners were called at any time.
public struct NamesInTime: Sendable {
  private var names: [String: [DatedName]] = [:]

  init(_ rows: [Row]) {
    for row in rows {
      let period = Period(
        from: (row["starts"] as String?).flatMap { Day($0) },
        until: (row["ends"] as String?).flatMap { Day($0) })
      names[row["partner"], default: []].append(DatedName(row["name"], period: period))
    }
  }

  /// What a partner was called at a time; its id where nobody knows.
  public func name(of partner: String, at time: Timestamp) -> String {
    names[partner]?.name(on: Day(time.day)) ?? partner
  }
}

/// How often a partner was met in a year, by the dates of the announcements.
public struct YearCount: Hashable, Sendable {
  public var year: Int
  public var announcements: Int
  /// Of those, how many it published, and in how many it is mentioned and quoted.
  public var published: Int
  public var mentioned: Int
  public var quoted: Int

  static let selection = """
    SELECT CAST(strftime('%Y', a.position, 'unixepoch') AS INTEGER) AS year,
      count(DISTINCT a.id) AS announcements,
      count(DISTINCT a.id) FILTER (WHERE m.role = 'publisher') AS published,
      count(DISTINCT a.id) FILTER (WHERE m.role = 'mentioned') AS mentioned,
      count(DISTINCT a.id) FILTER (WHERE m.role = 'quoted') AS quoted
    FROM mention m JOIN announcement a ON a.id = m.announcement
    WHERE m.kind = 'partner' AND m.target = ? AND m.is_current = 1 AND a.withdrawn IS NULL
    GROUP BY year ORDER BY year
    """

  init(_ row: Row) {
    year = row["year"]
    announcements = row["announcements"]
    published = row["published"]
    mentioned = row["mentioned"]
    quoted = row["quoted"]
  }
}
