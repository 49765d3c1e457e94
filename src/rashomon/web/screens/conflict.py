"""A conflict as it stands: each side's words, who says them, and how both went on in time."""

from __future__ import annotations

from typing import Any

from rashomon.case.lists import CONFLICT_ORDERS
from rashomon.records.vocabulary import CONFLICTS
from rashomon.web.desk import Desk
from rashomon.web.links import narrowing
from rashomon.web.screens import Page, RowPage

PAGE = 40
_STANDING = {
    "open": "Open: no report was found that withdraws or overtakes a side.",
    "superseded": "Told otherwise: side A was withdrawn, corrected or overtaken.",
}
STATUSES = {"open": "still open", "superseded": "told otherwise"}
_WEIGHS = {1: "It is thin.", 2: "", 3: "A reader of this story must know of it."}
_TWO_VALUES = frozenset({"figure", "opposite"})
"""Rules whose words are what the one side says and what the other does."""


def conflict(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give the card of one conflict, or None where there is none of that id."""
    found = desk.teller.disputes({wanted})
    if not found:
        return None
    dispute = found[0]
    told = [
        (quote.published, "AB"[i] if i < 2 else "?", quote)
        for i, half in enumerate(dispute.halves)
        for quote in half.quotes[:40]
    ]
    finer = dispute.because.after("rule")
    differs = finer.words if finer.rule in _TWO_VALUES else ""
    sides = {side.id: side for side in dispute.sides}
    missing = dict.fromkeys(c for half in dispute.halves for c in half.claims if c not in sides)
    sides |= {c.id: desk.teller.side(c) for c in desk.case.findings.some("claims", missing)}
    return {
        "dispute": dispute,
        "standing": _STANDING[dispute.status],
        "weighs": _WEIGHS.get(dispute.strength, ""),
        "sides": sides,
        "headline": CONFLICTS[dispute.kind].headline + (f": {differs}" if differs else ""),
        "in_time": sorted(told, key=lambda t: (t[0] is None, t[0] or "", t[1])),
        "entries": desk.views.lines_of_conflict(dispute.id),
    }


def conflicts(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of conflicts, those that tell most first unless asked otherwise."""
    story = next((s for s in desk.stories() if s.id == asked.get("story")), None)
    called = {"kind": "", "status": "", "words": "“"}
    told = {**asked, "story": story.id if story else ""}
    told["status"] = asked.get("status", "") if asked.get("status") in STATUSES else ""
    told["kind"] = asked.get("kind", "") if asked.get("kind") in CONFLICTS else ""
    narrow = narrowing(told, ("story", "kind", "status", "words"), CONFLICT_ORDERS, called)
    words_of: dict[str, str] = {kind: words.word for kind, words in CONFLICTS.items()}
    within = [c.id for c in desk.case.findings.within(story.id)] if story else None
    shown, count = desk.case.lists.conflicts(narrow.on, narrow.order, narrow.page(PAGE), within)
    disputes = {d.id: d for d in desk.teller.disputes(set(shown))}
    return {
        "story": story,
        "narrow": narrow,
        "chips": [
            (name, {"kind": words_of.get(label, label), "status": STATUSES.get(label, label)}.get(name, f"{label}”"))
            for name, label in narrow.chips
        ],
        "kinds": desk.case.lists.kinds_of_conflicts(),
        "statuses": STATUSES,
        "count": count,
        "all": len(within) if within is not None else desk.views.counts()["conflict"],
        "disputes": [disputes[i] for i in shown if i in disputes],
        "following": narrow.following(PAGE, count),
    }


PAGES = (Page("conflicts", conflicts, "once"), RowPage("conflict", "conflicts", conflict))
