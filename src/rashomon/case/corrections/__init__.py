"""What people decided about a case: kept for good, laid over the machine's rows, undone only by another judgement.

Judgements are only ever added; how each of them stands is worked out anew from today's reports and readings. What
stands is a function of the set of judgements: in which order they were made known does not matter. As JSON lines they
are what one analyst wrote out and another takes in; nothing is lost or told twice.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, get_args

from rashomon.case.connect import CaseError
from rashomon.case.corrections.anchors import relocate_anchor
from rashomon.case.corrections.contradictions import Contradictions, undone
from rashomon.case.corrections.judge import identified, is_date, judge
from rashomon.case.corrections.overlay import Overlay, correction_note
from rashomon.case.reading_shelf import Readings
from rashomon.case.report_shelf import ReportShelf
from rashomon.case.row import row
from rashomon.records import Anchor, Correction, Judgement, JudgementKind, Member, Reading, Report, Ruling
from rashomon.records.interchange import restore

__all__ = ["Corrections", "Overlay", "from_lines", "judge", "to_lines"]


_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Signs that some programs take for the end of a line."""
_VALUED = ("rename", "re-date", "re-attribute")
_SIDES: dict[str, int] = {"merge": 2, "split": 2, "same-source": 2, "not-same-source": 2, "undo": 0}
"""Sides that a judgement of a kind has at least, where not one."""


def to_lines(judgements: Iterable[Judgement]) -> str:
    """Give one line of JSON a judgement, in the order of their time."""
    told = sorted(judgements, key=lambda j: (j.when, j.id))
    return "".join(_LINE_ENDS.sub(_escape, json.dumps(asdict(j), ensure_ascii=False)) + "\n" for j in told)


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign.group()):04x}"


def from_lines(lines: Iterable[str]) -> list[Judgement]:
    """Read judgements, one a line, empty lines passed over.

    Raises ValueError, with the line's number, where a line is no judgement, or is one that was changed since it was
    made: its id is the digest of the rest.
    """
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(sound(restore(Judgement, json.loads(line))))
            except (ValueError, RecursionError) as error:
                raise ValueError(f"line {number} is no judgement: {error}") from error
    return found


def sound(judgement: Judgement) -> Judgement:
    """Give a judgement back as it is. Raises ValueError where it makes no sense, or was changed since it was made."""
    judgement = restore(Judgement, asdict(judgement))
    if judgement.kind not in get_args(JudgementKind):
        raise ValueError(f"its kind is {judgement.kind!r}")
    if not _WHEN.fullmatch(judgement.when):
        raise ValueError(f"its time {judgement.when!r:.40} is not YYYY-MM-DDThh:mm:ss.ssssssZ")
    if len(judgement.sides) < _SIDES.get(judgement.kind, 1) or not all(judgement.sides):
        raise ValueError(f"a {judgement.kind} without what it is about")
    if (judgement.kind == "undo") != bool(judgement.undoes):
        raise ValueError("what it undoes is not told" if judgement.kind == "undo" else "only an undo undoes")
    if (judgement.kind in _VALUED and not judgement.value) or (
        judgement.kind == "re-date" and not is_date(judgement.value)
    ):
        raise ValueError(f"{judgement.value!r:.40} is nothing to {judgement.kind}")
    if any(not 0 <= a.start <= a.end or a.nth < 0 for side in judgement.sides for a in side):
        raise ValueError("an anchor ends before it starts, or is no place")
    json.dumps(asdict(judgement), ensure_ascii=False).encode("utf-8")  # lone surrogates, which no file can hold
    if identified(judgement).id != judgement.id:
        raise ValueError(f"{judgement.id!r:.40} is not the id of what it says; it was changed")
    return judgement


_ROW = row(Judgement, "judgement")
_INSERT = _ROW.insert.replace("OR REPLACE", "OR IGNORE")
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class _Placed:
    """A judgement's sides in today's readings, and what of it is gone."""

    sides: tuple[tuple[Member, ...], ...]
    gone: tuple[str, ...]
    whole: bool


