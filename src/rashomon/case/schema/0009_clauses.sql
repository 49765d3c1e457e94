-- What each sentence predicates, and the words that sentences are compared by; where and how each claim is told, the
-- sides of each dispute, and figures in time.
-- Readings made before have neither clauses nor words, so their reader is renamed: the next build reads those again.

CREATE TABLE clause (
    report      TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    form        TEXT NOT NULL,
    link        TEXT NOT NULL,
    head        TEXT NOT NULL,
    lemma       TEXT NOT NULL,
    predicate   TEXT NOT NULL,
    sentence    INTEGER NOT NULL,
    within      TEXT,
    content     TEXT,
    arguments   TEXT NOT NULL,  -- a list each: role, start, end, lemma, mention
    negated     INTEGER NOT NULL,
    status      TEXT NOT NULL,
    figures     TEXT NOT NULL,  -- a list each: start, end, value, low, high, counts, fate, part, of
    date        TEXT,
    date_basis  TEXT NOT NULL,
    place       TEXT,
    attribution TEXT,
    event       TEXT,
    eventuality TEXT,
    because     TEXT NOT NULL,
    wording     TEXT,           -- a list: subject, kept, optional, hangs (a list each: start, end, kind), positional
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE reading ADD COLUMN words TEXT NOT NULL DEFAULT '[]';  -- packed (case/packed_words.py)
UPDATE reading SET reader = 'rashomon-without-clauses' || substr(reader, instr(reader, ' '));

ALTER TABLE lineage ADD COLUMN extent TEXT NOT NULL DEFAULT 'whole';
ALTER TABLE claim ADD COLUMN kind TEXT NOT NULL DEFAULT 'event';
ALTER TABLE claim ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN tellings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN perhaps TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conflict ADD COLUMN sides TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conflict ADD COLUMN status TEXT NOT NULL DEFAULT 'open';
ALTER TABLE conflict ADD COLUMN strength INTEGER NOT NULL DEFAULT 1;
ALTER TABLE conflict ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chronicle_entry ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chronicle_entry ADD COLUMN kind TEXT NOT NULL DEFAULT 'event';

CREATE TABLE series (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    what     TEXT NOT NULL,
    points   TEXT NOT NULL,
    because  TEXT NOT NULL
) STRICT;
CREATE INDEX series_id ON series (id);

-- One row a place where a claim is told, and what the words there do with it.
CREATE VIEW claim_telling AS
SELECT
    claim.id AS claim,
    claim.text,
    outlet_of.outlet,
    one.value ->> 'report' AS report,
    one.value ->> 'start' AS start,
    one.value ->> 'end' AS "end",
    substr(report.text, (one.value ->> 'start') + 1, (one.value ->> 'end') - (one.value ->> 'start')) AS words,
    one.value ->> 'stance' AS stance,
    one.value ->> 'voice' AS voice,
    one.value ->> 'row' AS row
FROM claim
JOIN json_each(claim.tellings) AS one
LEFT JOIN report ON report.id = one.value ->> 'report'
LEFT JOIN outlet_of ON outlet_of.report = one.value ->> 'report'
ORDER BY claim.position, one.key;

UPDATE setting SET value = '' WHERE key = 'compared';  -- claims kept before have no tellings: compare again
