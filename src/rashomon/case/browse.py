# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""The case a page at a time: every list goes on from a key, so that page 1,000 costs what page 1 does.

A page's `after` is where the next one starts, "" at the end; a key that nobody gave starts at the beginning. Only a
search, best first, counts its way to where it goes on. No search can be wrong: what a person types becomes words,
phrases and beginnings of words, all to be there, each with its other forms (strike, strikes, striking), by the stemmer
that comparing uses.
"""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, Literal, TypeVar

from rashomon.case.finding_shelf import FindingShelf
from rashomon.language import stemmer
from rashomon.records import ChronicleEntry, Claim, Entity

_SHORT = 3
"""Letters of a word that stands for itself alone."""
_ENDINGS = ("", "s", "es", "ed", "ing", "e", "er", "ers", "ly")
_AFTER_I = ("y", "ies", "ied", "ying")


@lru_cache(1024)
def forms_of(word: str) -> tuple[str, ...]:
    """Give `word` and its inflected forms: those words of the same stem that an ending makes of it."""
    low = word.casefold()
    if len(low) <= _SHORT or not (low.isascii() and low.isalpha()):
        return (word,)
    stem_of = stemmer().stemWord
    stem = str(stem_of(low))
    made = [stem + ending for ending in _ENDINGS]
    if stem.endswith("e"):
        made += [stem[:-1] + ending for ending in ("ing", "ed")]
    if stem.endswith("i"):
        made += [stem[:-1] + ending for ending in _AFTER_I]
    made += [stem + stem[-1] + ending for ending in ("ed", "ing")]
    return (word, *dict.fromkeys(m for m in made if m != low and str(stem_of(m)) == stem))


_PART = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_MOST = 24
"""Parts of one question; more narrow nothing that a person could mean."""


def fts_query(question: str, *, typing: bool = False) -> str:
    """Give an FTS5 query, "" where the question holds no word.

    A word is found in any of its forms (strike, strikes, striking), "in quotation marks" as it stands, with a * behind
    it as the beginning of a word; `typing` takes the last word for a beginning.
    """
    parts: list[tuple[str, bool]] = []
    exact: set[str] = set()
    for phrase, star, word in _PART.findall(question.replace("\0", " ")):
        text = phrase or word.rstrip("*")
        if any(c.isalnum() for c in text):
            parts.append((text, bool(star) or word.endswith("*")))
            exact.update([phrase] if phrase else [])
    parts = parts[:_MOST]
    if parts and typing and not question.endswith((" ", '"')):
        parts[-1] = (parts[-1][0], True)
    return " AND ".join(f'"{t}"*' if begins else f'"{t}"' if t in exact else _any(t) for t, begins in parts)


def _any(word: str) -> str:
    forms = [f'"{form}"' for form in forms_of(word)]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


R = TypeVar("R")
Found = Literal["chronicle", "claim", "entity", "report"]


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a list is narrowed by; "" narrows nothing. All that is given must hold.

    `entity` is an id, in any role; `place` too, where it happened; `type` a PLOVER type; `outlet` a name; `period`
    background, story or ahead; `first` and `last` ISO dates that what is shown may lie between.
    """

    story: str = ""
    entity: str = ""
    place: str = ""
    type: str = ""
    outlet: str = ""
    period: str = ""
    first: str = ""
    last: str = ""
    report: str = ""
    kind: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some rows of a list, and the key of the next page."""

    rows: tuple[R, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that holds what was searched for: its kind and id, and an excerpt in parts, (words, whether found)."""

    kind: Found
    id: str
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a list can be narrowed by: its value, what it is called, and how many lines are left then."""

    value: str
    called: str
    lines: int


_LONG = 50_000
"""Characters of a row from which on no best excerpt is looked for."""

_TOLD = "(coalesce(title, '') || ' ' || text)"
_OUTLET = "SELECT report FROM outlet_of WHERE outlet = :outlet"
_CHRONICLE = {
    "story": "entry.story = :story",
    "entity": "entry.id IN (SELECT entry FROM entry_entity WHERE entity = :entity)",
    "place": "entry.id IN (SELECT entry FROM entry_entity WHERE entity = :place AND role = 'place')",
    "type": "entry.id IN (SELECT entry FROM entry_type WHERE type = :type)",
    "outlet": f"entry.id IN (SELECT entry FROM entry_report WHERE report IN ({_OUTLET}))",
    "report": "entry.id IN (SELECT entry FROM entry_report WHERE report = :report)",
    "period": "entry.period = :period",
    "first": "substr(entry.date, instr(entry.date, '/') + 1) || '~' >= :first",
    "last": "entry.date <= :last || '~'",
    "words": "entry.id IN (SELECT id FROM finding_search WHERE finding_search MATCH :words AND kind = 'chronicle')",
}
_CLAIMS = {
    "story": "claim.id IN (SELECT claim FROM claim_member JOIN story_report USING (report) WHERE story = :story)",
    "entity": "claim.id IN (SELECT claim FROM claim_entity WHERE entity = :entity)",
    "place": "claim.id IN (SELECT claim FROM claim_entity WHERE entity = :place AND role = 'place')",
    "outlet": f"claim.id IN (SELECT claim FROM claim_member WHERE report IN ({_OUTLET}))",
    "report": "claim.id IN (SELECT claim FROM claim_member WHERE report = :report)",
    "words": "claim.id IN (SELECT id FROM finding_search WHERE finding_search MATCH :words AND kind = 'claim')",
}
_REPORTS = {
    "story": "report.id IN (SELECT report FROM story_report WHERE story = :story)",
    "entity": "report.id IN (SELECT report FROM entity_mention WHERE entity = :entity)",
    "place": "report.id IN (SELECT report FROM entity_mention WHERE entity = :place)",
    "outlet": f"report.id IN ({_OUTLET})",
    "first": "coalesce(reading.latest, reading.published) >= :first",
    "last": "coalesce(reading.earliest, reading.published) <= :last || '~'",
    "words": "report.number IN (SELECT rowid FROM report_search WHERE report_search MATCH :words)",
}
_ENTITIES = {
    "story": "entity.id IN (SELECT entity FROM entity_mention JOIN story_report USING (report) WHERE story = :story)",
    "report": "entity.id IN (SELECT entity FROM entity_mention WHERE report = :report)",
    "kind": "entity.kind = :kind",
    "words": "entity.id IN (SELECT id FROM finding_search WHERE finding_search MATCH :words AND kind = 'entity')",
}


class Browse:
    """Lists of one case, narrowed and in pages."""

    def __init__(self, connection: sqlite3.Connection, findings: FindingShelf) -> None:
        self._connection = connection
        self._findings = findings

    def chronicle(self, narrow: Narrow = Narrow(), after: str = "", limit: int = 30) -> Page[ChronicleEntry]:
        """Give lines of the chronicle: story by story, dated ones first, in the order of their days."""
        return self._page(
            "chronicle",
            "SELECT entry.id, entry_order.place FROM entry_order "
            "JOIN chronicle_entry AS entry ON entry.position = entry_order.position WHERE entry_order.place > :k0",
            "ORDER BY entry_order.place",
            _CHRONICLE,
            narrow,
            after,
            limit,
        )

    def claims(self, narrow: Narrow = Narrow(), after: str = "", limit: int = 30) -> Page[Claim]:
        """Give claims in the order of their first statement."""
        select = "SELECT claim.id, claim.position FROM claim WHERE claim.position > :k0"
        return self._page("claims", select, "ORDER BY claim.position", _CLAIMS, narrow, after, limit)

    def entities(self, narrow: Narrow = Narrow(), after: str = "", limit: int = 50) -> Page[Entity]:
        """Give entities, those with most mentions first."""
        weight = "json_array_length(entity.mentions)"
        select = (
            f"SELECT entity.id, {weight}, entity.position FROM entity WHERE "
            f"(:k0 = -1 OR {weight} < :k0 OR ({weight} = :k0 AND entity.position > :k1))"
        )
        order = f"ORDER BY {weight} DESC, entity.position"
        return self._page("entities", select, order, _ENTITIES, narrow, after, limit)

    def reports(self, narrow: Narrow = Narrow(), after: str = "", limit: int = 50) -> Page[str]:
        """Give the ids of reports, in the order of their days; those without a day last."""
        day = "coalesce(reading.published, reading.earliest, '~')"
        key = _key(after) or ["", ""]
        where, values = _where(_REPORTS, narrow)
        rows = self._connection.execute(
            f"SELECT report.id, {day} FROM report LEFT JOIN reading ON reading.report = report.id "
            f"WHERE ({day}, report.id) > (:k0, :k1){where} ORDER BY 2, 1 LIMIT :most",
            values | {"k0": str(key[0]), "k1": str(key[-1]), "most": limit + 1},
        ).fetchall()
        more = json.dumps([rows[limit - 1][1], rows[limit - 1][0]]) if len(rows) > limit else ""
        return Page(tuple(r for r, _ in rows[:limit]), more)

    def _page(
        self,
        kind: Literal["chronicle", "claims", "entities"],
        select: str,
        order: str,
        conditions: dict[str, str],
        narrow: Narrow,
        after: str,
        limit: int,
    ) -> Page[Any]:
        where, values = _where(conditions, narrow)
        key = [k if isinstance(k, int) else -1 for k in _key(after)] or [-1, -1, -1]
        values |= {f"k{i}": k for i, k in enumerate((*key, -1, -1)[:3])}
        rows = self._connection.execute(f"{select}{where} {order} LIMIT :most", values | {"most": limit + 1}).fetchall()
        found = {one.id: one for one in self._findings.some(kind, [r[0] for r in rows[:limit]])}
        more = json.dumps(rows[limit - 1][1:]) if len(rows) > limit else ""
        return Page(tuple(found[r[0]] for r in rows[:limit]), more)

    def search(
        self, question: str, kind: Found | None = None, after: str = "", limit: int = 20, *, typing: bool = False
    ) -> Page[Hit]:
        """Give rows that hold all that is asked (see `fts_query`), best first; all kinds, or one."""
        words = fts_query(question, typing=typing)
        if not words:
            return Page((), "")
        start = next((k for k in _key(after) if isinstance(k, int)), 0)
        of_reports = (
            "SELECT 'report', report.id, report_search.rowid, rank, 2, 0 FROM report_search "
            "JOIN report ON report.number = report_search.rowid WHERE report_search MATCH :words"
        )
        of_findings = (
            "SELECT kind, id, rowid, rank, kind <> 'entity', CASE kind WHEN 'entity' THEN "  # the most named first
            "(SELECT -json_array_length(mentions) FROM entity WHERE entity.id = finding_search.id) ELSE 0 END "
            "FROM finding_search "
            "WHERE finding_search MATCH :words AND (:kind IS NULL OR kind = :kind)"
        )
        asked = {None: f"{of_findings} UNION ALL {of_reports}", "report": of_reports}.get(kind, of_findings)
        rows = self._connection.execute(
            f"SELECT * FROM ({asked}) ORDER BY 5, 6, 4, 1, 2 LIMIT :most OFFSET :start",
            {"words": words, "kind": kind, "most": limit + 1, "start": start},
        ).fetchall()
        hits = tuple(Hit(kind, i, self._excerpt(kind, row, words)) for kind, i, row, *_ in rows[:limit])
        return Page(hits, json.dumps([start + limit]) if len(rows) > limit else "")

    def _excerpt(self, kind: str, row: int, words: str) -> tuple[tuple[str, bool], ...]:
        """What of one row was found; only for those that are shown."""
        table, column, name = ("report_search", -1, _TOLD) if kind == "report" else ("finding_search", 2, "words")
        (length,) = self._connection.execute(f"SELECT length({name}) FROM {table} WHERE rowid = ?", (row,)).fetchone()
        if length > _LONG:  # a snippet weighs every hit against every other
            return self._first(table, name, row, words)
        (excerpt,) = self._connection.execute(
            f"SELECT snippet({table}, {column}, char(2), char(3), ' … ', 24) FROM {table} "
            f"WHERE {table} MATCH ? AND rowid = ?",
            (words, row),
        ).fetchone()
        return _parts(excerpt)

    def _first(self, table: str, name: str, row: int, words: str) -> tuple[tuple[str, bool], ...]:
        """The first place of the first word in a long row, or its beginning where it stands in another form."""
        word = words.split('"')[1]
        found = f"max(instr(lower({name}), lower(:word)), 1)"
        before, hit, after = self._connection.execute(
            f"SELECT substr({name}, max({found} - 80, 1), {found} - max({found} - 80, 1)), "
            f"substr({name}, {found}, length(:word)), substr({name}, {found} + length(:word), 80) "
            f"FROM {table} WHERE rowid = :row",
            {"word": word, "row": row},
        ).fetchone()
        parts = ((before, False), (hit, hit.casefold() == word.casefold()), (after, False))
        return tuple((told, is_hit) for told, is_hit in parts if told)

    def choices(
        self, by: Literal["person", "body", "place", "type", "outlet", "period"], most: int = 40
    ) -> list[Choice]:
        """Give what the chronicle can be narrowed by, what leaves most lines first."""
        rows = self._connection.execute(
            'SELECT value, called, lines FROM chronicle_choice WHERE "by" = ? '
            "ORDER BY lines DESC, called, value LIMIT ?",
            (by, most),
        )
        return [Choice(str(value), " ".join(str(called).split()), lines) for value, called, lines in rows]


def _where(conditions: dict[str, str], narrow: Narrow) -> tuple[str, dict[str, Any]]:
    """The conditions that are asked for and that this list knows; what it does not know narrows nothing."""
    asked = {name: getattr(narrow, name) for name in conditions if getattr(narrow, name)}
    if "words" in asked:
        asked["words"] = fts_query(asked["words"])
        if not asked["words"]:
            del asked["words"]
    return "".join(f" AND {conditions[name]}" for name in asked), asked


def _key(after: str) -> list[Any]:
    try:
        key = json.loads(after) if after else []
    except (ValueError, RecursionError):
        return []
    sound = isinstance(key, list) and len(key) <= 3 and all(isinstance(k, int | str) for k in key)
    return [k if isinstance(k, str) or abs(k) < 1 << 63 else 0 for k in key] if sound else []


def _parts(excerpt: str) -> tuple[tuple[str, bool], ...]:
    """Part an excerpt at the signs set around what was found; a report that holds such signs itself only looks odd."""
    parts: list[tuple[str, bool]] = []
    for i, piece in enumerate(excerpt.split("\x02")):
        hit, end, rest = piece.partition("\x03")
        parts += [(hit, True), (rest, False)] if i and end else [(piece, False)]
    return tuple((" ".join(words.split("\x03")), hit) for words, hit in parts if words)
