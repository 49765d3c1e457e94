"""Series as a model pointed at them: figures of one count, by their characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.comparing.claims import Gathered
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.series import named_apart, one_series
from rashomon.records import Figure, Pointed, Reason, Series


def counted(
    gathered: Sequence[Gathered], pointed: Sequence[Pointed], texts: Mapping[str, str], by_rule: Sequence[Series]
) -> tuple[Series, ...]:
    """Give the series that were pointed at, and those `by_rule` of reports of which no model was asked.

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
    seen = frozenset(r for p in answered for r in p.reports)
    found += [s for s in by_rule if seen.isdisjoint(point.evidence[0] for point in s.points)]
    return named_apart(found)
