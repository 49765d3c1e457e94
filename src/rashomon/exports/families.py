"""Reports that speak with one outlet's words are one family: what is republished or copied belongs to its origin.

What makes a report carry another's words: the whole of it is taken from there, and not put in words of its own.

The reports that stand behind a claim: those of its statements and events, and those it is quoted from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.records import Claim, Lineage


def standing(claim: Claim) -> tuple[str, ...]:
    """Give their ids, sorted."""
    return tuple(sorted({m[0] for m in claim.members} | {e[0] for e in claim.evidence}))


_OWN_WORDS = 0.6


def carries(row: Lineage) -> bool:
    """Tell whether the report of a derivation only carries what it derives from."""
    rewritten = row.relation == "rewrite" and row.score < _OWN_WORDS
    return bool(row.origin) and row.origin != row.report and row.extent == "whole" and not rewritten


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
