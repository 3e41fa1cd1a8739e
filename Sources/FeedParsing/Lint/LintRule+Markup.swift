/// Rules for single elements, which ``MarkupSurvey`` checks as they go by.
extension LintRule {
  static let markupRules: [LintRule] = [
    unknownElement, repeatedElement, missingElement, missingAttribute, emptyElement, invalidLink,
    relativeLink, relativeID, invalidID, guidNoURL, mailDateForm, wrongWeekday, internetDateForm,
    titleMarkup, undeclaredHTML, invalidValue, duplicateMeaning, repeatedLink,
  ]

  static let unknownElement = LintRule(
    "unknown-element", .warning, "Every element is one of the format, or has a namespace.",
    remedy: "Remove the element, or give it a namespace of its own.",
    source: "RSS 2.0, extending RSS; RFC 4287, section 6")
  static let repeatedElement = LintRule(
    "repeated-element", .error, "What there is one of comes once.",
    remedy: "Keep one of them; each reader takes another one.",
    source: "RSS 2.0; RFC 4287, sections 4.1.1 and 4.1.2")
  static let missingElement = LintRule(
    "missing-element", .error, "An element has the parts that it needs.",
    remedy: "Add the part, or leave the whole out.",
    source: "RSS 2.0; RSS 1.0; RFC 4287, section 3.2")
  static let missingAttribute = LintRule(
    "missing-attribute", .error, "An element has the attributes that it needs.",
    remedy: "Add the attribute; an enclosure needs url, length and type.",
    source: "RSS 2.0, enclosure, source and cloud; RFC 4287; RFC 6721, section 3")
  static let emptyElement = LintRule(
    "empty-element", .warning, "An element that is there says something.",
    remedy: "Fill it in or leave it out.", source: "RSS 2.0; RFC 4287")
  static let invalidLink = LintRule(
    "invalid-link", .error, "A link is an address.",
    remedy: "Write the full https:// address, with %20 for a blank.", source: "RFC 3986")
  static let relativeLink = LintRule(
    "relative-link", .error, "A link is a full address.",
    remedy: "Write the full https:// address, or give an xml:base in Atom.",
    source: "RSS 2.0, comments on URLs; RFC 4287, section 2")
  static let relativeID = LintRule(
    "relative-id", .error, "An id in Atom is an absolute URI.",
    remedy: "Use the entry's first address or a tag: URI, and never change it.",
    source: "RFC 4287, section 4.2.6", formats: .atom)
  static let invalidID = LintRule(
    "invalid-id", .error, "An id keeps to the rules of its scheme.",
    remedy: "Write tag:example.org,2024:name, or urn:name:value.",
    source: "RFC 4151, section 2.1; RFC 8141, section 2")
  static let guidNoURL = LintRule(
    "guid-permalink", .error, "A guid that is no address says so.",
    remedy: "Add isPermaLink=\"false\", or write the item's full address.", source: "RSS 2.0, guid")
  static let mailDateForm = LintRule(
    "rfc822-date", .warning, "A date in RSS is written as in mail.",
    remedy: "Write it as Sat, 20 Jan 2024 09:00:00 +0000.",
    source: "RSS 2.0, pubDate; RFC 822, section 5.1; RFC 5322, section 3.3")
  static let wrongWeekday = LintRule(
    "wrong-weekday", .warning, "The weekday is the one of the date.",
    remedy: "Let a library write the date, or leave the weekday out.",
    source: "RFC 5322, section 3.3")
  static let internetDateForm = LintRule(
    "rfc3339-date", .error, "A date in Atom is written as RFC 3339 says.",
    remedy: "Write it as 2024-01-20T09:00:00Z.", source: "RFC 4287, section 3.3; RFC 3339")
  static let titleMarkup = LintRule(
    "title-markup", .warning, "A title is plain text.",
    remedy: "Remove tags, and escape characters once.",
    source: "RSS Advisory Board's best practices, title; RFC 4287, section 3.1.1")
  static let undeclaredHTML = LintRule(
    "undeclared-html", .warning, "HTML stands only where it is said or known to be HTML.",
    remedy: "Add type=\"html\" in Atom; in RSS, write HTML only in the description of an item.",
    source: "RFC 4287, section 3.1.1; RSS Advisory Board's best practices, character data")
  static let invalidValue = LintRule(
    "invalid-value", .error, "A value is of its kind: a number, a mail address, a language.",
    remedy: "Write the value as the format says.", source: "RSS 2.0; RFC 4287; RFC 5646; RFC 6838")
  static let duplicateMeaning = LintRule(
    "duplicate-meaning", .advice, "Nothing is said twice in different words.",
    remedy: "Keep the format's own element.", source: "RSS Advisory Board's best practices")
  static let repeatedLink = LintRule(
    "repeated-link", .error, "A page in one type and language is linked once.",
    remedy: "Keep one of the links with rel=\"alternate\".", source: "RFC 4287, section 4.1.1")
}
