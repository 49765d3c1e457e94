"""Which propositions stand behind a claim: the clauses of its rows that it rests on, in its order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.comparing.propositions import Proposition
from rashomon.records import Claim, Member


def behind(claims: Sequence[Claim], propositions: Sequence[Proposition]) -> Mapping[str, tuple[Proposition, ...]]:
    """Give for each claim, by id, the propositions that `comparing.claims` made it of."""
    rows: dict[Member, list[Proposition]] = defaultdict(list)
    for p in propositions:
        rows[p.member].append(p)
    found = {}
    for claim in claims:
        evidence = set(claim.evidence)
        of = [p for member in claim.members for p in rows[member]]
        found[claim.id] = tuple(p for p in of if (p.member[0], *p.spans[0]) in evidence)
    return found
