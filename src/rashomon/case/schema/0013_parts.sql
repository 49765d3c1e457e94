-- What a container says beyond the fields of every report: when it was changed, whose words it carries, that it is a part.

ALTER TABLE report ADD COLUMN modified TEXT;
ALTER TABLE report ADD COLUMN credit TEXT;
ALTER TABLE report ADD COLUMN partial TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN rungs TEXT NOT NULL DEFAULT '';