def _read(values: tuple[Any, ...]) -> Judgement:
    judgement = _ROW.record(values)
    try:
        return sound(judgement)
    except (ValueError, RecursionError) as error:
        raise CaseError(f"correction {judgement.id!r:.40} makes no sense ({error}); the case is damaged") from error


class Corrections:
    """The judgements of a case, in the order of their time."""

    def __init__(self, connection: sqlite3.Connection, reports: ReportShelf, readings: Readings) -> None:
        """`readings` are the machine's own: judgements rest on them, never on each other."""
        self._connection = connection
        self._reports = reports
        self._readings = readings
        self._known: tuple[str, dict[str, _Placed], Overlay] | None = None

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM judgement").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[Judgement]:
        rows = self._connection.execute(f'{_ROW.select} ORDER BY "when", id').fetchall()
        return map(_read, rows)

    def get(self, judgement: str) -> Judgement | None:
        """Give the judgement whose id is, or alone begins with, `judgement`."""
        escaped = judgement.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rows = self._connection.execute(
            f"{_ROW.select} WHERE id LIKE ? || '%' ESCAPE '\\' ORDER BY id <> ? LIMIT 2", (escaped, judgement)
        ).fetchall()
        found = [_read(values) for values in rows]
        exact = [j for j in found if j.id == judgement]
        return (exact or found)[0] if exact or len(found) == 1 else None

    def add(self, judgements: Iterable[Judgement]) -> int:
        """Keep judgements; give how many of them were not here yet. Call inside a transaction."""
        rows = [_ROW.values(judgement) for judgement in judgements]
        new = self._connection.executemany(_INSERT, rows).rowcount if rows else 0
        if new > 0:
            self._connection.execute("UPDATE setting SET value = value + 1 WHERE key = 'revision'")
        return max(new, 0)

    def only_notes(self, judgements: Iterable[Judgement]) -> bool:
        """Tell whether none of `judgements` can change a finding: notes, and what takes a note back or up again."""
        given = {j.id: j for j in judgements}
        return all(self._about_a_note(j, given) for j in given.values())

    def _about_a_note(self, judgement: Judgement, given: dict[str, Judgement]) -> bool:
        passed: set[str] = set()
        while judgement.kind == "undo" and judgement.id not in passed:
            passed.add(judgement.id)
            target = given.get(judgement.undoes) or self.get(judgement.undoes)
            if target is None:
                return False
            judgement = target
        return judgement.kind == "note"

    def latest(self) -> str:
        """Give the time of the latest judgement, "" where there is none."""
        (when,) = self._connection.execute('SELECT max("when") FROM judgement').fetchone()
        return str(when or "")

    def overlay(self, *more: Judgement) -> Overlay:
        """Give what stands today, with `more` laid over it as if they were kept: for the readings and for comparing."""
        if more:
            return self._stands(list({j.id: j for j in (*self, *more)}.values()))[1]
        return self._now()[1]

    def standing(self) -> tuple[Correction, ...]:
        """Give every judgement with how it stands: applied, undone, orphaned or overruled, and what contradicts it.

        Entities are those of the findings as they are kept: ask when they are current.
        """
        listed = list(self)
        placed, overlay = self._now()
        ids = {j.id for j in listed}
        by = undone(listed)
        clashes = Contradictions(overlay.told, self._entity)
        return tuple(self._correction(j, by, placed.get(j.id), clashes, ids) for j in listed)

    def resting(self) -> dict[Member, tuple[Judgement, ...]]:
        """Give the judgements that stand, notes too, by each row of the readings that they rest on (a report: "")."""
        placed, _ = self._now()
        listed = list(self)
        by = undone(listed)
        found: dict[Member, tuple[Judgement, ...]] = {}
        for judgement in listed:
            if judgement.id not in by and judgement.id in placed and placed[judgement.id].whole:
                rows = [m for side in placed[judgement.id].sides for m in side]
                if judgement.kind == "note":
                    rows += [sentence for m in rows if (sentence := self._sentence(m))]
                for member in dict.fromkeys(rows):
                    found[member] = (*found.get(member, ()), judgement)
        return found

    def _sentence(self, member: Member) -> Member | None:
        """Give the row of the sentence of a clause, which a claim that nobody is said to make rests on."""
        _, reading = self._report_of(member[0])
        clauses = reading.clauses if reading else ()
        return next(((member[0], f"s{c.sentence + 1}") for c in clauses if c.id == member[1]), None)

    def rows(self, judgement: Judgement) -> tuple[tuple[Member, ...], ...]:
        """Give what a judgement rests on, side by side, in today's readings; of an undo, what the undone one does."""
        passed: set[str] = set()
        while judgement.undoes and judgement.id not in passed:
            passed.add(judgement.id)
            judgement = self.get(judgement.undoes) or judgement
        self._report_of = lru_cache(_REMEMBERED)(self._read)
        return self._placed(judgement).sides

    @staticmethod
    def _correction(
        judgement: Judgement, by: dict[str, str], placed: _Placed | None, clashes: Contradictions, ids: set[str]
    ) -> Correction:
        against = tuple(sorted(clashes.against.get(judgement.id, ())))
        if judgement.id in by:
            return Correction(judgement, "undone", f"undone by {by[judgement.id]}")
        if judgement.kind == "undo":
            there = judgement.undoes in ids
            return Correction(
                judgement, "applied" if there else "orphaned", "" if there else "what it undoes is not here"
            )
        gone = "; ".join(dict.fromkeys(placed.gone)) if placed else ""
        if placed and not placed.whole:
            return Correction(judgement, "orphaned", gone)
        if judgement.id in clashes.overruled:
            return Correction(judgement, "overruled", f"{clashes.overruled[judgement.id]} came later", against)
        return Correction(judgement, "applied", f"in part: {gone}" if gone else "", against)

    def _now(self) -> tuple[dict[str, _Placed], Overlay]:
        (revision,) = self._connection.execute("SELECT value FROM setting WHERE key = 'revision'").fetchone()
        if self._known is None or self._known[0] != revision:
            self._known = (revision, *self._stands(list(self)))
        return self._known[1:]

    def _read(self, report: str) -> tuple[Report | None, Reading | None]:
        return self._reports.get(report), self._readings.get(report)

    def _stands(self, judgements: list[Judgement]) -> tuple[dict[str, _Placed], Overlay]:
        by = undone(judgements)
        self._report_of = lru_cache(_REMEMBERED)(self._read)  # judgements lie close: many in one report
        placed = {j.id: self._placed(j) for j in judgements if j.kind != "undo"}
        rulings = [
            Ruling(j.id, j.kind, placed[j.id].sides, j.value, j.when, correction_note(j), j.source_kind)
            for j in judgements
            if j.id not in by and j.kind not in ("undo", "note") and placed[j.id].whole
        ]
        return placed, Overlay(rulings, self._reports.get)

    def _placed(self, judgement: Judgement) -> _Placed:
        sides, gone = [], []
        for side in judgement.sides:
            found = [self._found(anchor) for anchor in side]
            sides.append(tuple(dict.fromkeys(member for member, _ in found if member)))
            gone += [why for member, why in found if not member]
        return _Placed(tuple(sides), tuple(gone), all(sides))

    def _found(self, anchor: Anchor) -> tuple[Member | None, str]:
        same = self._connection.execute("SELECT id FROM report WHERE digest = ?", (anchor.digest,)).fetchone()
        report, reading = self._report_of(same[0] if same else anchor.report)
        return relocate_anchor(anchor, report, reading)

    def _entity(self, member: Member) -> str:
        found = self._connection.execute(
            "SELECT entity FROM entity_mention WHERE report = ? AND mention = ?", member
        ).fetchone()
        return str(found[0]) if found else ""
