"""What was pointed at in the parts of a large story, and in what stands for their claims, as one answer of the story.

A claim of the whole holds the claims of the parts whose representatives it holds; where it says the contrary of what a
representative says, what was said there is denied here. Series that share a figure are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.records import Evidence, Pointed, PointedClaim

_Stances = tuple[tuple[Evidence, ...], tuple[Evidence, ...], tuple[Evidence, ...]]
_SAYS, _DENIES, _HEDGES = range(3)


def representative(claim: PointedClaim) -> Evidence | None:
    """Give the clause that stands for a claim: the first that says it, else denies it, else hedges it."""
    return next(iter(claim.clauses), None)


def combined(parts: Sequence[Pointed], over: Pointed | None) -> Pointed:
    """Give one answer; `over` is what was pointed at in the representatives of the parts' claims, if that was."""
    claims = [c for p in parts for c in p.claims or ()]
    whole = Pointed(
        by=parts[0].by,
        shown=tuple(e for p in parts for e in p.shown),
        claims=tuple(claims) if any(p.claims is not None for p in parts) else None,
        voices=tuple(v for p in parts for v in p.voices or ()) if any(p.voices is not None for p in parts) else None,
        series=_series([s for p in parts for s in p.series or ()])
        if any(p.series is not None for p in parts)
        else None,
    )
    if over is None:
        return whole
    series = whole.series if over.series is None else _series([*(whole.series or ()), *over.series])
    whole = replace(whole, disputes=over.disputes, series=series)
    return whole if over.claims is None else replace(whole, claims=_claims(claims, over.claims), first=over.first)


def _claims(claims: Sequence[PointedClaim], over: Sequence[PointedClaim]) -> tuple[PointedClaim, ...]:
    """The claims of the whole in their order, then those of the parts that none of them holds."""
    of = {told: n for n, claim in enumerate(claims) if (told := representative(claim)) is not None}
    taken: set[int] = set()
    found = []
    for whole in over:
        rows: tuple[list[Evidence], list[Evidence], list[Evidence]] = ([], [], [])
        kind, also = whole.kind, list(whole.also)
        for stance, clauses in enumerate(_stances(whole)):
            for n in (of[e] for e in clauses if e in of):
                taken.add(n)
                kind = kind or claims[n].kind
                also += claims[n].also
                for to, some in enumerate(_turned(claims[n], stance)):
                    rows[to].extend(some)
        found.append(PointedClaim(tuple(rows[_SAYS]), tuple(rows[_DENIES]), tuple(rows[_HEDGES]), kind, tuple(also)))
    return (*found, *(c for n, c in enumerate(claims) if n not in taken))


def _stances(claim: PointedClaim) -> _Stances:
    return claim.says, claim.denies, claim.hedges


def _turned(claim: PointedClaim, stance: int) -> _Stances:
    """The clauses of a claim as they stand to another, to which its representative stands so."""
    own = next(n for n, some in enumerate(_stances(claim)) if some)
    says, denies, hedges = _stances(claim)
    if stance == own:
        return says, denies, hedges
    if _HEDGES not in (stance, own) or stance == _DENIES:
        return denies, says, hedges
    return ((), denies, (*says, *hedges)) if stance == _HEDGES else (says, denies, hedges)


def _series(rows: Sequence[tuple[Evidence, ...]]) -> tuple[tuple[Evidence, ...], ...]:
    found: list[dict[Evidence, None]] = []
    for row in rows:
        mine = dict.fromkeys(row)
        apart = []
        for other in found:
            if other.keys() & mine.keys():
                mine = {**other, **mine}
            else:
                apart.append(other)
        found = [*apart, mine]
    return tuple(tuple(row) for row in found)
