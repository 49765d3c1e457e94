-- A large case keeps what few questions ask for in Parquet files beside it (CASE.lake): of each report that stands
-- there, in which. Its clauses, eventualities, times, credits and words have no rows here then.

CREATE TABLE lake_report (
    report TEXT PRIMARY KEY REFERENCES reading (report) ON DELETE CASCADE,
    shard  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX lake_report_shard ON lake_report (shard);
