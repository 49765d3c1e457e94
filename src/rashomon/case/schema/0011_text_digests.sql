-- The SHA-256 of each text as it was stored: a text that changed afterwards, by a damaged disk or by hand, is not shown.

CREATE TABLE text_digest (
    report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO text_digest SELECT id, text_sha256(text) FROM report;
