-- The steps of a reason, beside the text that is shown: a list each of rule, words and, but for the first, the joint.
-- NULL where the text alone tells them. Readings made before have none, so their reader is renamed: the next build
-- reads those again.

ALTER TABLE reading ADD COLUMN because_parts TEXT;
ALTER TABLE region ADD COLUMN because_parts TEXT;
ALTER TABLE mention ADD COLUMN because_parts TEXT;
ALTER TABLE chain ADD COLUMN because_parts TEXT;
ALTER TABLE timex ADD COLUMN because_parts TEXT;
ALTER TABLE attribution ADD COLUMN because_parts TEXT;
ALTER TABLE event ADD COLUMN because_parts TEXT;
ALTER TABLE event ADD COLUMN date_basis_parts TEXT;
ALTER TABLE eventuality ADD COLUMN because_parts TEXT;
ALTER TABLE eventuality ADD COLUMN date_basis_parts TEXT;
ALTER TABLE clause ADD COLUMN because_parts TEXT;
ALTER TABLE clause ADD COLUMN date_basis_parts TEXT;
ALTER TABLE credit ADD COLUMN because_parts TEXT;
UPDATE reading SET reader = 'rashomon-without-reasons' || substr(reader, instr(reader, ' '));

ALTER TABLE entity ADD COLUMN because_parts TEXT;
ALTER TABLE lineage ADD COLUMN because_parts TEXT;
ALTER TABLE story ADD COLUMN because_parts TEXT;
ALTER TABLE claim ADD COLUMN because_parts TEXT;
ALTER TABLE conflict ADD COLUMN because_parts TEXT;
ALTER TABLE chronicle_entry ADD COLUMN because_parts TEXT;
ALTER TABLE series ADD COLUMN because_parts TEXT;
