"""Two claims overlap where they rest on some of the same characters; a claim overlaps itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.records import Claim


def overlaps(claims: Sequence[Claim]) -> Mapping[str, frozenset[str]]:
    """Give for each claim, by id, the ids of the claims that share a character of evidence with it."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in claims:
        for report, start, end in claim.evidence:
            spans[report].append((start, end, claim.id))
    found: dict[str, set[str]] = {claim.id: {claim.id} for claim in claims}
    for report in spans:
        open_spans: list[tuple[int, str]] = []
        for start, end, claim_id in sorted(spans[report]):
            open_spans = [(until, other) for until, other in open_spans if until > start]
            for _, other in open_spans:
                found[claim_id].add(other)
                found[other].add(claim_id)
            if end > start:
                open_spans.append((end, claim_id))
    return {claim: frozenset(others) for claim, others in found.items()}
