"""One figure in time: the same count of the same people or things, told on several days or by several voices.

Figures belong together where they count the same (one fate, one kind) of one party or in like surroundings, and where
the one could have become the other: a rise from one day to the next is no dispute. A part is no point of its whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import blake2b

from rashomon.comparing.claims import Gathered
from rashomon.comparing.disputes.rivals import context, counted_alike, figures_of
from rashomon.comparing.disputes.words import cosine, is_entity, mass
from rashomon.comparing.joining.unit import Unit
from rashomon.records import Claim, Figure, Point, Series, Value

_ALIKE = 0.22
_ALIKE_UNFATED = 0.3
_TOGETHER = 0.14
_FURTHEST = 4.0
_FEWEST = 2
_COMPARED = 600
_APPROXIMATE = 0.9
_NOT_YET = frozenset({"hypothetical", "planned", "demanded", "unrealised", "denied"})
_NO_COUNT = frozenset({"percent", "time", "day", "hour", "week", "month", "year", "minute", "mile", "foot", "one"})

_Told = tuple[Unit, Figure]


def series(gathered: Sequence[Gathered]) -> tuple[Series, ...]:
    """Give the series of each story, those with most points first."""
    found: list[Series] = []
    for g in gathered:
        claim_of = {u.clause.id + u.report: t.claim for t in g.told for u in t.units}
        told = [
            (g.units[n], f)
            for n, f in figures_of(g.units)
            if not f.part and f.counts not in _NO_COUNT and g.units[n].clause.status not in _NOT_YET
        ]
        for members in _together(told[:_COMPARED]):
            made = _series([told[m] for m in members], claim_of)
            if made is not None:
                found.append(made)
    return tuple(sorted(found, key=lambda s: (-len(s.points), s.id)))


def _together(told: Sequence[_Told]) -> list[list[int]]:
    """Gather figures by average link: each joins the group of figures that it is most alike."""
    groups: list[list[int]] = []
    for n in range(len(told)):
        best, home = 0.0, None
        for group in groups:
            links = [_alike(told[n], told[m]) for m in group]
            if min(links) >= 0 and max(links) > 0:
                average = sum(links) / len(links)
                if average > max(best, _TOGETHER):
                    best, home = average, group
        if home is None:
            groups.append([n])
        else:
            home.append(n)
    return [g for g in groups if len(g) >= _FEWEST]


def _alike(one: _Told, other: _Told) -> float:
    """How surely two figures are of one series: below 0 never, 0 where nothing speaks for it."""
    (a, f), (b, g) = one, other
    if not counted_alike(f, g, a, b):
        return -1.0
    low, high = sorted((f.value, g.value))
    if low > 0 and high > _FURTHEST * low:
        return -1.0
    if a.report == b.report and a.clause.sentence == b.clause.sentence:
        return -1.0
    x, y = context(f, a), context(g, b)
    alike = max(cosine(x, y), 0.8 * cosine(a.own, b.own) if mass(a.own & b.own) > 0 else 0.0)
    if f.value == g.value and f.counts == g.counts:
        alike += 0.1
    if f.fate and f.counts == g.counts and any(is_entity(e) for e in x & y):
        alike += 0.05
    return alike if alike >= (_ALIKE if f.fate else _ALIKE_UNFATED) else 0.0


def _series(members: Sequence[_Told], claim_of: Mapping[str, Claim]) -> Series | None:
    points: dict[tuple[str, Value], Point] = {}
    for u, f in members:
        claim = claim_of.get(u.clause.id + u.report)
        if claim is None:
            continue
        voice = next((t.voice for t in claim.tellings if (t.report, t.clause) == (u.report, u.clause.id)), "")
        point = Point(_value(f), _as_of(u), u.evidence, voice, claim.id)
        points.setdefault((u.report, point.value), point)
    ordered = sorted(points.values(), key=lambda p: (p.as_of or "", p.evidence))
    if len({p.evidence[0] for p in ordered}) < _FEWEST and len({p.value for p in ordered}) < _FEWEST:
        return None
    if len(ordered) < _FEWEST:
        return None
    f = members[0][1]
    what = " ".join(x for x in (f.counts, f.fate) if x)
    digest = blake2b("|".join(map(str, (p.evidence for p in ordered))).encode(), digest_size=5).hexdigest()
    because = f"counts {f.fate or f.counts}: {len(ordered)} figures"
    return Series(f"s-{digest}", what, tuple(ordered), because)


def _value(f: Figure) -> Value:
    """The figure as at least, at most; about so many is the number as written."""
    around = f.low is not None and f.high is not None and f.low < f.high and f.high >= f.value
    if around and f.low is not None and f.low >= f.value * _APPROXIMATE**2 - 1e-6 and f.low >= f.value * 0.8:
        return f.value, f.value
    return f.low, f.high


def _as_of(u: Unit) -> str | None:
    day = u.days[1] if u.days else u.published
    return date.fromordinal(day).isoformat() if day else None
