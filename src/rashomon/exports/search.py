"""What a case holds of some words, best first, as the pages find it; narrowed by who, where published and when.

Of a person are the lines in which he has a part, the claims that rest on those or name him, the reports that mention
him; of an outlet what its reports tell; of a period the lines of those days, and what reports of those days tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.case import Case, Narrow, Page
from rashomon.case.browse import Found, Hit
from rashomon.exports.in_words import day
from rashomon.exports.lookup import Lookup
from rashomon.exports.tellings import standing

_PAGE = 200


@dataclass(frozen=True, slots=True)
class Result:
    """A row that was found: kind, id, what stands beside it, and an excerpt in parts: (words, whether found)."""

    kind: Found
    id: str
    beside: str
    excerpt: tuple[tuple[str, bool], ...]


def search(
    case: Case,
    question: str,
    *,
    kind: Found | None = None,
    person: str = "",
    outlet: str = "",
    first: str = "",
    last: str = "",
    prefix: bool = False,
    limit: int = 20,
) -> list[Result]:
    """Give at most `limit` rows that hold every word of `question`; "in quotation marks" a phrase, word* a beginning.

    `prefix` takes the last word for a beginning. `person` is an entity's name or id, `outlet` a name, `first` and
    `last` ISO dates. Raises KeyError where nobody of the case is called `person`.

    >>> [(hit.kind, hit.id) for hit in search(case, "ferry", limit=2)]
    [('chronicle', 'h1'), ('report', 'courier')]
    """
    allowed = _allowed(case, person, outlet, first, last)
    lookup = Lookup(case)
    found: list[Result] = []
    after = ""
    while True:
        page = case.browse.search(question, kind, after, _PAGE, typing=prefix)
        for hit in page.rows:
            if allowed is None or hit.id in allowed[hit.kind]:
                found.append(Result(hit.kind, hit.id, _beside(case, lookup, hit), hit.excerpt))
                if len(found) == limit:
                    return found
        after = page.after
        if not after:
            return found


def _allowed(case: Case, person: str, outlet: str, first: str, last: str) -> dict[Found, set[str]] | None:
    """The ids that a narrowed search may give, by kind; None where nothing narrows it."""
    if not (person or outlet or first or last):
        return None
    who = [e.id for e in case.findings.some("entities", [person]) or case.findings.named(person)] if person else [""]
    if not who:
        raise KeyError(person)
    narrows = [Narrow(entity=entity, outlet=outlet, first=first, last=last) for entity in who]
    lines = {e.id for n in narrows for e in _all(lambda after, n=n: case.browse.chronicle(n, after, _PAGE))}  # type: ignore[misc]
    reports = {r for n in narrows for r in _all(lambda after, n=n: case.browse.reports(n, after, _PAGE))}  # type: ignore[misc]
    claims = {
        c.id
        for n in narrows
        for c in _all(lambda after, n=n: case.browse.claims(n, after, _PAGE))  # type: ignore[misc]
        if reports.intersection(standing(c))
    }
    entities = {e.id for e in case.findings.entities() if reports.intersection(r for r, _ in e.mentions)}
    return {"chronicle": lines, "claim": claims, "report": reports, "entity": entities}


def _all(list_: Callable[[str], Page[Any]]) -> Iterator[Any]:
    after = ""
    while True:
        page = list_(after)
        yield from page.rows
        after = page.after
        if not after:
            return


def _beside(case: Case, lookup: Lookup, hit: Hit) -> str:
    if hit.kind == "report":
        outlet = lookup.outlet(hit.id)
        return ", ".join(part for part in ("" if outlet == hit.id else outlet, day(lookup.published(hit.id))) if part)
    if hit.kind == "chronicle":
        return day(case.findings.some("chronicle", [hit.id])[0].date)
    if hit.kind == "entity":
        entity = case.findings.some("entities", [hit.id])[0]
        return f"{' '.join(entity.name.split())}, {entity.kind}"
    return ""
