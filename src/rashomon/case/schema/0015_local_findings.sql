-- Large cases are compared in parts that nothing connects: what is added touches the findings of its own parts alone.
-- Every finding bears the number of its part, 0 where the whole case is compared at once.

ALTER TABLE lineage ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conflict ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chronicle_entry ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE series ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
CREATE INDEX lineage_part ON lineage (part);
CREATE INDEX story_part ON story (part);
CREATE INDEX claim_part ON claim (part);
CREATE INDEX conflict_part ON conflict (part);
CREATE INDEX chronicle_entry_part ON chronicle_entry (part);
CREATE INDEX series_part ON series (part);
CREATE INDEX entry_entity_entry ON entry_entity (entry);
CREATE INDEX entry_type_entry ON entry_type (entry);
CREATE INDEX claim_entity_claim ON claim_entity (claim);
CREATE INDEX entry_order_position ON entry_order (position);

CREATE TABLE part_frozen (       -- what is known from the whole case, as it was when the epoch began
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
    number INTEGER PRIMARY KEY,  -- its place among the parts: by its first day, then by its first report
    digest TEXT NOT NULL         -- of its reports, stories and judgements
) STRICT;

CREATE TABLE part_vector (       -- the terms of a report that weigh most, and whom it names, as arrays of numbers
    report  TEXT PRIMARY KEY,
    terms   BLOB NOT NULL,
    weights BLOB NOT NULL,
    names   BLOB NOT NULL,
    length  REAL NOT NULL,
    known   REAL NOT NULL,
    middle  REAL NOT NULL,
    doubt   REAL NOT NULL
) STRICT;

CREATE TABLE part_report (
    report    TEXT PRIMARY KEY,
    component TEXT NOT NULL,     -- the first report that it is connected with
    part      INTEGER NOT NULL,
    ruled     TEXT NOT NULL      -- digest of the judgements that touch it, '' where none does
) STRICT, WITHOUT ROWID;
CREATE INDEX part_report_component ON part_report (component);
CREATE INDEX part_report_part ON part_report (part);

CREATE TABLE part_entity (       -- an entity as one part knows it; `entity` holds what all parts tell
    part          INTEGER NOT NULL,
    id            TEXT NOT NULL,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    names         TEXT NOT NULL,
    mentions      TEXT NOT NULL,
    because       TEXT NOT NULL,
    because_parts TEXT,
    PRIMARY KEY (id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_entity_part ON part_entity (part);

CREATE TABLE part_changed (      -- reports whose reading came, went or changed since the findings were made
    report TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reading_came AFTER INSERT ON reading BEGIN
    INSERT OR IGNORE INTO part_changed VALUES (new.report);
END;
CREATE TRIGGER reading_went AFTER DELETE ON reading BEGIN
    INSERT OR IGNORE INTO part_changed VALUES (old.report);
END;
CREATE TRIGGER reading_changed AFTER UPDATE ON reading BEGIN
    INSERT OR IGNORE INTO part_changed VALUES (new.report);
END;
CREATE TRIGGER report_changed AFTER UPDATE ON report BEGIN
    INSERT OR IGNORE INTO part_changed VALUES (new.id);
END;
