"""Where people died, how many is what a reader asks first: the latest count of the dead is among the first lines.

A toll that rises is told in other words every day, so no claim of it is told by many, and by its rank each comes late.
One that stays is told like anything else. An older count stands for no later one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.rank import Candidate
from rashomon.records import Evidence, Point, Series

_DEAD = "dead"
_FEWEST, _REPORTS = 3, 2  # points, and reports that tell them: what is counted once is no toll


def latest_toll(order: Sequence[tuple[float, Candidate]], series: Sequence[Series]) -> list[Candidate]:
    """Give the candidates of a story (score, claim), best first, that tell the latest count of its dead, if it rose.

    Of the series of the dead the one with most points in this story is its toll. Where several were counted on its last
    day, the count that most reports tell is the latest, then the highest.
    """
    telling = {u.evidence: u for _, c in order for u in c.told.units}
    reports = {report for report, _, _ in telling}
    found = ([p for p in s.points if p.evidence[0] in reports] for s in series)
    toll = max((points for points in found if _is_toll(points, telling)), key=len, default=[])
    last = max((p.as_of or "" for p in toll), default="")
    values = [p.value for p in toll if (p.as_of or "") == last]
    latest = max(values, key=lambda v: (values.count(v), v[0] or 0.0, v[1] or 0.0), default=None)
    mine = {(p.claim, p.evidence) for p in toll if p.value == latest}
    return [c for _, c in order if any((c.told.claim.id, u.evidence) in mine and tells_a_toll(u) for u in c.told.units)]


def _is_toll(points: Sequence[Point], telling: Mapping[Evidence, Unit]) -> bool:
    if len(points) < _FEWEST or len({p.evidence[0] for p in points}) < _REPORTS:
        return False
    if len({p.value[0] or p.value[1] for p in points}) < 2:  # it never rose
        return False
    units = (telling[p.evidence] for p in points if p.evidence in telling)
    return any(f.fate == _DEAD for u in units for f in u.clause.figures)


def tells_a_toll(u: Unit) -> bool:
    """Tell whether a clause counts the dead, not some of them: "nine of the 44 who died were firemen" does not.

    It may count those of two parties, or tell behind it how many of them were what.
    """
    first = next(iter(sorted(u.clause.figures, key=lambda f: f.start)), None)
    return first is not None and not first.part and any(f.fate == _DEAD for f in u.clause.figures)
