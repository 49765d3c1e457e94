"""What people judged of whole reports is laid over the machine's lineage, in the order of time: the last word holds."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.records import Lineage, Ruling


def judged(lineage: Iterable[Lineage], reports: Iterable[str], rulings: Iterable[Ruling]) -> tuple[Lineage, ...]:
    """Give what derives from what as people judged it: of two reports of one source, the first is from the second.

    A ruling about a report that is not among `reports` (ids) changes nothing.
    """
    rows = list(lineage)
    here = frozenset(reports)
    for ruling in sorted(rulings, key=lambda r: (r.when, r.id)):
        if ruling.kind not in ("same-source", "not-same-source") or len(ruling.sides) != 2:
            continue
        (first, inner), (second, other) = (side[0] for side in ruling.sides)
        if inner or other or first == second or not {first, second} <= here:
            continue
        rows = [row for row in rows if {row.report, row.origin} != {first, second}]
        if ruling.kind == "same-source":
            rows.append(Lineage(first, second, "republished", "judgement", 1.0, (), ruling.because))
    return tuple(sorted(rows, key=lambda row: row.report))
