"""An event is concerned by a conflict that is about it: it is a side, or what the two sides differ about.

Characters in common do not make it so: who says that there was no threat says nothing of the arrest in the same
sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.comparing.behind import behind
from rashomon.comparing.conflicts.rules import rules
from rashomon.comparing.overlaps import overlaps
from rashomon.comparing.propositions import Proposition
from rashomon.records import Claim, Conflict


def concerned(
    claims: Sequence[Claim], conflicts: Sequence[Conflict], propositions: Sequence[Proposition]
) -> Mapping[str, tuple[str, ...]]:
    """Give for each claim, by id, the ids of the conflicts that concern it, in their order."""
    of_name = {rule.name: rule for rule in rules()}
    rows = behind(claims, propositions)
    near = overlaps(claims)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for conflict in conflicts:
        rule = next((of_name[name] for name in of_name if conflict.because.startswith(name)), None)
        for claim, against in (conflict.claims, conflict.claims[::-1]):
            found[claim][conflict.id] = None
            if rule is None:
                continue
            for event_claim in sorted(near[claim] - {claim}):
                events = [p for p in rows[event_claim] if p.event is not None]
                if any(
                    rule.concerns(event, side, other)
                    for event in events
                    for side in rows[claim]
                    if _touch(event, side)
                    for other in rows[against]
                ):
                    found[event_claim][conflict.id] = None
    return {claim: tuple(of) for claim, of in found.items()}


def _touch(a: Proposition, b: Proposition) -> bool:
    """Whether two rows share characters."""
    return a.member[0] == b.member[0] and any(s < q and p < t for s, t in a.spans for p, q in b.spans)
