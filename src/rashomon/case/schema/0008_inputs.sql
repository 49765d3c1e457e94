-- Where reports come from: the bytes as they came, every way in, and which of them are one article.

ALTER TABLE report ADD COLUMN author TEXT;

CREATE TABLE original (
    digest TEXT PRIMARY KEY,  -- SHA-256 of the bytes as they came
    size   INTEGER NOT NULL,
    packed BLOB NOT NULL      -- those bytes, zlib
) STRICT, WITHOUT ROWID;

CREATE TABLE acquisition (    -- one row a way in: the same article by feed, page and archive is one report, three rows
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    input  TEXT NOT NULL,
    digest TEXT NOT NULL,
    at     TEXT NOT NULL,     -- when it was first got this way, UTC
    PRIMARY KEY (report, input, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX acquisition_digest ON acquisition (digest);

CREATE TABLE article (        -- address and words of what came with an address
    key    TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX article_report ON article (report);

-- What `rashomon watch` knows: feeds with what they gave last, entries that were seen to, and what was told as news.

CREATE TABLE feed (
    url      TEXT PRIMARY KEY,
    etag     TEXT NOT NULL,
    modified TEXT NOT NULL,
    checked  TEXT NOT NULL,     -- UTC
    failures INTEGER NOT NULL,  -- one after another
    due      REAL NOT NULL,     -- not asked again before: seconds since 1970
    problem  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_entry (
    feed  TEXT NOT NULL,
    key   TEXT NOT NULL,
    link  TEXT NOT NULL,
    tries INTEGER NOT NULL,     -- 0: seen to; else how often its page could not be had
    PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_entry_link ON feed_entry (link);

CREATE TABLE told_report (report TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE told_conflict (conflict TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE told_statement (   -- each statement with the origins that its claim had when it was told
    report TEXT NOT NULL,
    row    TEXT NOT NULL,
    least  INTEGER NOT NULL,
    most   INTEGER NOT NULL,
    PRIMARY KEY (report, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE round (
    number    INTEGER PRIMARY KEY,
    news      TEXT NOT NULL,
    delivered INTEGER NOT NULL DEFAULT 0
) STRICT;
