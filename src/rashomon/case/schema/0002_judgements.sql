-- What people decided, laid over the machine's rows: never changed and never removed, only undone by a later row.
-- "sides" holds anchors (records.Anchor): characters of reports, not ids, so that a judgement outlives a rebuild.

CREATE TABLE judgement (
    id          TEXT PRIMARY KEY,  -- digest of all the rest: the same judgement twice is one
    kind        TEXT NOT NULL,
    sides       TEXT NOT NULL,
    value       TEXT NOT NULL,
    because     TEXT NOT NULL,
    who         TEXT NOT NULL,
    "when"      TEXT NOT NULL,
    about       TEXT NOT NULL,
    source_kind TEXT,
    undoes      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_when ON judgement ("when", id);
CREATE INDEX judgement_undoes ON judgement (undoes) WHERE undoes <> '';

CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement BEGIN
    SELECT raise(ABORT, 'a judgement is never removed; undo it');
END;
CREATE TRIGGER judgement_unchanged BEFORE UPDATE ON judgement BEGIN
    SELECT raise(ABORT, 'a judgement is never changed; undo it');
END;

CREATE INDEX claim_origin_name ON claim_origin (name);
CREATE INDEX entity_name ON entity (name);
CREATE INDEX chronicle_entry_date ON chronicle_entry (date);
