"""The list of reports: where each is from, what it derives from; narrowed, sorted and counted."""

from __future__ import annotations

from typing import Any

from rashomon.case.lists import REPORT_ORDERS
from rashomon.exports.tellings import carries
from rashomon.web.desk import Desk
from rashomon.web.links import narrowing
from rashomon.web.screens import Page

PAGE = 100
LONG = 200
"""Characters of an outlet's name that a filter offers."""
_WORDS = {"own": "own words", "carried": "carries another’s words"}


def reports(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of the list of reports."""
    called = {"outlet": "", "kind": "", "first": "from ", "last": "to ", "words": "“"}
    told = {**asked, "kind": asked.get("kind", "") if asked.get("kind") in _WORDS else ""}
    narrow = narrowing(told, ("outlet", "kind", "first", "last", "words"), REPORT_ORDERS, called)
    chips = [(name, _WORDS.get(label, label) + ("”" if name == "words" else "")) for name, label in narrow.chips]
    carried = {row.report for row in desk.views.derivations() if carries(row)}
    every = desk.views.ids("report")
    among = {"own": [r for r in every if r not in carried], "carried": sorted(carried)}.get(told["kind"])
    rows, count = desk.case.lists.reports(narrow.on, narrow.order, narrow.page(PAGE), among)
    lineage: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        told_of = (
            (
                f"{r.relation} from {desk.teller.origin(r)}",
                r.origin if r.origin and desk.lookup.report(r.origin) else "",
            )
            for r in desk.case.findings.lineage(row.id)
        )
        lineage[row.id] = list(dict.fromkeys(told_of))
    return {
        "rows": rows,
        "titles": {row.id: row.title.strip() or desk.opening(row.id) for row in rows},
        "lineage": lineage,
        "narrow": narrow,
        "chips": chips,
        "count": count,
        "all": len(every),
        "carried": len(carried),
        "outlets": [o for o in desk.case.lists.outlets() if len(o[0]) <= LONG] if desk.links.live else [],
        "following": narrow.following(PAGE, count),
        "refusals": tuple(desk.case.refusals) if not narrow.start and not narrow.on else (),
    }


PAGES = (Page("reports", reports, "once"),)
