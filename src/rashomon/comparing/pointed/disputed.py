"""Disputes as a model pointed at them, in its order: both sides by their clauses, with the voices of their tellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.claims import Gathered
from rashomon.comparing.firsts import Firsts
from rashomon.comparing.pointed.places import Places
from rashomon.records import Claim, Conflict, Evidence, Pointed, Reading, Reason, Side
from rashomon.records.row_name import conflict_name, distinct


def disputed(
    gathered: Sequence[Gathered],
    pointed: Sequence[Pointed],
    by_rule: Sequence[Conflict],
    readings: Mapping[str, Reading],
) -> tuple[Conflict, ...]:
    """Give the disputes that were pointed at, and those `by_rule` among reports of which no model was asked.

    One with a side of no clause, or with a clause on both, is none.
    """
    answered = [p for p in pointed if p.disputes is not None]
    if not answered:
        return tuple(by_rule)
    units = [u for g in gathered for u in g.units]
    claim_of: dict[tuple[str, str], Claim] = {}
    for g in gathered:
        for t, group in zip(g.told, g.joined.groups, strict=True):
            for n in group:
                claim_of[g.units[n].report, g.units[n].clause.id] = t.claim
    places = Places((n, u.evidence) for n, u in enumerate(units) if (u.report, u.clause.id) in claim_of)

    def side(of: Sequence[Evidence]) -> Side | None:
        found = dict.fromkeys(n for place in of if (n := places.at(place)) is not None)
        if not found:
            return None
        claims = [claim_of[units[n].report, units[n].clause.id] for n in found]
        voices = (
            next((t.voice for t in claim.tellings if (t.report, t.start, t.end) == units[n].evidence), "")
            or units[n].speaker
            for n, claim in zip(found, claims, strict=True)
        )
        return Side(
            tuple(dict.fromkeys(c.id for c in claims)),
            tuple(units[n].evidence for n in found),
            tuple(dict.fromkeys(v for v in voices if v)),
        )

    firsts = Firsts(readings)
    found: list[Conflict] = []
    listed = sorted(
        ((n, at, p.by, d) for at, p in enumerate(answered) for n, d in enumerate(p.disputes or ())),
        key=lambda row: row[:2],
    )
    for _, _, by, d in listed:
        one, other = side(d.one), side(d.other)
        if one is None or other is None or set(one.evidence) & set(other.evidence):
            continue
        found.append(
            Conflict(
                id=conflict_name(firsts.of(one.evidence)),
                claims=(one.claims[0], other.claims[0]),
                kind=d.kind,
                because=Reason("pointed by", by),
                sides=(one, other),
                status="superseded" if d.superseded else "open",
                strength=d.strength,
                rank=len(found) + 1,
                pointed_by=by,
            )
        )
    seen = frozenset(r for p in answered for r in p.reports)
    left = [c for c in by_rule if seen.isdisjoint(e[0] for side in c.sides for e in side.evidence)]
    once = list({frozenset(firsts.of(s.evidence) for s in c.sides): c for c in (*found, *left)}.values())
    ids = distinct((c.id for c in once), set())
    return tuple(replace(c, id=i, rank=n) for n, (c, i) in enumerate(zip(once, ids, strict=True), 1))
