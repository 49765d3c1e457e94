"""Search over everything: chronicle lines, claims, entities and the reports themselves, best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rashomon.case.browse import Found
from rashomon.exports.in_words import day
from rashomon.language import many
from rashomon.web.desk import Desk
from rashomon.web.screens import Page

PAGE = 30
_KINDS: tuple[Found, ...] = ("entity", "chronicle", "claim", "report")


@dataclass(frozen=True, slots=True)
class Result:
    """A row that was found: where it is shown, what it is called, what stands beside it, and the words in it."""

    kind: Found
    address: str
    called: str
    beside: str
    excerpt: tuple[tuple[str, bool], ...]


def search(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give what holds all that is asked in `q`, of one `kind` where that is told."""
    query, after = asked.get("q", "")[:1000], asked.get("after", "")
    kind = next((k for k in _KINDS if k == asked.get("kind")), None)
    page = desk.case.browse.search(query, kind, after, PAGE)
    return {
        "query": query,
        "kind": kind,
        "results": [_result(desk, hit.kind, hit.id, hit.excerpt) for hit in page.rows],
        "following": page.after,
    }


def _result(desk: Desk, kind: Found, row: str, excerpt: tuple[tuple[str, bool], ...]) -> Result:
    if kind == "report":
        outlet = desk.lookup.outlet(row)
        return Result(kind, desk.links("reports", row), desk.title(row), "" if outlet == row else outlet, excerpt)
    if kind == "entity":
        found = desk.views.entity(row)
        told = (found.name, f"{found.kind}, {many(found.mentions, 'mention')}") if found else ("", "")
        return Result(kind, desk.links("entities", row), *told, ())
    if kind == "claim":
        return Result(kind, desk.links("claims", row), "", "", excerpt)
    line = desk.views.line(row)
    return Result(kind, desk.links.line(row, line.story if line else ""), "", day(line and line.date), excerpt)


PAGES = (Page("search", search),)
