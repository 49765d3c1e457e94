-- Whatever a report says that somebody or something does or undergoes; "agents" and "patients" are head words.
-- Readings made before this layer was lack it, so their reader is renamed: the next build reads those reports again.

CREATE TABLE eventuality (
    report      TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    lemma       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    tense       TEXT NOT NULL,
    aspect      TEXT NOT NULL,
    modality    TEXT NOT NULL,
    agents      TEXT NOT NULL,
    patients    TEXT NOT NULL,
    date        TEXT,
    date_basis  TEXT NOT NULL,
    attribution TEXT,
    because     TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

UPDATE reading SET reader = 'rashomon-without-eventualities' || substr(reader, instr(reader, ' '));
