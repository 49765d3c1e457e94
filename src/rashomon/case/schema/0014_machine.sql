-- The rows of a reading are as people corrected them, for every program that asks; what the machine itself had read is
-- kept beside them: of a report whose rows a judgement changes, the layers that it changes.

CREATE TABLE machine_reading (
    report TEXT PRIMARY KEY REFERENCES reading (report) ON DELETE CASCADE,
    layers TEXT NOT NULL  -- an object: by layer (mentions, chains, attributions ...), its rows as the machine made them
) STRICT, WITHOUT ROWID;

UPDATE setting SET value = '' WHERE key = 'compared';  -- the next build lays the judgements over the rows
