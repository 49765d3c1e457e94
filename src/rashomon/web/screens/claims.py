"""Who says what: claims of one story against the outlets that carry it, outlets gathered by what they derive from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from rashomon.case.lists import CLAIM_ORDERS, ListedClaim
from rashomon.exports.tellings import families
from rashomon.records import Attribution, Bounds, Event, Stance, StanceKind
from rashomon.web.desk import Desk
from rashomon.web.links import Narrowing, narrowing
from rashomon.web.screens import Page
from rashomon.web.screens.reports import LONG

PAGE = 40
OUTLETS = 40
"""Outlets that the matrix has columns for."""
_OF_A_FAMILY = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet does with one claim; the word is one of `claim_matrix`'s stances.

    `besides` is another stance, of somebody else whom the outlet passes on beside the first: it gives both sides.
    """

    stance: str
    report: str
    start: int
    voice: str
    besides: Cell | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, with a cell for each column, None where the outlet is silent."""

    claim: str
    text: str
    origins: Bounds
    outlets: int
    conflicts: tuple[tuple[str, str], ...]
    cells: tuple[Cell | None, ...]
    pointed_by: str = ""


def _columns(desk: Desk, reports: list[str]) -> dict[str, list[tuple[str, list[str]]]]:
    """The columns by family: outlet and those of its reports that belong to the family, the origin's own first."""
    outlets = {report: desk.lookup.outlet(report) for report in reports}
    derived = [row for report in reports for row in desk.case.findings.lineage(report)]
    found = {}
    for root, members in families(reports, outlets, derived).items():
        of: dict[str, list[str]] = defaultdict(list)
        for report in members:
            of[outlets[report]].append(report)
        found[root] = [(o, of[o]) for o in sorted(of, key=lambda o: (o != root, o.casefold()))]
    return found


def claims(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of the matrix of a story: the claims that more than one outlet carries, or all."""
    story = desk.story(asked.get("story", ""))
    reports = desk.reports_of(story.id) if story else []
    narrow = _narrowed(asked, story.id if story else "")
    whole = _columns(desk, reports)
    columns = _busiest(whole)
    found, count = desk.case.lists.claims(story.id if story else "", narrow.on, narrow.order, narrow.page(PAGE))
    return {
        "story": story,
        "stories": desk.stories(),
        "families": [(root, [(o, len(r)) for o, r in outlets]) for root, outlets in columns.items()],
        "rows": _rows(desk, found, columns),
        "every": narrow.on.get("show") == "all",
        "narrow": narrow,
        "chips": [(name, f"{label}”" if name == "words" else label) for name, label in narrow.chips],
        "outlets": sorted(
            {outlet for of in whole.values() for outlet, _ in of if len(outlet) <= LONG}, key=str.casefold
        ),
        "count": count,
        "hidden": sum(map(len, whole.values())) - sum(map(len, columns.values())),
        "following": narrow.following(PAGE, count),
    }


def _narrowed(asked: dict[str, str], story: str) -> Narrowing:
    """What is asked for: which story, all claims or those that several tell; words, an outlet, a stance; an order."""
    told = {**asked, "story": story, "show": "all" if asked.get("show") == "all" else ""}
    told["stance"] = asked.get("stance", "") if asked.get("stance") in get_args(StanceKind) else ""
    called = {"words": "“", "outlet": "told by ", "stance": "somebody "}
    return narrowing(told, ("story", "show", "words", "outlet", "stance"), CLAIM_ORDERS, called)


def _busiest(columns: dict[str, list[tuple[str, list[str]]]]) -> dict[str, list[tuple[str, list[str]]]]:
    """The families with most reports, as many outlets as a matrix has room for; in the order given."""
    count = Counter({root: sum(len(r) for _, r in outlets) for root, outlets in columns.items()})
    shown: dict[str, int] = {}
    room = OUTLETS
    for root, _ in count.most_common():
        shown[root] = min(len(columns[root]), room, _OF_A_FAMILY if len(columns) > 1 else room)
        room -= shown[root]
    return {root: outlets[: shown[root]] for root, outlets in columns.items() if shown[root]}


def _rows(desk: Desk, wanted: Sequence[ListedClaim], columns: dict[str, list[tuple[str, list[str]]]]) -> list[Row]:
    ids = [row.id for row in wanted]
    conflicts = desk.conflicts_of(ids)
    column_of = {r: i for i, (_, held) in enumerate(c for f in columns.values() for c in f) for r in held}
    width = sum(map(len, columns.values()))
    cells: dict[str, list[Cell | None]] = {claim: [None] * width for claim in ids}
    for claim, report, row, stance in desk.views.stances(ids):
        column = column_of.get(report)
        if column is None:
            continue
        quote = desk.lookup.member((report, row))
        new = Cell(stance, report, quote.start if quote else 0, _voice(desk, report, row))
        cells[claim][column] = _both(cells[claim][column], new)
    _stand(desk, ids, columns, column_of, cells)
    known = desk.teller.claims(ids)
    return [
        Row(
            id_,
            " ".join(text.split()),
            bounds,
            outlets,
            tuple(conflicts.get(id_, ())),
            tuple(cells[id_]),
            known[id_].pointed_by if id_ in known else "",
        )
        for id_, text, bounds, outlets in wanted
    ]


def _voice(desk: Desk, report: str, row: str) -> str:
    """What the source of a statement is called here, "" where the outlet speaks itself."""
    found = desk.lookup.row((report, row))
    if isinstance(found, Event) and found.attribution:
        found = desk.lookup.row((report, found.attribution))
    if not isinstance(found, Attribution) or found.source_kind == "outlet":
        return ""
    return desk.name(report, found.source_mention)[1] or desk.lookup.words(report, found.source)


def _stand(
    desk: Desk,
    claims: list[str],
    columns: dict[str, list[tuple[str, list[str]]]],
    column_of: dict[str, int],
    cells: dict[str, list[Cell | None]],
) -> None:
    """An outlet that denies a claim by what it says of another has no row of it: the row that it rests on is shown."""
    first_of: dict[str, int] = {}
    for i, (outlet, _) in enumerate(c for family in columns.values() for c in family):
        first_of.setdefault(outlet, i)
    for claim in desk.teller.claims(claims).values():
        for told in claim.stances:
            held = [column_of[report] for report, _ in told.rows if report in column_of]
            column = held[0] if held else first_of.get(told.outlet)  # an outlet stands in every family it has words of
            if column is not None and told.stance != "says":
                cells[claim.id][column] = _both(cells[claim.id][column], _resting(desk, told))


def _both(old: Cell | None, new: Cell) -> Cell:
    """The weightier of two stances in one cell; the other beside it where somebody else takes it."""
    if old is None:
        return new
    first, second = (new, old) if _WEIGHT.get(new.stance, 1) > _WEIGHT.get(old.stance, 1) else (old, new)
    besides = first.besides or second.besides
    if second.stance != first.stance and second.voice and second.voice != first.voice:
        besides = replace(second, besides=None)
    return replace(first, besides=besides)


def _resting(desk: Desk, told: Stance) -> Cell:
    """A stance as its first row words it: where that stands, and whose it is where the outlet passes it on."""
    for report, row in told.rows:
        quote = desk.lookup.member((report, row))
        if quote is not None:
            return Cell(told.stance, report, quote.start, _voice(desk, report, row))
    return Cell(told.stance, "", 0, "")


_WEIGHT = {"says": 0, "says, per a source": 1, "hedges": 2, "denies": 3}


PAGES = (Page("claims", claims, "by story"),)
