"""The chronicle a page at a time: dated, sourced sentences by story, each with its count and its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rashomon.case.browse import Choice, Narrow
from rashomon.exports.account import Line
from rashomon.records import ChronicleEntry
from rashomon.web.desk import Dating, Desk, StoryHead, dating
from rashomon.web.screens import Page, RowPage
from rashomon.web.story_at_a_glance import seen

PAGE = 25
_LONG = 200
"""Characters of an outlet's name that a filter offers."""
FILTERS = ("story", "entity", "place", "type", "outlet", "period", "first", "last", "words")


@dataclass(frozen=True, slots=True)
class Told:
    """One line with what the pages add: how it is dated, how it is put, and the conflicts that it is in."""

    line: Line
    dating: Dating
    modality: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one story that stand together."""

    story: StoryHead | None
    continued: bool
    lines: tuple[Told, ...]


def told(desk: Desk, entries: list[ChronicleEntry]) -> tuple[Told, ...]:
    """Tell entries, in their order."""
    lines = {line.id: line for line in desk.teller.lines(entries)}
    kinds = desk.conflict_kinds({c for e in entries for c in e.conflicts})
    modality = desk.views.not_facts([e.id for e in entries])
    return tuple(
        Told(
            lines[e.id],
            dating(e.date, e.because),
            tuple(sorted(modality.get(e.id, ()))),
            tuple((c, kinds[c]) for c in e.conflicts if c in kinds),
        )
        for e in entries
    )


def parts(desk: Desk, entries: list[ChronicleEntry], *, after: str = "") -> tuple[Part, ...]:
    """Gather entries that stand together by their story; `after` is the key of the page, which may go on with one."""
    heads = {s.id: s for s in desk.stories()}
    continued = _story_of(desk, after)
    gathered: list[tuple[str, list[Told]]] = []
    for entry, one in zip(entries, told(desk, entries), strict=True):
        if not gathered or gathered[-1][0] != entry.story:
            gathered.append((entry.story, []))
        gathered[-1][1].append(one)
    return tuple(Part(heads.get(s), s == continued and i == 0, tuple(rows)) for i, (s, rows) in enumerate(gathered))


def _story_of(desk: Desk, after: str) -> str:
    """The story that the page before ended in: the first part of its key is the story's position."""
    position = after.strip("[ ").partition(",")[0]
    return desk.views.story_at(int(position)) if position.isdigit() else ""


def chronicle(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of the chronicle, narrowed by what is `asked`."""
    narrow = Narrow(**{name: asked[name] for name in FILTERS if asked.get(name)})
    after = asked.get("after", "")
    whole = narrow.story and not desk.links.live
    page = desk.case.browse.chronicle(narrow, after, 1 << 30 if whole else PAGE)
    stories = desk.stories()
    narrowed = {name: value for name in FILTERS if (value := asked.get(name))}
    first = not after and not narrowed
    return {
        "parts": parts(desk, list(page.rows), after=after),
        "stories": stories,
        "listed": _listed(stories, asked.get("sort", "")),
        "sorted_by": asked.get("sort", "") if asked.get("sort") in ("day", "name") else "",
        "story": next((s for s in stories if s.id == narrow.story), None),
        "counts": desk.counts(),
        "outlets": desk.independent_outlets(),
        "after": after,
        "following": page.after,
        "news": desk.case.lists.since(desk.since) if first and desk.since else None,
        "refusals": tuple(desk.case.refusals) if first else (),
        "narrowed": narrowed,
        "found": len(page.rows),
        "without": lambda of, name: {key: value for key, value in of.items() if key != name},
        "seen": seen(desk, stories, narrow.story) if not after and set(narrowed) <= {"story"} else None,
        "told": _called(desk, narrowed),
        "choices": _choices(desk) if desk.links.live else {},
    }


def _listed(stories: list[StoryHead], by: str) -> list[StoryHead]:
    """Stories in the order that is asked for: the largest first unless by their first day or their name."""
    if by == "day":
        return sorted(stories, key=lambda s: (s.start is None, s.start or ""), reverse=False)
    if by == "name":
        return sorted(stories, key=lambda s: s.title.casefold())
    return sorted(stories, key=lambda s: -s.reports)


def _choices(desk: Desk) -> dict[str, list[Choice]]:
    """What the filters offer."""
    people = [*desk.case.browse.choices("person", 30), *desk.case.browse.choices("body", 20)]
    offered = {
        "entity": people,
        "place": desk.case.browse.choices("place", 30),
        "type": desk.case.browse.choices("type", 20),
        "outlet": desk.case.browse.choices("outlet", 40),
    }
    return {name: [c for c in choices if len(c.value) <= _LONG] for name, choices in offered.items()}


def _called(desk: Desk, narrowed: dict[str, str]) -> list[tuple[str, str]]:
    """The filters that are on, as people call them; the story is told by the heading."""
    told = []
    for name, value in narrowed.items():
        if name != "story":
            known = desk.entity_name(value) if name in ("entity", "place") else value
            told.append((name, {"first": f"from {value}", "last": f"to {value}"}.get(name, known or value)))
    return told


def line(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give one line alone, or None where there is none of that id."""
    entries = desk.case.findings.some("chronicle", [wanted])
    return {"part": parts(desk, entries)[0]} if entries else None


PAGES = (Page("chronicle", chronicle, "by story", "/"), RowPage("line", "lines", line))
