-- Every finding is found by its id, and what names one leads to it, also in programs that know no more than foreign keys:
-- their pages of a row are by its primary key. Links are checked when a transaction ends, since findings are exchanged
-- table by table. Run with foreign keys off: a table that is made again keeps what belongs to it.

DROP VIEW chronicle;
DROP VIEW claim_matrix;
DROP VIEW claim_stance;
DROP VIEW claim_telling;
DROP VIEW source_chain;
DROP VIEW outlet_of;

CREATE TABLE kept AS SELECT * FROM report;
DROP TABLE report;
CREATE TABLE report (
    number    INTEGER NOT NULL UNIQUE,
    id        TEXT NOT NULL PRIMARY KEY,
    text      TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    url       TEXT,
    published TEXT,
    language  TEXT,
    digest    TEXT NOT NULL UNIQUE,  -- SHA-256 of the original bytes: the same input twice is one report
    input     TEXT NOT NULL,
    note      TEXT NOT NULL DEFAULT '',  -- how the bytes became the text, where that is more than decoding UTF-8
    author    TEXT,
    modified  TEXT,
    credit    TEXT,
    partial   TEXT NOT NULL DEFAULT '',
    rungs     TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO report SELECT * FROM kept;
DROP TABLE kept;
-- Named as other programs look for it: Datasette and sqlite-utils then search by it unasked.
DROP TABLE report_search;
CREATE VIRTUAL TABLE report_search USING fts5 (
    title, text, content="report", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO report_search (report_search) VALUES ('rebuild');
CREATE TRIGGER report_added AFTER INSERT ON report BEGIN
    INSERT INTO report_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER report_removed AFTER DELETE ON report BEGIN
    INSERT INTO report_search (report_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER report_changed AFTER UPDATE ON report BEGIN
    INSERT OR IGNORE INTO part_changed VALUES (new.id);
END;

CREATE TABLE kept AS SELECT * FROM entity;
DROP TABLE entity;
CREATE TABLE entity (
    position      INTEGER NOT NULL UNIQUE,
    id            TEXT NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    names         TEXT NOT NULL,
    mentions      TEXT NOT NULL,
    because       TEXT NOT NULL,
    because_parts TEXT
) STRICT;
INSERT OR IGNORE INTO entity SELECT * FROM kept;
DROP TABLE kept;
CREATE INDEX entity_name ON entity (name);
CREATE INDEX entity_weight ON entity (json_array_length(mentions) DESC, position);

CREATE TABLE kept AS SELECT * FROM lineage;
DROP TABLE lineage;
CREATE TABLE lineage (
    position      INTEGER PRIMARY KEY,
    report        TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    origin        TEXT,
    relation      TEXT NOT NULL,
    basis         TEXT NOT NULL,
    score         REAL NOT NULL,
    evidence      TEXT NOT NULL,
    because       TEXT NOT NULL,
    extent        TEXT NOT NULL DEFAULT 'whole',
    because_parts TEXT,
    part          INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO lineage SELECT * FROM kept WHERE report IN (SELECT id FROM report);
DROP TABLE kept;
CREATE INDEX lineage_report ON lineage (report);
CREATE INDEX lineage_part ON lineage (part);

CREATE TABLE kept AS SELECT * FROM story;
DROP TABLE story;
CREATE TABLE story (
    position      INTEGER NOT NULL UNIQUE,
    id            TEXT NOT NULL PRIMARY KEY,
    title         TEXT NOT NULL,
    reports       TEXT NOT NULL,
    start         TEXT,
    "end"         TEXT,
    because       TEXT NOT NULL,
    because_parts TEXT,
    part          INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT OR IGNORE INTO story SELECT * FROM kept;
DROP TABLE kept;
CREATE INDEX story_part ON story (part);

CREATE TABLE kept AS SELECT * FROM claim;
DROP TABLE claim;
CREATE TABLE claim (
    position            INTEGER NOT NULL UNIQUE,
    id                  TEXT NOT NULL PRIMARY KEY,
    text                TEXT NOT NULL,
    evidence            TEXT NOT NULL,
    members             TEXT NOT NULL,
    origins             TEXT NOT NULL,
    independent_origins TEXT NOT NULL,
    because             TEXT NOT NULL,
    stances             TEXT NOT NULL DEFAULT '[]',
    silent              TEXT NOT NULL DEFAULT '[]',
    silent_outlets      INTEGER NOT NULL DEFAULT 0,
    kind                TEXT NOT NULL DEFAULT 'event',
    rank                INTEGER NOT NULL DEFAULT 0,
    tellings            TEXT NOT NULL DEFAULT '[]',
    perhaps             TEXT NOT NULL DEFAULT '[]',
    pointed_by          TEXT NOT NULL DEFAULT '',
    because_parts       TEXT,
    part                INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT OR IGNORE INTO claim SELECT * FROM kept;
DROP TABLE kept;
CREATE INDEX claim_part ON claim (part);

CREATE TABLE kept AS SELECT * FROM conflict;
DROP TABLE conflict;
CREATE TABLE conflict (
    position      INTEGER NOT NULL UNIQUE,
    id            TEXT NOT NULL PRIMARY KEY,
    claims        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    because       TEXT NOT NULL,
    sides         TEXT NOT NULL DEFAULT '[]',
    status        TEXT NOT NULL DEFAULT 'open',
    strength      INTEGER NOT NULL DEFAULT 1,
    rank          INTEGER NOT NULL DEFAULT 0,
    pointed_by    TEXT NOT NULL DEFAULT '',
    because_parts TEXT,
    part          INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT OR IGNORE INTO conflict SELECT * FROM kept;
DROP TABLE kept;
CREATE INDEX conflict_part ON conflict (part);

CREATE TABLE kept AS SELECT * FROM chronicle_entry;
UPDATE kept SET story = NULL WHERE story NOT IN (SELECT id FROM story);
DROP TABLE chronicle_entry;
CREATE TABLE chronicle_entry (
    position            INTEGER NOT NULL UNIQUE,
    id                  TEXT NOT NULL PRIMARY KEY,
    date                TEXT,
    title               TEXT NOT NULL,
    events              TEXT NOT NULL,
    claims              TEXT NOT NULL,
    independent_origins TEXT NOT NULL,
    conflicts           TEXT NOT NULL,
    story               TEXT REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,  -- NULL where it is in none
    evidence            TEXT,
    period              TEXT NOT NULL,
    because             TEXT NOT NULL,
    rank                INTEGER NOT NULL DEFAULT 0,
    kind                TEXT NOT NULL DEFAULT 'event',
    because_parts       TEXT,
    part                INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT OR IGNORE INTO chronicle_entry SELECT * FROM kept;
DROP TABLE kept;
CREATE INDEX chronicle_entry_story ON chronicle_entry (story, date);
CREATE INDEX chronicle_entry_date ON chronicle_entry (date);
CREATE INDEX chronicle_entry_part ON chronicle_entry (part);

CREATE TABLE kept AS SELECT * FROM series;
DROP TABLE series;
CREATE TABLE series (
    position      INTEGER NOT NULL UNIQUE,
    id            TEXT NOT NULL PRIMARY KEY,
    what          TEXT NOT NULL,
    points        TEXT NOT NULL,
    because       TEXT NOT NULL,
    pointed_by    TEXT NOT NULL DEFAULT '',
    because_parts TEXT,
    part          INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT OR IGNORE INTO series SELECT * FROM kept;
DROP TABLE kept;
CREATE INDEX series_part ON series (part);

-- ---------------------------------------------------------------------------------------------------------- links

CREATE TABLE kept AS SELECT * FROM entity_mention;
DROP TABLE entity_mention;
CREATE TABLE entity_mention (
    report  TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    mention TEXT NOT NULL,
    entity  TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (report, mention, entity)
) STRICT, WITHOUT ROWID;
INSERT INTO entity_mention SELECT * FROM kept
WHERE report IN (SELECT id FROM report) AND entity IN (SELECT id FROM entity);
DROP TABLE kept;
CREATE INDEX entity_mention_entity ON entity_mention (entity);

CREATE TABLE kept AS SELECT * FROM story_report;
DROP TABLE story_report;
CREATE TABLE story_report (
    report TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    story  TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (report, story)
) STRICT, WITHOUT ROWID;
INSERT INTO story_report SELECT * FROM kept
WHERE report IN (SELECT id FROM report) AND story IN (SELECT id FROM story);
DROP TABLE kept;
CREATE INDEX story_report_story ON story_report (story);

CREATE TABLE kept AS SELECT * FROM claim_member;
DROP TABLE claim_member;
CREATE TABLE claim_member (
    claim  TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    report TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    row    TEXT NOT NULL,  -- the id of an attribution or event of that report
    PRIMARY KEY (claim, report, row)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_member SELECT * FROM kept
WHERE claim IN (SELECT id FROM claim) AND report IN (SELECT id FROM report);
DROP TABLE kept;
CREATE INDEX claim_member_row ON claim_member (report, row);

CREATE TABLE kept AS SELECT * FROM claim_origin;
DROP TABLE claim_origin;
CREATE TABLE claim_origin (
    claim   TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    number  INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    key     TEXT NOT NULL,
    certain INTEGER NOT NULL,
    chain   TEXT NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY (claim, number)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_origin SELECT * FROM kept WHERE claim IN (SELECT id FROM claim);
DROP TABLE kept;
CREATE INDEX claim_origin_name ON claim_origin (name);

CREATE TABLE kept AS SELECT * FROM conflict_claim;
DROP TABLE conflict_claim;
CREATE TABLE conflict_claim (
    claim    TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    conflict TEXT NOT NULL REFERENCES conflict (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (claim, conflict)
) STRICT, WITHOUT ROWID;
INSERT INTO conflict_claim SELECT * FROM kept
WHERE claim IN (SELECT id FROM claim) AND conflict IN (SELECT id FROM conflict);
DROP TABLE kept;
CREATE INDEX conflict_claim_conflict ON conflict_claim (conflict);

CREATE TABLE kept AS SELECT * FROM entry_claim;
DROP TABLE entry_claim;
CREATE TABLE entry_claim (
    entry TEXT NOT NULL REFERENCES chronicle_entry (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry, claim)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_claim SELECT * FROM kept
WHERE entry IN (SELECT id FROM chronicle_entry) AND claim IN (SELECT id FROM claim);
DROP TABLE kept;
CREATE INDEX entry_claim_claim ON entry_claim (claim);

CREATE TABLE kept AS SELECT * FROM entry_report;
DROP TABLE entry_report;
CREATE TABLE entry_report (  -- the reports that stand behind a chronicle entry
    entry  TEXT NOT NULL REFERENCES chronicle_entry (id) DEFERRABLE INITIALLY DEFERRED,
    report TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry, report)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_report SELECT * FROM kept
WHERE entry IN (SELECT id FROM chronicle_entry) AND report IN (SELECT id FROM report);
DROP TABLE kept;
CREATE INDEX entry_report_report ON entry_report (report);

CREATE TABLE kept AS SELECT * FROM entry_entity;
DROP TABLE entry_entity;
CREATE TABLE entry_entity (  -- who takes part in a line of the chronicle, and where it happened
    entry  TEXT NOT NULL REFERENCES chronicle_entry (id) DEFERRABLE INITIALLY DEFERRED,
    entity TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    role   TEXT NOT NULL,  -- actor, recipient or place
    PRIMARY KEY (entity, entry, role)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_entity SELECT * FROM kept
WHERE entry IN (SELECT id FROM chronicle_entry) AND entity IN (SELECT id FROM entity);
DROP TABLE kept;
CREATE INDEX entry_entity_entry ON entry_entity (entry);

CREATE TABLE kept AS SELECT * FROM entry_type;
DROP TABLE entry_type;
CREATE TABLE entry_type (  -- the PLOVER types of its events
    entry TEXT NOT NULL REFERENCES chronicle_entry (id) DEFERRABLE INITIALLY DEFERRED,
    type  TEXT NOT NULL,
    PRIMARY KEY (type, entry)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_type SELECT * FROM kept WHERE entry IN (SELECT id FROM chronicle_entry);
DROP TABLE kept;
CREATE INDEX entry_type_entry ON entry_type (entry);

CREATE TABLE kept AS SELECT * FROM claim_entity;
DROP TABLE claim_entity;
CREATE TABLE claim_entity (  -- who takes part in a claim, and who makes its statements
    claim  TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    entity TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    role   TEXT NOT NULL,  -- actor, recipient, place or source
    PRIMARY KEY (entity, claim, role)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_entity SELECT * FROM kept
WHERE claim IN (SELECT id FROM claim) AND entity IN (SELECT id FROM entity);
DROP TABLE kept;
CREATE INDEX claim_entity_claim ON claim_entity (claim);

-- ------------------------------------------------------------------------------------------------ views to read
-- The first rows are there at once: their order is that of an index, and within one claim that of its list. SQLite knows
-- no statistics of a case, so the index of a look-up is named where it would read a whole report instead.

CREATE VIEW outlet_of AS
SELECT report.id AS report, coalesce(carrier.outlet, report.outlet, reading.outlet, report.id) AS outlet
FROM report LEFT JOIN reading ON reading.report = report.id LEFT JOIN carrier ON carrier.report = report.id;

-- The dated, sourced list of what is said to have happened.
CREATE VIEW chronicle AS
SELECT
    entry.id,
    story.title AS story,
    entry.period,
    entry.date,
    entry.title AS sentence,
    json_extract(entry.independent_origins, '$[0]') AS origins_at_least,
    json_extract(entry.independent_origins, '$[1]') AS origins_at_most,
    (SELECT count(*) FROM entry_report WHERE entry_report.entry = entry.id) AS reports,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT DISTINCT claim_origin.name AS name
            FROM entry_claim JOIN claim_origin USING (claim)
            WHERE entry_claim.entry = entry.id
            ORDER BY name
        )
    ) AS said_by,
    (
        SELECT group_concat(outlet, '; ') FROM (
            SELECT DISTINCT outlet_of.outlet AS outlet
            FROM entry_report JOIN outlet_of USING (report)
            WHERE entry_report.entry = entry.id
            ORDER BY outlet
        )
    ) AS outlets,
    json_array_length(entry.conflicts) AS conflicts,
    entry.because
FROM chronicle_entry AS entry
LEFT JOIN story ON story.id = entry.story
ORDER BY story.position, entry.position;

-- Who says what: one row a claim and statement; an outlet without a row for a claim is silent on it.
CREATE VIEW claim_matrix AS
SELECT
    claim.id AS claim,
    claim.text,
    (SELECT outlet_of.outlet FROM outlet_of WHERE outlet_of.report = claim_member.report) AS outlet,
    claim_member.report,
    CASE
        WHEN attribution.negated = 1 OR attribution.polarity = 'deny' OR event.modality = 'denied' THEN 'denies'
        WHEN attribution.hypothetical = 1 OR attribution.polarity = 'doubt' OR event.modality = 'hypothetical'
        THEN 'hedges'
        WHEN attribution.polarity IN ('demand', 'warn') THEN attribution.polarity || 's'
        WHEN event.modality = 'demanded' THEN 'demands'
        WHEN event.modality = 'planned' THEN 'expects'
        WHEN attribution.id IS NOT NULL AND attribution.source_kind <> 'outlet' OR event.modality = 'attributed'
        THEN 'says, per a source'
        ELSE 'says'
    END AS stance,
    claim_member.row,
    coalesce(attribution.because, event.because) AS because
FROM claim
CROSS JOIN claim_member ON claim_member.claim = claim.id
LEFT JOIN attribution INDEXED BY attribution_id
    ON attribution.report = claim_member.report AND attribution.id = claim_member.row
LEFT JOIN event INDEXED BY event_id ON event.report = claim_member.report AND event.id = claim_member.row
ORDER BY claim.position, claim_member.report, claim_member.row;

-- One row a claim and outlet: says, denies, hedges, or silent (the first of them by name).
CREATE VIEW claim_stance AS
SELECT
    claim.id AS claim,
    claim.text,
    one.value ->> 'outlet' AS outlet,
    one.value ->> 'stance' AS stance,
    one.value ->> 'own' AS own,
    one.value ->> 'because' AS because
FROM claim, json_each(claim.stances) AS one
UNION ALL
SELECT claim.id, claim.text, one.value, 'silent', NULL, NULL
FROM claim, json_each(claim.silent) AS one;

-- One row a place where a claim is told, and what the words there do with it.
CREATE VIEW claim_telling AS
SELECT
    claim.id AS claim,
    claim.text,
    (SELECT outlet_of.outlet FROM outlet_of WHERE outlet_of.report = one.value ->> 'report') AS outlet,
    one.value ->> 'report' AS report,
    one.value ->> 'start' AS start,
    one.value ->> 'end' AS "end",
    substr(report.text, (one.value ->> 'start') + 1, (one.value ->> 'end') - (one.value ->> 'start')) AS words,
    one.value ->> 'stance' AS stance,
    one.value ->> 'voice' AS voice,
    one.value ->> 'row' AS row
FROM claim
CROSS JOIN json_each(claim.tellings) AS one
LEFT JOIN report ON report.id = one.value ->> 'report'
ORDER BY claim.position;

-- The way each claim came: one row a link, from the report's own row (link 0) towards the first voice.
CREATE VIEW source_chain AS
SELECT
    claim_origin.claim,
    claim_origin.number AS origin,
    claim_origin.kind,
    claim_origin.name,
    claim_origin.certain,
    link.key AS link,
    link.value ->> 0 AS report,
    (SELECT outlet_of.outlet FROM outlet_of WHERE outlet_of.report = link.value ->> 0) AS outlet,
    link.value ->> 1 AS row,
    substr(
        report.text,
        json_extract(attribution.source, '$[0][0]') + 1,
        json_extract(attribution.source, '$[0][1]') - json_extract(attribution.source, '$[0][0]')
    ) AS source,
    substr(
        report.text,
        json_extract(attribution.cue, '$[0][0]') + 1,
        json_extract(attribution.cue, '$[0][1]') - json_extract(attribution.cue, '$[0][0]')
    ) AS cue,
    claim_origin.because
FROM claim_origin
CROSS JOIN json_each(claim_origin.chain) AS link
LEFT JOIN report ON report.id = link.value ->> 0
LEFT JOIN attribution INDEXED BY attribution_id
    ON attribution.report = link.value ->> 0 AND attribution.id = link.value ->> 1
ORDER BY claim_origin.claim, claim_origin.number;
