"""What a model pointed at beyond claims, laid over what the rules found: series, disputes, and which lines come first.

A series are figures of one count, by their characters. A dispute has both its sides by their clauses, with the voices
of their tellings, in the order of the model. The lines of the claims that it holds to matter most come in its order,
before those that the rules choose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.claims import Gathered
from rashomon.comparing.days import Firsts
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.choosing import first_lines, place
from rashomon.comparing.lines.compose import Line
from rashomon.comparing.lines.rank import Candidate, Heard
from rashomon.comparing.pointed.voices import Places
from rashomon.comparing.series import named_apart, one_series
from rashomon.records import Claim, Conflict, Evidence, Figure, Pointed, Reading, Reason, Series, Side
from rashomon.records.keys import conflict_name, distinct


def counted(
    gathered: Sequence[Gathered], pointed: Sequence[Pointed], texts: Mapping[str, str], by_rule: Sequence[Series]
) -> tuple[Series, ...]:
    """Give the series that were pointed at, and those `by_rule` that count none of their figures.

    Those with most points come first; a figure belongs to one series.
    """
    answered = [p for p in pointed if p.series is not None]
    if not answered:
        return tuple(by_rule)
    claim_of = {(u.report, u.clause.id): t.claim for g in gathered for t in g.told for u in t.units}
    held = {
        (g.units[n].report, g.units[n].clause.id): t.claim
        for g in gathered
        for t, group in zip(g.told, g.joined.groups, strict=True)
        for n in group
    } | claim_of
    at: dict[tuple[str, int, int], tuple[Unit, Figure]] = {}
    units = sorted((u for g in gathered for u in g.units), key=lambda u: (u.span[0] - u.span[1], u.evidence))
    for u in units:  # the widest clause first: the narrowest that tells the figure stands
        for f in u.clause.figures:
            if (u.report, u.clause.id) in held:
                at[u.report, f.start, f.end] = (u, f)
    found: list[Series] = []
    taken: set[tuple[str, int, int]] = set()
    for by, places in ((p.by, places) for p in answered for places in p.series or ()):
        mine = [p for p in dict.fromkeys(places) if p in at and p not in taken]
        made = one_series([at[p] for p in mine], held, texts) if mine else None
        if made is not None:
            taken.update(mine)
            found.append(Series(made.id, made.what, made.points, made.because.then(Reason("pointed by", by)), by))
    counted_already = Places(enumerate(sorted(taken)))
    found += [s for s in by_rule if not any(counted_already.meets(point.evidence) for point in s.points)]
    return named_apart(found)


def disputed(
    gathered: Sequence[Gathered],
    pointed: Sequence[Pointed],
    by_rule: Sequence[Conflict],
    readings: Mapping[str, Reading],
) -> tuple[Conflict, ...]:
    """Give the disputes that were pointed at, and behind them those `by_rule` of which they touch no clause.

    A model lists but what matters most to it: that it is silent about a dispute is no word against it. One with a side
    of no clause, or with a clause on both, is none.
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
    baseless = frozenset[tuple[int, int]]().union(*(g.baseless for g in gathered))
    listed = sorted(
        (
            (n, at, p.by, d)
            for at, p in enumerate(pointed)
            for n, d in enumerate(p.disputes or ())
            if (at, n) not in baseless
        ),
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
    taken = Places(enumerate(e for c in found for e in _sides(c)))
    left = [c for c in by_rule if not any(taken.meets(e) for e in _sides(c))]
    once = list({frozenset(firsts.of(s.evidence) for s in c.sides): c for c in (*found, *left)}.values())
    ids = distinct((c.id for c in once), set())
    return tuple(replace(c, id=i, rank=n) for n, (c, i) in enumerate(zip(once, ids, strict=True), 1))


def _sides(conflict: Conflict) -> tuple[Evidence, ...]:
    return tuple(e for side in conflict.sides for e in side.evidence)


def chosen_first(
    order: Sequence[tuple[float, Candidate]],
    g: Gathered,
    most: int,
    heard: Heard,
    before: Mapping[Candidate, Line],
    wanted: Sequence[Candidate] = (),
) -> dict[Candidate, Line]:
    """Give the lines `before`, of other stories, and the first of a story, up to `most`.

    Those pointed at that can have a line come first, filled up with those by rule; `heard` takes up what they tell. By
    rule one of those `wanted`, if any, is among them.
    """
    named = {c: g.pointed[c.number] for _, c in order if c.number in g.pointed}
    if not named:
        return first_lines(order, g, most, heard, before, wanted)
    lined = dict(before)
    most += len(before)
    for c in sorted(named, key=lambda c: (named[c], c.number)):
        if len(lined) < most and place(c, lined):
            heard.add(c)
    rest = [(score, c) for score, c in order if c not in lined]
    for c in first_lines(rest, g, most, heard) if len(lined) < most else ():
        if len(lined) < most:
            place(c, lined)
    return lined
