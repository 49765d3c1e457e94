-- What the first page asks for, worked out once when the findings are written: at any size it is there at once.

CREATE TABLE entry_order (  -- the chronicle story by story, dated lines first
    place    INTEGER PRIMARY KEY,
    position INTEGER NOT NULL  -- of the chronicle_entry
) STRICT;

CREATE TABLE chronicle_choice (  -- what the chronicle can be narrowed by, and how many lines that leaves
    "by"   TEXT NOT NULL,
    value  TEXT NOT NULL,
    called TEXT NOT NULL,
    lines  INTEGER NOT NULL,
    PRIMARY KEY ("by", lines DESC, called, value)
) STRICT, WITHOUT ROWID;

UPDATE setting SET value = '' WHERE key = 'compared';  -- the next build writes them
