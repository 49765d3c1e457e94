-- The rows of a reading are as people corrected them, for every program that asks; what the machine itself had read is
-- kept beside them: of a report whose rows a judgement changes, the layers that it changes.

CREATE TABLE machine_reading (
    report TEXT PRIMARY KEY REFERENCES reading (report) ON DELETE CASCADE,
    layers TEXT NOT NULL  -- an object: by layer (mentions, chains, attributions ...), its rows as the machine made them
) STRICT, WITHOUT ROWID;

UPDATE setting SET value = '' WHERE key = 'compared';  -- the next build lays the judgements over the rows

-- The same rows; an outlet is looked up for the rows that are asked for, not for every report first.
DROP VIEW claim_matrix;
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
JOIN claim_member ON claim_member.claim = claim.id
LEFT JOIN attribution ON attribution.report = claim_member.report AND attribution.id = claim_member.row
LEFT JOIN event ON event.report = claim_member.report AND event.id = claim_member.row
ORDER BY claim.position, claim_member.report, claim_member.row;
