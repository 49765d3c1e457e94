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
