"""Reports that speak with one outlet's words are one family: what is republished or copied belongs to its origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.exports.carries import carries
from rashomon.records import Lineage


def families(reports: Iterable[str], outlets: Mapping[str, str], derived: Sequence[Lineage]) -> dict[str, list[str]]:
    """Give the first outlet of each family with its reports, the largest family first.

    `outlets` names the outlet of a report, `derived` says what reports derive from. A report that is for the most part
    in its own words is its own outlet's; an outlet that a credit names in other letters is the one that we hold.
    """
    known = {name.casefold(): name for name in sorted(outlets.values(), reverse=True)}
    origin: dict[str, Lineage] = {}
    for row in derived:
        best = origin.get(row.report)
        if carries(row) and (best is None or (row.basis == "text", row.score) > (best.basis == "text", best.score)):
            origin[row.report] = row
    found: dict[str, list[str]] = {}
    for report in reports:
        at, seen = report, {report}
        while (parent := origin.get(at)) and parent.origin and parent.origin not in seen:
            at = parent.origin
            seen.add(at)
        found.setdefault(outlets.get(at) or known.get(at.casefold(), at), []).append(report)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))
