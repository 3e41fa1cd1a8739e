/// The files of a catalog to begin with: each says in comments what its keys mean, and holds an entry
/// to be replaced.
public enum CatalogTemplate {
  /// The texts of the files by the names that they have in a catalog's folder.
  public static let files = [
    "partners.yaml": partners, "topics.yaml": topics, "feeds.yaml": feeds,
    "boilerplate.yaml": boilerplate,
  ]

  private static let partners = """
    # The organisations whose announcements are indexed, and every name by which texts call them.
    #
    # id            lower-case letters, digits and hyphens; never changes, names do
    # kind          nhs, university, council, charity, business, skills, partnership, programme, group
    # names         the official name today first, then what texts write instead, old names too. Case,
    #               accents, hyphens, "&" and "and", a leading "The", "NHS FT" for "NHS Foundation Trust"
    #               do not matter and need no entry. A name is a text, or a mapping with the days
    #               between which texts use it: {name: ..., from: 2012-02-01, until: 2020}. Where others
    #               have the name too, with: [...] asks for one of these words in the item besides
    # acronyms      matched with their case. One that two partners share tags the one that a text also
    #               names, or that publishes it
    # sites         places that mean the partner: its hospitals, its campus
    # domains       a link to that host, or one below it, tells who publishes
    # identifiers   in public registers, by register: {ods: RR8, ror: 00v4dac24}
    # members       for partnerships: ids, or mappings {id: ..., from: ..., until: ...}
    # predecessors  ids of partners that it came from; `presslog query --partner` includes them
    # successors    ids of partners that it became
    # not           longer phrases in which a name means somebody else
    # note          for people: where the facts come from
    #
    # Leave out names that mean nobody for certain: "the NHS", "the Council", a city alone.

    partners:
      - id: city-council
        kind: council
        names: [Example City Council, City of Example Council]
        domains: [council.example]
        not: [Example City Council Chamber]

      - id: teaching-hospitals
        kind: nhs
        names:
          - {name: Example Teaching Hospitals NHS Foundation Trust, from: 2004}
          - {name: Example Royal Infirmary NHS Trust, until: 2004}
        acronyms: [EXTH]
        sites: [Example Royal Infirmary]
        domains: [hospitals.example]

    """

  private static let topics = """
    # The subjects under which announcements are found, and the words that give them away.
    #
    # facet       sector (money, work, buildings, rules) or health (conditions and services)
    # phrases     a topic is tagged where the weights of its distinct phrases reach 2; a phrase is 1 where
    #             nothing else is said, and counts double in a title. So a phrase of weight 2 must leave no
    #             doubt, and one of weight 1 may be a common word. A * at the end stands for any ending
    # amounts     what a large amount of money counts, as a phrase does
    # must        one of these must occur too; must-not: none of these may
    # categories  what publishers call the topic in their own categories
    # iptc, hrcs  codes of the IPTC Media Topics, names of HRCS health categories

    topics:
      - id: cancer
        name: Cancer
        facet: health
        phrases:
          - {phrase: cancer*, weight: 2}
          - {phrase: oncolog*, weight: 2}
          - tumour*
        must-not: [tropic of cancer]
        categories: [Cancer]

    """

  private static let feeds = """
    # The feeds that `presslog ingest` reads when no source is given.
    #
    # id         never reuse one: the log knows the feed by it
    # url        where it is fetched from, or file: a path relative to this file
    # publisher  the partner that publishes every item; leave it out for the press
    # rights     own (the default), open (an open licence), press (for reading only)
    # topics     tags for every item, where a feed is about one thing
    # note       for people

    feeds: []
    # - id: city-council
    #   url: https://council.example/feed
    #   publisher: city-council

    """

  private static let boilerplate = """
    # What publishers put around an announcement and that is no part of it; the log keeps every word.
    #
    # lines       a line that equals one of these is left out
    # starts      a line that begins with one of these
    # lines-with  a line that holds one of these, unless it is all there is
    # cut-from    from a line that equals one of these, all that follows
    # phrases     these words wherever they stand

    boilerplate:
      - id: notes-to-editors
        cut-from: [Notes to editors, Notes for editors, ENDS, Media contact]
      - id: about
        cut-from: [About us]
      - id: share
        lines: [Share, Share this page, Print this page]
        starts: ["Read more:"]

    """
}
