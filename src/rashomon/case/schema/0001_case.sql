-- A case: reports as stored, what was read in each, what was found across them, and what was left out and why.
-- Column names are those of the interchange files. A column that holds more than one value holds JSON.
-- "start" and "end" are code points into report.text: substr(text, start + 1, "end" - start) is what a reader sees.

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES ('revision', '0'), ('compared', '');

-- ------------------------------------------------------------------------------------------------ what came in

CREATE TABLE report (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    text      TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    url       TEXT,
    published TEXT,
    language  TEXT,
    digest    TEXT NOT NULL UNIQUE,  -- SHA-256 of the original bytes: the same input twice is one report
    input     TEXT NOT NULL,
    note      TEXT NOT NULL DEFAULT ''  -- how the bytes became the text, where that is more than decoding UTF-8
) STRICT;

CREATE VIRTUAL TABLE report_search USING fts5 (
    title, text, content = 'report', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_added AFTER INSERT ON report BEGIN
    INSERT INTO report_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER report_removed AFTER DELETE ON report BEGIN
    INSERT INTO report_search (report_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE TABLE refusal (
    input  TEXT NOT NULL,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    report TEXT NOT NULL DEFAULT '',  -- the report that was stored but could not be read, and by which reader
    reader TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (input, report)
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------------------------ what was read in one report

CREATE TABLE reading (
    report    TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    reader    TEXT NOT NULL,  -- which rashomon and which language model
    published TEXT,
    basis     TEXT NOT NULL,
    earliest  TEXT,
    latest    TEXT,
    evidence  TEXT,
    because   TEXT NOT NULL,
    language  TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    url       TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE region (
    report   TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    because  TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
    report   TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    report   TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    form     TEXT NOT NULL,
    chain    TEXT NOT NULL,
    because  TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_id ON mention (report, id);

CREATE TABLE chain (
    report   TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    names    TEXT NOT NULL,
    roles    TEXT NOT NULL,
    because  TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE timex (
    report   TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    type     TEXT NOT NULL,
    value    TEXT NOT NULL,
    because  TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
    report         TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    id             TEXT NOT NULL,
    source         TEXT NOT NULL,
    cue            TEXT NOT NULL,
    content        TEXT NOT NULL,
    source_kind    TEXT NOT NULL,
    source_mention TEXT,
    channel        TEXT,
    quote          TEXT NOT NULL,
    negated        INTEGER NOT NULL,
    nested_in      TEXT,
    hypothetical   INTEGER NOT NULL,
    polarity       TEXT NOT NULL,
    lemma          TEXT NOT NULL,
    because        TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_id ON attribution (report, id);

CREATE TABLE event (
    report      TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    type        TEXT NOT NULL,
    "trigger"   TEXT NOT NULL,
    actors      TEXT NOT NULL,
    recipients  TEXT NOT NULL,
    place       TEXT,
    date        TEXT,
    date_basis  TEXT NOT NULL,
    modality    TEXT NOT NULL,
    attribution TEXT,
    evidence    TEXT NOT NULL,
    mode        TEXT,
    historical  INTEGER NOT NULL,
    because     TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_id ON event (report, id);

CREATE TABLE credit (
    report   TEXT NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    mention  TEXT,
    role     TEXT NOT NULL,
    outlet   TEXT NOT NULL,
    because  TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------------------------------- what was found across

CREATE TABLE entity (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    names    TEXT NOT NULL,
    mentions TEXT NOT NULL,
    because  TEXT NOT NULL
) STRICT;
CREATE INDEX entity_id ON entity (id);

CREATE TABLE lineage (
    position INTEGER PRIMARY KEY,
    report   TEXT NOT NULL,
    origin   TEXT,
    relation TEXT NOT NULL,
    basis    TEXT NOT NULL,
    score    REAL NOT NULL,
    evidence TEXT NOT NULL,
    because  TEXT NOT NULL
) STRICT;
CREATE INDEX lineage_report ON lineage (report);

CREATE TABLE story (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    title    TEXT NOT NULL,
    reports  TEXT NOT NULL,
    start    TEXT,
    "end"    TEXT,
    because  TEXT NOT NULL
) STRICT;
CREATE INDEX story_id ON story (id);

CREATE TABLE claim (
    position            INTEGER PRIMARY KEY,
    id                  TEXT NOT NULL,
    text                TEXT NOT NULL,
    evidence            TEXT NOT NULL,
    members             TEXT NOT NULL,
    origins             TEXT NOT NULL,
    independent_origins TEXT NOT NULL,
    because             TEXT NOT NULL
) STRICT;
CREATE INDEX claim_id ON claim (id);

CREATE TABLE conflict (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    claims   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    because  TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_id ON conflict (id);

CREATE TABLE chronicle_entry (
    position            INTEGER PRIMARY KEY,
    id                  TEXT NOT NULL,
    date                TEXT,
    title               TEXT NOT NULL,
    events              TEXT NOT NULL,
    claims              TEXT NOT NULL,
    independent_origins TEXT NOT NULL,
    conflicts           TEXT NOT NULL,
    story               TEXT NOT NULL,
    evidence            TEXT,
    period              TEXT NOT NULL,
    because             TEXT NOT NULL
) STRICT;
CREATE INDEX chronicle_entry_id ON chronicle_entry (id);
CREATE INDEX chronicle_entry_story ON chronicle_entry (story, date);

-- Links, written from the JSON columns above whenever the findings are (case/findings.py), for quick look-up.

CREATE TABLE entity_mention (
    report  TEXT NOT NULL,
    mention TEXT NOT NULL,
    entity  TEXT NOT NULL,
    PRIMARY KEY (report, mention, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_mention_entity ON entity_mention (entity);

CREATE TABLE story_report (
    report TEXT NOT NULL,
    story  TEXT NOT NULL,
    PRIMARY KEY (report, story)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_member (
    claim  TEXT NOT NULL,
    report TEXT NOT NULL,
    row    TEXT NOT NULL,  -- the id of an attribution or event of that report
    PRIMARY KEY (claim, report, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_member_row ON claim_member (report, row);

CREATE TABLE claim_origin (
    claim   TEXT NOT NULL,
    number  INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    key     TEXT NOT NULL,
    certain INTEGER NOT NULL,
    chain   TEXT NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY (claim, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict_claim (
    claim    TEXT NOT NULL,
    conflict TEXT NOT NULL,
    PRIMARY KEY (claim, conflict)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_claim (
    entry TEXT NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (entry, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_report (  -- the reports that stand behind a chronicle entry
    entry  TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (entry, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_report_report ON entry_report (report);

-- ------------------------------------------------------------------------------------------------ views to read

CREATE VIEW outlet_of AS
SELECT report.id AS report, coalesce(report.outlet, reading.outlet, report.id) AS outlet
FROM report LEFT JOIN reading ON reading.report = report.id;

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
    outlet_of.outlet,
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
JOIN claim_member ON claim_member.claim = claim.id
LEFT JOIN outlet_of ON outlet_of.report = claim_member.report
LEFT JOIN attribution ON attribution.report = claim_member.report AND attribution.id = claim_member.row
LEFT JOIN event ON event.report = claim_member.report AND event.id = claim_member.row
ORDER BY claim.position, claim_member.report, claim_member.row;

-- The way each claim came: one row a link, from the report's own row (link 0) towards the first voice.
CREATE VIEW source_chain AS
SELECT
    claim_origin.claim,
    claim_origin.number AS origin,
    claim_origin.kind,
    claim_origin.name,
    claim_origin.certain,
    link.key AS link,
    json_extract(link.value, '$[0]') AS report,
    outlet_of.outlet,
    json_extract(link.value, '$[1]') AS row,
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
JOIN json_each(claim_origin.chain) AS link
LEFT JOIN report ON report.id = json_extract(link.value, '$[0]')
LEFT JOIN outlet_of ON outlet_of.report = report.id
LEFT JOIN attribution
    ON attribution.report = report.id AND attribution.id = json_extract(link.value, '$[1]')
ORDER BY claim_origin.claim, claim_origin.number, link.key;
