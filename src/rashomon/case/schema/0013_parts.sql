-- What a container says beyond the fields of every report: when it was changed, whose words it carries, that it is a part.

ALTER TABLE report ADD COLUMN modified TEXT;
ALTER TABLE report ADD COLUMN credit TEXT;
ALTER TABLE report ADD COLUMN partial TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN rungs TEXT NOT NULL DEFAULT '';

CREATE TABLE carrier (          -- of reports whose domain bears several names: the one that it is called by here
    report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    outlet TEXT NOT NULL
) STRICT, WITHOUT ROWID;

DROP VIEW outlet_of;
CREATE VIEW outlet_of AS
SELECT report.id AS report, coalesce(carrier.outlet, report.outlet, reading.outlet, report.id) AS outlet
FROM report LEFT JOIN reading ON reading.report = report.id LEFT JOIN carrier ON carrier.report = report.id;
