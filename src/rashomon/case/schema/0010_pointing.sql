-- What a language model of the user's own pointed at: numbers and labels, never a word of it.

CREATE TABLE pointed (           -- what the findings follow, one row a story that was asked about
    position INTEGER PRIMARY KEY,
    answer   TEXT NOT NULL       -- the record as JSON: reports, characters, labels
) STRICT;

CREATE TABLE pointing_answer (   -- every answer that was paid for, by the digest of question, model and version
    digest     TEXT PRIMARY KEY,
    model      TEXT NOT NULL,
    day        TEXT NOT NULL,
    answer     TEXT NOT NULL,    -- checked numbers and labels by part, as JSON
    tokens_in  INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE claim ADD COLUMN pointed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE conflict ADD COLUMN pointed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE series ADD COLUMN pointed_by TEXT NOT NULL DEFAULT '';

DROP TABLE opinion;  -- of `adjudicate`, in whose place pointing stands
