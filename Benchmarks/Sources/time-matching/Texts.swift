import Foundation

/// Texts in the manner of a press office, which mean nothing.
enum Texts {
  /// Plain words, of which hardly one speaks for a topic.
  private static let words = [
    "a", "able", "about", "above", "across", "add", "after", "again", "against", "age", "ago",
    "agreed", "air", "all", "along", "also", "although", "always", "among", "an", "and", "another",
    "announced", "answer", "any", "april", "around", "as", "ask", "at", "august", "away", "back",
    "bad", "bank", "be", "beautiful", "became", "because", "been", "before", "began", "behind",
    "being", "best", "better", "between", "big", "bit", "board", "both", "bring", "brought",
    "building", "built", "but", "buy", "by", "called", "came", "can", "carried", "case", "cause",
    "central", "century", "certain", "chance", "change", "children", "choice", "city", "clear",
    "close", "coffee", "cold", "come", "common", "community", "company", "complete", "cost",
    "could", "country", "course", "cross", "daily", "day", "decided", "deep", "despite", "did",
    "different", "do", "does", "done", "door", "down", "during", "each", "early", "east", "easy",
    "eight", "either", "end", "enough", "even", "evening", "event", "ever", "every", "example",
    "eyes", "face", "fact", "fair", "families", "far", "farm", "feel", "felt", "few", "field",
    "final", "find", "first", "five", "floor", "follow", "food", "for", "forward", "found", "four",
    "free", "friday", "friends", "from", "front", "full", "garden", "gave", "general", "get",
    "give", "glad", "go", "going", "gone", "good", "great", "green", "ground", "group", "grow",
    "had", "half", "hand", "happy", "hard", "has", "have", "he", "head", "hear", "heard", "heart",
    "held", "help", "her", "here", "high", "hill", "him", "his", "history", "hold", "home", "hope",
    "hot", "hour", "house", "how", "however", "idea", "if", "important", "in", "inside", "into",
    "is", "it", "its", "january", "join", "july", "june", "just", "keep", "kept", "kind", "king",
    "knew", "know", "known", "lady", "lake", "large", "last", "late", "later", "lead", "learn",
    "least", "leave", "left", "less", "let", "letter", "life", "light", "like", "line", "list",
    "little", "live", "local", "long", "look", "lost", "lot", "love", "low", "made", "main", "make",
    "man", "many", "march", "market", "may", "me", "mean", "meet", "meeting", "men", "might",
    "mile", "mind", "minute", "miss", "monday", "money", "month", "more", "morning", "most",
    "mother", "move", "much", "must", "name", "near", "need", "never", "new", "next", "night",
    "nine", "no", "north", "not", "note", "nothing", "november", "now", "number", "october", "of",
    "off", "often", "old", "on", "once", "one", "only", "open", "or", "order", "other", "our",
    "out", "outside", "over", "own", "page", "paper", "park", "part", "party", "pass", "past",
    "people", "per", "perhaps", "picture", "place", "plan", "play", "point", "poor", "possible",
    "power", "present", "press", "pretty", "price", "put", "question", "quick", "quite", "rain",
    "ran", "reach", "read", "ready", "real", "reason", "red", "remember", "rest", "result",
    "return", "right", "river", "road", "room", "round", "run", "said", "same", "sat", "saturday",
    "saw", "say", "school", "sea", "season", "second", "see", "seem", "seen", "september", "set",
    "seven", "several", "shall", "she", "ship", "short", "should", "show", "side", "simple",
    "since", "sing", "sister", "sit", "six", "slow", "small", "snow", "so", "some", "song", "soon",
    "sound", "south", "space", "speak", "spring", "square", "stand", "star", "start", "state",
    "stay", "step", "still", "stone", "stood", "stop", "story", "street", "strong", "such",
    "summer", "sun", "sunday", "sure", "table", "take", "talk", "team", "tell", "ten", "than",
    "thank", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "think",
    "third", "this", "those", "though", "thought", "three", "through", "thursday", "time", "to",
    "today", "together", "told", "too", "took", "top", "toward", "town", "train", "travel", "tree",
    "true", "try", "tuesday", "turn", "two", "under", "until", "up", "upon", "us", "use", "usual",
    "very", "view", "village", "visit", "voice", "wait", "walk", "wall", "want", "war", "warm",
    "was", "watch", "water", "way", "we", "wednesday", "week", "weekend", "well", "went", "were",
    "west", "what", "when", "where", "which", "while", "white", "who", "whole", "why", "wide",
    "will", "wind", "window", "winter", "wish", "with", "within", "without", "woman", "women",
    "wood", "word", "work", "world", "would", "write", "year", "yes", "yesterday", "yet", "you",
    "young",
  ]
  /// Words of press offices, which do.
  private static let topical = [
    "funding", "research", "patients", "hospital", "cancer", "training", "partnership", "trial",
    "nurses",
    "investment", "digital", "résumé", "care", "services", "health", "university",
  ]

  /// Writes so many megabytes of texts, a line of about 1.2 KB each; always the same.
  static func make(megabytes: Int, with names: [String], to path: String) throws {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(megabytes * 1_000_000 + 2_000)
    while bytes.count < megabytes * 1_000_000 {
      for _ in 0..<12 {
        var sentence = (0..<12 + random(8)).map { _ in
          random(12) == 0 ? topical[random(topical.count)] : words[random(words.count)]
        }
        if random(8) == 0 {
          sentence.insert(names[random(names.count)], at: random(sentence.count))
        }
        bytes += "\(sentence.joined(separator: " ").prefix(1).uppercased())".utf8
        bytes += sentence.joined(separator: " ").dropFirst().utf8
        bytes += ". ".utf8
      }
      bytes.append(0x0A)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// The texts of a file.
  static func read(_ path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }
}
