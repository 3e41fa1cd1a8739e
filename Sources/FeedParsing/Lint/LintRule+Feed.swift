import HTMLText

/// Rules for what a feed says of itself.
extension LintRule {
  static let feedRules: [LintRule] = [
    LintRule(
      "feed-title", .error, "A feed has a title.", remedy: "Add the newsroom's name as the title.",
      source: "RSS 2.0, required channel elements; RFC 4287, section 4.1.1; JSON Feed 1.1",
      formats: [.rss, .rdf, .atom, .json],
      check: .feed { missing($0.feed.metadata.title, "The feed has no title.") }),
    LintRule(
      "feed-link", .error, "A feed names the site that it belongs to.",
      remedy: "Add the address of the newsroom's page as link.",
      source: "RSS 2.0, required channel elements", formats: [.rss, .rdf],
      check: .feed { missing($0.feed.metadata.link, "The feed has no link.") }),
    LintRule(
      "feed-description", .error, "A feed is described.",
      remedy: "Add a sentence on what the feed offers as description.",
      source: "RSS 2.0, required channel elements", formats: [.rss, .rdf],
      check: .feed { missing($0.feed.metadata.description?.markup, "The feed has no description.") }
    ),
    LintRule(
      "feed-id", .error, "A feed in Atom has an id.",
      remedy: "Add an id that never changes, such as the feed's address.",
      source: "RFC 4287, section 4.1.1", formats: .atom,
      check: .feed { subject in
        subject.feed.format == .atom03
          ? [] : missing(subject.feed.metadata.id, "The feed has no id.")
      }),
    LintRule(
      "feed-updated", .error, "A feed in Atom says when it was last changed.",
      remedy: "Add updated with the time of the last change.",
      source: "RFC 4287, section 4.1.1", formats: .atom,
      check: .feed { missing($0.feed.metadata.updated?.raw, "The feed has no updated.") }),
    LintRule(
      "self-link", .advice, "A feed says where it lives.",
      remedy: "Add a link with rel=\"self\" and the feed's own address (atom:link in RSS).",
      source: "RSS Advisory Board's best practices, atom:link; RFC 4287, section 4.1.1",
      formats: [.rss, .atom, .json],
      check: .feed { missing($0.feed.metadata.selfLink, "The feed has no link to itself.") }),
    LintRule(
      "feed-language", .advice, "A feed says in which language it is.",
      remedy: "Add <language>en-gb</language> in RSS, xml:lang=\"en-GB\" in Atom.",
      source: "RSS 2.0, language; WCAG 2.2, 3.1.1", formats: [.rss, .rdf, .atom, .json],
      check: .feed { missing($0.feed.metadata.language, "The feed has no language.") }),
    LintRule(
      "empty-feed", .advice, "A feed has entries.",
      remedy: "Keep the latest entries in the feed, however old they are.",
      source: "RSS Advisory Board's best practices",
      check: .feed { $0.feed.entryCount == 0 ? [LintMessage("There is no entry.")] : [] }),
    LintRule(
      "insecure-feed", .advice, "A feed is fetched over https.",
      remedy: "Serve the feed over https and send http there by a permanent redirect (301).",
      source: "RFC 9110, section 4.2.2",
      check: .feed { subject in
        let address = subject.context.url ?? subject.feed.metadata.selfLink
        return address?.hasPrefix("http:") == true
          ? [LintMessage("The feed's own address has no https.")] : []
      }),
  ]

  private static func missing(_ value: String?, _ message: String) -> [LintMessage] {
    value?.contains { !$0.isWhitespace } == true ? [] : [LintMessage(message)]
  }
}
