-- What a language model of the user's own said of a conflict: its word, under its name, never a finding.

CREATE TABLE opinion (
    conflict TEXT NOT NULL,
    model    TEXT NOT NULL,
    choice   TEXT NOT NULL CHECK (choice IN ('contradict', 'change', 'detail', 'unrelated')),
    PRIMARY KEY (conflict, model)
) STRICT, WITHOUT ROWID;
