import GRDB

/// The tables of the index.
///
/// They hold nothing that the log and the catalog do not give again.
enum IndexSchema {
  /// Raised with every change of the tables or of what is written into them: an index of another
  /// version is rebuilt.
  static let version = 3

  /// Creates the tables that rows are written into.
  static func create(_ db: Database) throws {
    try db.execute(sql: tables)
  }

  /// Creates what answers queries; late in a rebuild, because a bulk is sorted faster than it is
  /// inserted row by row.
  static func createSecondaryIndexes(_ db: Database) throws {
    try db.execute(sql: secondaryIndexes)
  }

  private static let tables = """
    CREATE TABLE property (
      name TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- How far the log was read: the last event's number and its place in the chain.
    CREATE TABLE checkpoint (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

    CREATE TABLE partner (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What a partner was called, the official name today first; days are ISO 8601, null is open.
    CREATE TABLE partner_name (
      partner TEXT NOT NULL REFERENCES partner (id),
      ordinal INTEGER NOT NULL,
      name TEXT NOT NULL,
      starts TEXT,
      ends TEXT,
      PRIMARY KEY (partner, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- Whom a partner came from, over any number of steps; `ordinal` counts from the nearest.
    CREATE TABLE predecessor (
      partner TEXT NOT NULL REFERENCES partner (id),
      ordinal INTEGER NOT NULL,
      predecessor TEXT NOT NULL REFERENCES partner (id),
      PRIMARY KEY (partner, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE topic (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      facet TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE feed (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      title TEXT,
      link TEXT,
      rights TEXT NOT NULL,
      format TEXT,
      document TEXT,
      entries INTEGER NOT NULL DEFAULT 0,
      etag TEXT,
      last_modified TEXT,
      retrieved INTEGER,
      retrievals INTEGER NOT NULL DEFAULT 0,
      ignores_guids INTEGER NOT NULL DEFAULT 0 CHECK (ignores_guids IN (0, 1)),
      policy_changes INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- Times are seconds since 1970, `recorded` milliseconds. `position` orders lists: the date that
    -- the announcement gives, else when it was first received, which never moves. `current` is the
    -- row of the current revision, written before it: as a foreign key it would have to be deferred,
    -- and SQLite would look through the whole table for each revision.
    CREATE TABLE announcement (
      id INTEGER PRIMARY KEY,
      subject TEXT NOT NULL UNIQUE,
      feed INTEGER NOT NULL REFERENCES feed (id),
      publisher TEXT,
      recorded INTEGER NOT NULL,
      position INTEGER NOT NULL,
      revision INTEGER NOT NULL CHECK (revision > 0),
      current INTEGER NOT NULL,
      withdrawn INTEGER,
      identity TEXT NOT NULL
    ) STRICT;

    -- Title, summary and text are without boilerplate; `received` holds title and text as they were
    -- received where that differs: deciding what is new does not depend on the catalog. `reason` says
    -- who changed the words where it was not the publisher: `parser`.
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      announcement INTEGER NOT NULL REFERENCES announcement (id),
      number INTEGER NOT NULL CHECK (number > 0),
      sequence INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      title TEXT NOT NULL,
      summary TEXT,
      text TEXT NOT NULL,
      link TEXT,
      content TEXT NOT NULL,
      document TEXT NOT NULL,
      reason TEXT,
      published INTEGER,
      published_raw TEXT,
      published_source TEXT,
      published_flag TEXT,
      updated INTEGER,
      authors TEXT,
      categories TEXT,
      language TEXT,
      removed TEXT,
      received TEXT,
      UNIQUE (announcement, number)
    ) STRICT;

    -- The evidence of every tag: which words of which revision, and which entry of the catalog.
    CREATE TABLE mention (
      revision INTEGER NOT NULL REFERENCES revision (id),
      ordinal INTEGER NOT NULL,
      announcement INTEGER NOT NULL REFERENCES announcement (id),
      kind TEXT NOT NULL CHECK (kind IN ('partner', 'topic')),
      target TEXT NOT NULL,
      role TEXT NOT NULL,
      field TEXT NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      stop INTEGER NOT NULL CHECK (stop >= start),
      words TEXT NOT NULL,
      name TEXT NOT NULL,
      rule TEXT NOT NULL,
      position INTEGER NOT NULL,
      is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
      PRIMARY KEY (revision, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- By what an announcement is known again when its feed is next read.
    CREATE TABLE candidate (
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      feed INTEGER NOT NULL REFERENCES feed (id),
      announcement INTEGER NOT NULL REFERENCES announcement (id),
      PRIMARY KEY (kind, key, feed, announcement)
    ) STRICT, WITHOUT ROWID;

    -- Announcements whose words were erased: nothing of them is left but that they were, and the
    -- hashes of what an entry of them is known by.
    CREATE TABLE redaction (
      id INTEGER PRIMARY KEY,
      subject TEXT NOT NULL UNIQUE,
      feed INTEGER NOT NULL REFERENCES feed (id),
      sequence INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;

    CREATE TABLE closed_key (
      key TEXT NOT NULL,
      redaction INTEGER NOT NULL REFERENCES redaction (id),
      PRIMARY KEY (key, redaction)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE search USING fts5 (
      title, summary, text, content = 'revision', content_rowid = 'id',
      tokenize = "unicode61 remove_diacritics 2"
    );
    -- 16 MB before a segment is written: half as fast again in large transactions.
    INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
    """

  private static let secondaryIndexes = """
    CREATE INDEX announcement_by_position ON announcement (position DESC, id DESC);
    CREATE INDEX announcement_by_feed ON announcement (feed, position DESC, id DESC);
    CREATE INDEX mention_by_target ON mention (
      kind, target, position DESC, announcement DESC, role
    ) WHERE is_current = 1;
    CREATE INDEX mention_of_announcement ON mention (announcement, kind, target, role)
      WHERE is_current = 1;
    """
}
