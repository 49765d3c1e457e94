"""Everything that people decided, newest first, with how it stands today; and what can be decided about a row."""

from __future__ import annotations

from typing import Any

from rashomon.case import CaseError
from rashomon.case.corrections.anchors import Aimed, aimed
from rashomon.exports.lookup import Quote
from rashomon.records import Attribution, Event
from rashomon.web.desk import Desk
from rashomon.web.screens import Page

MOST = 200


def corrections(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the judgements of a case, newest first."""
    told = desk.case.corrections.standing()
    states = ("applied", "overruled", "orphaned", "undone")
    return {
        "decisions": told[::-1][:MOST],
        "left_out": max(0, len(told) - MOST),
        "counts": [(state, n) for state in states if (n := sum(c.state == state for c in told))],
        "clashes": sum(bool(c.against) for c in told) // 2,
    }


def correct(desk: Desk, targets: list[str], back: str) -> dict[str, Any] | None:
    """Give what can be put right about rows (REPORT:ROW, or the id of a claim, line or conflict)."""
    try:
        aims: list[Aimed] = [aimed(desk.case, t) for t in targets[:50]]
    except CaseError:
        return None
    if not aims:
        return None
    members = dict.fromkeys(m for a in aims for m in a.members)
    rows = [row for member in members if (row := desk.lookup.row(member))]
    quotes: list[Quote] = [q for m in list(members)[:6] if (q := desk.lookup.member(m))]
    resting = desk.case.corrections.resting()
    here = {j.id for member in members for j in resting.get(member, ())}
    kinds = {a.kind for a in aims}
    return {
        "aims": aims,
        "quotes": quotes,
        "back": back,
        "dated": any(isinstance(r, Event) for r in rows),
        "dates": sorted({r.date or "no day" for r in rows if isinstance(r, Event)}),
        "said": any(isinstance(r, Attribution) for r in rows),
        "reports": kinds == {"report"},
        "pair": len(aims) == 2 and kinds <= {"statement", "event", "origin", "report"},
        "decisions": [c for c in desk.case.corrections.standing() if c.judgement.id in here] if here else [],
    }


PAGES = (Page("corrections", corrections, "once"),)
