-- Links and words that pages narrow and search by, written from the findings whenever those are (case/finding_shelf.py).

CREATE TABLE entry_entity (  -- who takes part in a line of the chronicle, and where it happened
    entry  TEXT NOT NULL,
    entity TEXT NOT NULL,
    role   TEXT NOT NULL,  -- actor, recipient or place
    PRIMARY KEY (entity, entry, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_type (  -- the PLOVER types of its events
    entry TEXT NOT NULL,
    type  TEXT NOT NULL,
    PRIMARY KEY (type, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_entity (  -- who takes part in a claim, and who makes its statements
    claim  TEXT NOT NULL,
    entity TEXT NOT NULL,
    role   TEXT NOT NULL,  -- actor, recipient, place or source
    PRIMARY KEY (entity, claim, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_claim_claim ON entry_claim (claim);
CREATE INDEX conflict_claim_conflict ON conflict_claim (conflict);
CREATE INDEX entity_weight ON entity (json_array_length(mentions) DESC, position);
CREATE INDEX reading_published ON reading (published);

CREATE VIRTUAL TABLE finding_search USING fts5 (
    kind UNINDEXED, id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

UPDATE setting SET value = '' WHERE key = 'compared';  -- the next build writes them
