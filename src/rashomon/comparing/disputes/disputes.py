"""The disputes of a case: both sides with their words and voices, how each stands, the clearest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from rashomon.comparing.claims import Gathered
from rashomon.comparing.disputes.contests import contests
from rashomon.comparing.disputes.folding import Folded, fold
from rashomon.comparing.disputes.judging import contested
from rashomon.comparing.disputes.rivals import rivals
from rashomon.comparing.disputes.status import Standing
from rashomon.comparing.joining.unit import Unit
from rashomon.records import Claim, Conflict, Reading, Side

_SURE = 0.16
_KNOWN = 0.55
_WORTH = 0.3
_SUPERSEDED = 0.8
_A_REPORT = 0.04


def disputes(gathered: Sequence[Gathered], readings: Mapping[str, Reading]) -> tuple[Conflict, ...]:
    """Give the disputes among the claims of `gathered`, in the order of their rank."""
    units = [u for g in gathered for u in g.units]
    claim_of: dict[tuple[str, str], Claim] = {}
    for g in gathered:
        for t, group in zip(g.told, g.joined.groups, strict=True):
            for n in group:  # those too that are told by another clause of their sentence
                claim_of[g.units[n].report, g.units[n].clause.id] = t.claim
    groups = {n: claim_of[u.report, u.clause.id].id for n, u in enumerate(units) if (u.report, u.clause.id) in claim_of}
    voices = {(t.report, t.clause): t.voice for c in claim_of.values() for t in c.tellings}
    made = contests(units, readings)
    standing = Standing(units, made, readings)
    found = []
    for f in fold(units, groups, made, contested(units, readings), rivals(units, made)):
        worth = f.sure + _A_REPORT * len({units[n].report for n in (*f.one, *f.other)})
        if f.sure < _SURE or not all(n in groups for n in (*f.one, *f.other)):
            continue
        overtaken = standing.overtaken(f)
        found.append((worth * (_SUPERSEDED if overtaken else 1.0), f, overtaken))
    found.sort(key=lambda row: (-row[0], row[1].one[0]))
    return tuple(
        _conflict(rank, worth, f, overtaken, units, groups, voices)
        for rank, (worth, f, overtaken) in enumerate(found, 1)
    )


def _conflict(
    rank: int,
    worth: float,
    f: Folded,
    overtaken: str,
    units: Sequence[Unit],
    groups: Mapping[int, str],
    voices: Mapping[tuple[str, str], str],
) -> Conflict:
    sides = tuple(_side([units[n] for n in of], [groups[n] for n in of], voices) for of in (f.one, list(f.other)))
    first = "|".join(f"{e}" for side in sides for e in side.evidence[:1])
    return Conflict(
        id=f"x-{blake2b(first.encode(), digest_size=5).hexdigest()}",
        claims=(sides[0].claims[0], sides[1].claims[0]),
        kind=f.kind,
        because=f"{f.because}, sure {f.sure:.2f}" + (f"; {overtaken}" if overtaken else ""),
        sides=sides,
        status="superseded" if overtaken else "open",
        strength=3 if worth >= _KNOWN else 2 if worth >= _WORTH else 1,
        rank=rank,
    )


def _side(units: Sequence[Unit], groups: Sequence[str], voices: Mapping[tuple[str, str], str]) -> Side:
    told = (voices.get((u.report, u.clause.id)) or u.speaker for u in units)
    return Side(
        claims=tuple(dict.fromkeys(groups)),
        evidence=tuple(u.evidence for u in units),
        voices=tuple(dict.fromkeys(v for v in told if v)),
    )
