import Foundation

/// Words in the manner of a press office, which mean nothing.
enum PressText {
  static let people = [
    "Amélie Laurent", "Björn Åkesson", "Carla Núñez", "Daniel O’Shea", "Eva Dvořáková",
    "Farid Haddad",
    "Grace Mbeki", "Henrik Sørensen", "Inés Álvarez", "Jürgen Weiß", "Katarzyna Wójcik",
    "Liam Byrne",
  ]

  static let topics = [
    "Annual results", "Appointments", "Climate & energy", "Culture", "Education", "Health",
    "Mergers & acquisitions", "Public affairs", "Research", "Sport", "Technology", "Transport",
  ]

  private static let small = [
    "a", "and", "as", "at", "by", "for", "from", "has", "in", "is", "its", "of", "on", "that",
    "the",
    "to", "was", "will", "with",
  ]

  private static let large = [
    "agreement", "announced", "architects", "board", "bridge", "budget", "café", "campaign",
    "carbon",
    "chairwoman", "city", "clinic", "company", "concert", "council", "customers", "data",
    "decision",
    "delivery", "development", "director", "energy", "exhibition", "expansion", "façade", "factory",
    "festival", "film", "findings", "foundation", "funding", "government", "growth", "harbour",
    "hospital", "housing", "industry", "investment", "journalists", "laboratory", "launch",
    "library",
    "market", "medicine", "members", "minister", "museum", "network", "opening", "orchestra",
    "partnership", "patients", "plant", "platform", "programme", "project", "quarter", "railway",
    "regional", "report", "research", "résumé", "revenue", "schools", "season", "services", "solar",
    "station", "students", "study", "suppliers", "technology", "tournament", "trial", "university",
    "visitors", "volunteers", "water", "winners", "Zürich",
  ]

  /// A sentence as characters: what markup would take for its own is not escaped yet.
  static func sentence(_ random: inout SplitMix64) -> String {
    let text = words(9 + random.number(below: 14), &random)
    switch random.number(below: 100) {
    case 0..<8: return "“\(text),” said \(random.one(of: people))."
    case 8..<12: return "\(text) — up \(2 + random.number(below: 40)) % on the year."
    case 12..<16: return "\(text), research & development."
    case 16..<20: return "\(text), the region’s first."
    default: return "\(text)."
    }
  }

  /// A headline as characters.
  static func headline(_ random: inout SplitMix64) -> String {
    words(5 + random.number(below: 6), &random)
  }

  /// A headline as a part of an address.
  static func slug(of headline: String) -> String {
    let letters = headline.lowercased().unicodeScalars.compactMap { scalar -> Character? in
      if scalar == " " { return "-" }
      return ("a"..."z").contains(scalar) ? Character(scalar) : nil
    }
    return String(letters)
  }

  private static func words(_ count: Int, _ random: inout SplitMix64) -> String {
    var result = random.one(of: large).capitalized
    for _ in 1..<count {
      result += " "
      result += random.happens(percent: 45) ? random.one(of: small) : random.one(of: large)
    }
    return result
  }
}
