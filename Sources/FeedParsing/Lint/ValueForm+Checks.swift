extension ValueForm {
  /// Whether a value is of this kind; only of the kinds that are no date, address or title.
  func allows(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return switch self {
    case .count: Self.isNumber(text)
    case .positive: Self.isNumber(text) && text.contains { $0 != "0" }
    case .hour: Int(text).map { (0...24).contains($0) } ?? false
    case .day: Self.days.contains(text)
    case .period: Self.periods.contains(text)
    case .flag: text == "true" || text == "false"
    case .language: Self.isLanguage(text)
    case .mediaType: Self.isMediaType(text)
    case .email: words.count == 1 && Self.isAddress(words[0])
    case .mailbox: words.contains { Self.isAddress($0.trimmed) }
    default: true
    }
  }

  /// What a value is not.
  var kind: String {
    switch self {
    case .count, .positive: "which is no such number"
    case .hour: "which is no hour"
    case .day: "which is no day of the week in English"
    case .period: "which is none of hourly, daily, weekly, monthly, yearly"
    case .flag: "which is neither true nor false"
    case .language: "which is no language tag"
    case .mediaType: "which is no media type"
    case .email, .mailbox: "which has no mail address"
    default: "which is not what it should be"
    }
  }

  private static let periods: Set<String> = ["hourly", "daily", "weekly", "monthly", "yearly"]
  private static let days: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 19 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// RFC 5646, section 2.1, without the register of languages.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (1...3).contains(first.count) || first.count == 8,
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    guard first.count != 1 || (["x", "i"].contains(first.lowercased()) && parts.count > 1) else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  /// RFC 6838, section 4.2.
  private static func isMediaType(_ text: String) -> Bool {
    let names = text.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
    return names.count == 2
      && names.allSatisfy { name in
        !name.isEmpty
          && name.utf8.allSatisfy { byte in
            (0x21...0x7E).contains(byte) && !"()<>@,;:\\\"[]?=".utf8.contains(byte)
          }
      }
  }

  private static func isAddress(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && parts[1].allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      && parts[1].first != "." && parts[1].last != "."
  }
}

extension Substring {
  /// Without the brackets of `<mail@example.org>`.
  fileprivate var trimmed: Substring {
    var rest = self
    while let first = rest.first, "<(".contains(first) { rest.removeFirst() }
    while let last = rest.last, ">),".contains(last) { rest.removeLast() }
    return rest
  }
}
