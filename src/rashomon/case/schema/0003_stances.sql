-- Who takes what stance on a claim, and which outlets of its stories are silent on it.

ALTER TABLE claim ADD COLUMN stances TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN silent TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN silent_outlets INTEGER NOT NULL DEFAULT 0;
UPDATE setting SET value = '' WHERE key = 'compared';  -- claims kept before have none: compare again

-- One row a claim and outlet: says, denies, hedges, or silent (the first of them by name).
CREATE VIEW claim_stance AS
SELECT
    claim.id AS claim,
    claim.text,
    one.value ->> 'outlet' AS outlet,
    one.value ->> 'stance' AS stance,
    one.value ->> 'own' AS own,
    one.value ->> 'because' AS because
FROM claim, json_each(claim.stances) AS one
UNION ALL
SELECT claim.id, claim.text, one.value, 'silent', NULL, NULL
FROM claim, json_each(claim.silent) AS one;
