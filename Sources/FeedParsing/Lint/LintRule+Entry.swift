import HTMLText

/// Rules for what an entry says.
extension LintRule {
  static let entryRules: [LintRule] = [
    LintRule(
      "entry-id", .error, "An entry in Atom or JSON has an id.",
      remedy: "Add an id that never changes, even if the address does.",
      source: "RFC 4287, section 4.1.2; JSON Feed 1.1", formats: [.atom, .json],
      check: .entry { $0.id == nil ? "The entry has no id." : nil }),
    LintRule(
      "item-guid", .advice, "An item has a guid.",
      remedy: "Add a guid that never changes, so that an edit is not taken for news.",
      source: "RSS Advisory Board's best practices, guid", formats: .rss,
      check: .entry { $0.id == nil ? "The item has no guid." : nil }),
    LintRule(
      "entry-text", .error, "An item has a title or a description.",
      remedy: "Add a title.", source: "RSS 2.0, elements of item",
      formats: [.rss, .rdf, .json, .others],
      check: .entry { entry in
        entry.title == nil && entry.summary == nil && entry.content.isEmpty
          ? "The entry has neither a title nor a text." : nil
      }),
    LintRule(
      "entry-title", .error, "An entry in Atom has a title.",
      remedy: "Add a title; readers list entries by it.",
      source: "RFC 4287, section 4.1.2; RSS 1.0, section 5.5", formats: [.atom, .rdf],
      check: .entry { $0.title == nil ? "The entry has no title." : nil }),
    LintRule(
      "item-title", .advice, "An item has a title.", remedy: "Add the headline as title.",
      source: "RSS Advisory Board's best practices, title", formats: [.rss, .json, .others],
      check: .entry { entry in
        entry.title == nil && entry.summary != nil ? "The item has no title." : nil
      }),
    LintRule(
      "entry-link", .error, "An entry without text leads to a page.",
      remedy: "Add a link with rel=\"alternate\" to the entry's page, or its text as content.",
      source: "RFC 4287, section 4.1.2; RSS 1.0, section 5.5", formats: [.atom, .rdf],
      check: .entry { entry in
        entry.content.isEmpty && entry.link == nil ? "The entry has neither link nor content." : nil
      }),
    LintRule(
      "item-link", .advice, "An item has a link.", remedy: "Add the address of the item's page.",
      source: "RSS 2.0, link", formats: [.rss, .json, .others],
      check: .entry { $0.link == nil ? "The entry has no link." : nil }),
    LintRule(
      "entry-content", .advice, "An entry has a text.",
      remedy: "Add a summary, or better the whole text.", source: "RFC 4287, section 4.1.2",
      check: .entry { entry in
        entry.title != nil && entry.summary == nil && entry.content.isEmpty
          ? "The entry has no text." : nil
      }),
    LintRule(
      "entry-updated", .error, "An entry in Atom says when it was last changed.",
      remedy: "Add updated with the time of the last change.", source: "RFC 4287, section 4.1.2",
      formats: .atom, check: .entry { $0.updated == nil ? "The entry has no updated." : nil }),
    LintRule(
      "entry-date", .advice, "An entry has a date.",
      remedy: "Add pubDate; without it nobody knows whether it is news.",
      source: "RSS 2.0, pubDate",
      formats: [.rss, .rdf, .json, .others],
      check: .entry { entry in
        entry.published == nil && entry.updated == nil ? "The entry has no date." : nil
      }),
    entryAuthor,
    LintRule(
      "ended-feed", .warning, "A feed that has ended says so by its status.",
      remedy: "Answer with 410, or with 301 to the feed that took its place.",
      source: "RFC 9110, sections 15.4.2 and 15.5.11",
      check: .entry { entry in
        endings.contains { entry.title?.lowercased().contains($0) == true }
          ? "The entry says that the feed has ended or moved." : nil
      }),
    LintRule(
      "large-entry", .advice, "An entry has less than 512 KiB.",
      remedy: "Link to pictures instead of writing them into the text.",
      source: "RSS Advisory Board's best practices",
      check: .entry { entry in
        entry.sourceText.byteCount > 512 << 10
          ? "The entry has \(entry.sourceText.byteCount >> 10) KiB." : nil
      }),
    duplicateID, futureDate, ancientDate,
  ]

  static let entryAuthor = LintRule(
    "entry-author", .error, "An entry in Atom has an author, or its feed does.",
    remedy: "Add author with a name to the feed.", source: "RFC 4287, section 4.1.1",
    formats: .atom,
    check: .entry { entry in
      entry.authors.isEmpty && !entry.source.contains("<source")
        ? "Neither the entry nor the feed has an author." : nil
    })

  static let duplicateID = LintRule(
    "duplicate-id", .error, "No two entries have the same id.",
    remedy: "Give each entry an id of its own; readers show one of the two only.",
    source: "RSS 2.0, guid; RFC 4287, section 4.1.1")

  static let futureDate = LintRule(
    "future-date", .warning, "No date is in the future.",
    remedy: "Publish the entry when its time has come; check the zone.",
    source: "RSS Advisory Board's best practices, pubDate")

  static let ancientDate = LintRule(
    "ancient-date", .warning, "A date is no older than the web.",
    remedy: "Leave the date out where it is not known.", source: "RSS 2.0, pubDate")

  private static let endings = [
    "feed has ended", "feed has moved", "feed is no longer", "feed has been discontinued",
    "feed discontinued",
  ]
}
