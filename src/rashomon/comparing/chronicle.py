"""The chronicle: the claims that matter, each as one line, in the order of their rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from rashomon.comparing.claims import Gathered
from rashomon.records import ChronicleEntry, Reading, Report, Story


def chronicle(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    stories: Sequence[Story],
    gathered: Sequence[Gathered],
) -> tuple[ChronicleEntry, ...]:
    """Lay the claims out as entries, those that more reports tell first."""
    told = [t for g in gathered for t in g.told if len({u.report for u in t.units}) > 1]
    told.sort(key=lambda t: (-len({u.report for u in t.units}), t.claim.evidence))
    return tuple(
        ChronicleEntry(
            id=f"e-{blake2b(t.claim.id.encode(), digest_size=5).hexdigest()}",
            date=None,
            title=t.claim.text,
            events=t.claim.members,
            claims=(t.claim.id,),
            independent_origins=t.claim.independent_origins,
            conflicts=(),
            story=t.story,
            evidence=t.claim.evidence[0],
            rank=n,
        )
        for n, t in enumerate(told, 1)
    )
