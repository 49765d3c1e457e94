"""The chronicle a page at a time: dated, sourced sentences by story, each with its count and its marks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from rashomon.exports.account import Line
from rashomon.records import ChronicleEntry
from rashomon.web.dating import Dating, dating
from rashomon.web.desk import Desk, StoryHead

PAGE = 30


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
    modality = _modality(desk, [e.id for e in entries])
    return tuple(
        Told(
            lines[e.id],
            dating(e.date, e.because),
            tuple(sorted(modality.get(e.id, ()))),
            tuple((c, kinds[c]) for c in e.conflicts if c in kinds),
        )
        for e in entries
    )


def _modality(desk: Desk, entries: list[str]) -> dict[str, set[str]]:
    """How the reports put it, where that is not as a fact: denied, planned, demanded, hypothetical."""
    found: dict[str, set[str]] = {}
    for entry, modality in desk.ask(
        "SELECT DISTINCT entry.id, event.modality FROM chronicle_entry AS entry, json_each(entry.events) AS pair "
        "JOIN event ON event.report = pair.value ->> 0 AND event.id = pair.value ->> 1 "
        "WHERE entry.id IN (SELECT value FROM json_each(?)) AND event.modality NOT IN ('asserted', 'attributed')",
        json.dumps(entries),
    ):
        found.setdefault(entry, set()).add(modality)
    return found


def parts(desk: Desk, entries: list[ChronicleEntry], *, continued: str = "") -> tuple[Part, ...]:
    """Gather entries that stand together by their story; `continued` is the story that the page before ended in."""
    heads = {s.id: s for s in desk.stories()}
    gathered: list[tuple[str, list[Told]]] = []
    for entry, one in zip(entries, told(desk, entries), strict=True):
        if not gathered or gathered[-1][0] != entry.story:
            gathered.append((entry.story, []))
        gathered[-1][1].append(one)
    return tuple(Part(heads.get(s), s == continued and i == 0, tuple(rows)) for i, (s, rows) in enumerate(gathered))


def chronicle(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of the chronicle, narrowed by what is `asked`."""
    story = asked.get("story", "")
    after = asked.get("after", "")
    entries, following = page(desk, story, after)
    stories = desk.stories()
    return {
        "parts": parts(desk, entries, continued=after.split(".")[-1] if after else ""),
        "stories": stories,
        "story": next((s for s in stories if s.id == story), None),
        "counts": desk.counts(),
        "outlets": desk.ask("SELECT count(DISTINCT outlet) FROM outlet_of WHERE outlet <> report")[0][0],
        "after": after,
        "following": following,
        "refusals": () if after or story else tuple(desk.case.refusals),
        "asked": asked,
    }


def page(desk: Desk, story: str, after: str) -> tuple[list[ChronicleEntry], str]:
    """Give the entries after the key `after` ("" begins) and the key to go on from ("" at the end)."""
    start = [int(p) if p.isdigit() else 0 for p in after.split(".")[:3]] if after else [-1, 0, 0]
    rows = desk.ask(
        "SELECT entry.id, coalesce(story.position, 1 << 40), entry.date IS NULL, entry.position, entry.story "
        "FROM chronicle_entry AS entry LEFT JOIN story ON story.id = entry.story "
        "WHERE (coalesce(story.position, 1 << 40), entry.date IS NULL, entry.position) > (?, ?, ?) "
        "AND (? = '' OR entry.story = ?) ORDER BY 2, 3, 4 LIMIT ?",
        *start,
        story,
        story,
        PAGE + 1,
    )
    more, rows = len(rows) > PAGE, rows[:PAGE]
    found = {e.id: e for e in desk.case.findings.some("chronicle", [r[0] for r in rows])}
    key = ".".join(map(str, rows[-1][1:])) if more else ""
    return [found[r[0]] for r in rows], key
