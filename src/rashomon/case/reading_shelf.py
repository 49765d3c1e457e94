# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Readings row by row: one reading a report, whole or not there at all, with the reader that made it.

The rows in the tables are those that everybody sees, as people corrected them. Where a judgement changes a reading, the
layers that it changes stand beside, as the machine made them: `ReadingShelf.machine` gives the readings with those.

The words of a report in little room: one JSON text a reading, a quarter of what a row a word would take.

It holds three lists: gap to the word before and length of each word; their lemmas; which of them stand in a name.
`unpacked(packed(words)) == words`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

from rashomon.case.connect import CaseError
from rashomon.case.lake import Lake, Sunk
from rashomon.case.row import Row, as_objects, parts, row
from rashomon.records import (
    Attribution,
    Chain,
    Clause,
    Credit,
    DateBasis,
    Event,
    Eventuality,
    Mention,
    Publication,
    Reading,
    Region,
    Span,
    Timex,
    Word,
)
from rashomon.records.interchange import reason, restore

_NONE = "[]"


def packed(words: Sequence[Word]) -> str:
    """Give the words of a reading as one JSON text."""
    if not words:
        return _NONE
    spans: list[int] = []
    before = 0
    for word in words:
        spans += (word.start - before, word.end - word.start)
        before = word.end
    named = [at for at, word in enumerate(words) if word.name]
    return json.dumps([spans, [w.lemma for w in words], named], ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> tuple[Word, ...]:
    """Give the words that `text` was packed from."""
    if text == _NONE:
        return ()
    spans, lemmas, named = json.loads(text)
    in_names = frozenset(named)
    words: list[Word] = []
    end = 0
    for at, lemma in enumerate(lemmas):
        start = end + spans[2 * at]
        end = start + spans[2 * at + 1]
        words.append(Word(start, end, lemma, at in in_names))
    return tuple(words)


_OWNER = ("report", "position")
LAYERS: dict[str, Row[Any]] = {
    "regions": row(Region, "region", _OWNER),
    "mentions": row(Mention, "mention", _OWNER),
    "chains": row(Chain, "chain", _OWNER),
    "times": row(Timex, "timex", _OWNER),
    "attributions": row(Attribution, "attribution", _OWNER),
    "events": row(Event, "event", _OWNER),
    "credits": row(Credit, "credit", _OWNER),
    "eventualities": row(Eventuality, "eventuality", _OWNER),
    "clauses": row(Clause, "clause", _OWNER, ("arguments", "figures", "wording")),
}
"""The layers of a reading, each with its table."""
_BRIEF = ("regions", "mentions", "chains", "credits")
_WHOLE = tuple(LAYERS)
_HEAD = (
    "report, reader, published, basis, earliest, latest, evidence, because, because_parts, language, title, outlet, "
    "url, words"
)
_BATCH = 64
_Rows = tuple[dict[str, Any], dict[str, list[Span]], dict[str, dict[str, list[Any]]], dict[str, Sunk]]


class Correcting(Protocol):
    """What is laid over readings: the reports that it may change, and each of their readings as changed."""

    @property
    def touched(self) -> frozenset[str]:
        """Ids of reports; every other reading stays as it is."""

    def over(self, reading: Reading) -> Reading:
        """Give the reading as corrected."""


class ReadingsShown(NamedTuple):
    """Which readings everybody sees: how often any came or went, and the reports of those that people corrected.

    While the former is the same, a reading that was not corrected and is not is the same.
    """

    revision: int
    corrected: frozenset[str]


class Readings:
    """Some readings, in the order of their report's ids; `some` says which they are."""

    def __init__(self, connection: sqlite3.Connection, some: Callable[..., Iterator[Reading]]) -> None:
        self._connection = connection
        self._some = some

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM reading").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[Reading]:
        ids = [i for (i,) in self._connection.execute("SELECT report FROM reading ORDER BY report")]
        return self.some(ids)

    def get(self, report: str) -> Reading | None:
        """Give the reading of one report."""
        return next(self.some([report]), None)

    def some(self, reports: Sequence[str], *, brief: bool = False) -> Iterator[Reading]:
        """Give the readings of these reports, in their order; one that is not here is passed over.

        A `brief` one tells whom and what a report names, its regions and credits, and costs a quarter.
        """
        for at in range(0, len(reports), _BATCH):
            yield from self._some(reports[at : at + _BATCH], brief=brief)


class ReadingShelf(Readings):
    """The readings of a case as people corrected them; `machine` are the same as the machine made them."""

    def __init__(self, connection: sqlite3.Connection, lake: Lake) -> None:
        super().__init__(connection, self._as_corrected)
        self._lake = lake
        self.machine = Readings(connection, self._as_read)

    def pending(self, reader: str) -> list[str]:
        """Give the ids of the reports that `reader` ("rashomon", version, model) has neither read nor failed to."""
        return [
            i
            for (i,) in self._connection.execute(
                "SELECT id FROM report WHERE id NOT IN (SELECT report FROM reading WHERE reader = ?) "
                "AND id NOT IN (SELECT report FROM refusal WHERE reader = ?) ORDER BY id",
                (reader, reader),
            )
        ]

    def keep(self, readings: Iterable[Reading], reader: str) -> None:
        """Store readings made by `reader`, in place of any of the same reports. Call inside a transaction.

        They stand as the machine made them until `lay` is called: whoever compares does.
        """
        readings = tuple(readings)
        self.drop(r.report for r in readings)
        run = self._connection.executemany
        run(
            f"INSERT INTO reading ({_HEAD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (r.report, reader, *_published(r.published), r.language, r.title, r.outlet, r.url, packed(r.words))
                for r in readings
            ],
        )
        run(
            'INSERT INTO sentence (report, position, start, "end") VALUES (?, ?, ?, ?)',
            [(r.report, i, *span) for r in readings for i, span in enumerate(r.sentences)],
        )
        self._put(readings, LAYERS)
        if readings:
            self._connection.execute("UPDATE setting SET value = value + 1 WHERE key = 'revision'")

    def _put(self, readings: Iterable[Reading], layers: Iterable[str]) -> None:
        for layer in layers:
            shape = LAYERS[layer]
            self._connection.executemany(
                shape.insert,
                [(r.report, i, *shape.values(one)) for r in readings for i, one in enumerate(getattr(r, layer))],
            )

    def lay(self, correcting: Correcting) -> None:
        """Let every row stand as corrected, and as the machine made it where nothing corrects it any more.

        The same again writes nothing, and no finding goes stale by it. Call inside a transaction.
        """
        aside = {report for (report,) in self._connection.execute("SELECT report FROM machine_reading")}
        for report in sorted(aside | correcting.touched):
            own, here = self.machine.get(report), self.get(report)
            if own is None or here is None:
                continue
            wanted = correcting.over(own)
            moved = [layer for layer in LAYERS if getattr(wanted, layer) != getattr(here, layer)]
            if moved:
                self._lake.release([report])
            for layer in moved:
                self._connection.execute(f"DELETE FROM {LAYERS[layer].table} WHERE report = ?", (report,))
            self._put([wanted], moved)
            changed = [layer for layer in LAYERS if getattr(wanted, layer) != getattr(own, layer)]
            if moved and changed:
                told = as_objects({layer: getattr(own, layer) for layer in changed})
                self._connection.execute("INSERT OR REPLACE INTO machine_reading VALUES (?, ?)", (report, told))
            elif moved:
                self._connection.execute("DELETE FROM machine_reading WHERE report = ?", (report,))

    def drop(self, reports: Iterable[str]) -> None:
        """Remove the readings of these reports, where there are any."""
        reports = tuple(reports)
        self._lake.release(reports)
        gone = self._connection.executemany("DELETE FROM reading WHERE report = ?", [(r,) for r in reports]).rowcount
        if gone > 0:
            self._connection.execute("UPDATE setting SET value = value + 1 WHERE key = 'revision'")

    def shown(self) -> ReadingsShown:
        """Give which readings stand here for everybody to see."""
        ((revision,),) = self._connection.execute("SELECT value FROM setting WHERE key = 'revision'").fetchall()
        corrected = self._connection.execute("SELECT report FROM machine_reading")
        return ReadingsShown(int(revision), frozenset(report for (report,) in corrected))

    def model(self) -> str | None:
        """Give the language model that most of the readings here were made with, or None where there are none."""
        found = self._connection.execute(
            "SELECT reader FROM reading GROUP BY reader ORDER BY count(*) DESC, reader LIMIT 1"
        ).fetchone()
        return str(found[0]).split(" ", 2)[-1] if found else None

    def readers(self) -> dict[str, str]:
        """Give for each report that was read the reader ("rashomon", version, model) that did."""
        return dict(self._connection.execute("SELECT report, reader FROM reading ORDER BY report"))

    def aside(self, report: str) -> Mapping[str, Any]:
        """Give the layers of a reading that people corrected, as the machine made them; none where nobody did."""
        return self._aside([report]).get(report, {})

    def _aside(self, reports: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        marks = ", ".join("?" * len(reports))
        rows = self._connection.execute(
            f"SELECT report, layers FROM machine_reading WHERE report IN ({marks})", tuple(reports)
        )
        return {report: _layers(report, told) for report, told in rows}

    def _as_read(self, reports: Sequence[str], *, brief: bool = False) -> Iterator[Reading]:
        aside = self._aside(reports)
        for reading in self._as_corrected(reports, brief=brief):
            own = {n: of for n, of in aside.get(reading.report, {}).items() if n in (_BRIEF if brief else _WHOLE)}
            yield replace(reading, **own) if own else reading

    def _as_corrected(self, reports: Sequence[str], *, brief: bool = False) -> Iterator[Reading]:
        heads, sentences, layers, sunk = self._of_one_state(reports, brief=brief)
        for report in reports:
            if report in heads:
                _, _, *published, language, title, outlet, url, words = heads[report]
                if report in sunk:
                    words = sunk[report].words
                    for name, rows in sunk[report].layers.items():
                        if name in layers[report]:
                            layers[report][name] = [LAYERS[name].record(values) for values in rows]
                yield Reading(
                    report=report,
                    published=_publication(*published),
                    language=language,
                    title=title,
                    outlet=outlet,
                    url=url,
                    sentences=tuple(sentences[report]),
                    words=() if brief else unpacked(words),
                    **{name: tuple(rows) for name, rows in layers[report].items()},
                )

    def _of_one_state(self, reports: Sequence[str], *, brief: bool) -> _Rows:
        """All rows as they are at one moment: one that moves to the lake meanwhile is found there or here."""
        if self._connection.in_transaction:
            return self._rows(reports, (_BRIEF if brief else _WHOLE))
        for last in (False, True):
            self._connection.execute("BEGIN")
            try:
                return self._rows(reports, (_BRIEF if brief else _WHOLE))
            except CaseError:  # a shard that was brought back since that moment has no files any more
                if last:
                    raise
            finally:
                self._connection.execute("COMMIT")
        raise AssertionError("unreachable")

    def _rows(self, reports: Sequence[str], of: Sequence[str]) -> _Rows:
        """The heads, sentences and layers of some readings in the SQLite file, and what lies in the lake."""
        marks = ", ".join("?" * len(reports))
        ask = self._connection.execute
        heads = {h[0]: h for h in ask(f"SELECT {_HEAD} FROM reading WHERE report IN ({marks})", reports)}
        sunk = self._lake.held(reports)
        sentences: dict[str, list[Span]] = {report: [] for report in heads}
        for report, start, end in ask(
            f'SELECT report, start, "end" FROM sentence WHERE report IN ({marks}) ORDER BY report, position', reports
        ):
            sentences[report].append((start, end))
        layers: dict[str, dict[str, list[Any]]] = {report: {name: [] for name in of} for report in heads}
        for name in of:
            shape = LAYERS[name]
            rows = ask(
                f"{shape.select.replace('SELECT ', 'SELECT report, ', 1)} WHERE report IN ({marks}) "
                "ORDER BY report, position",
                reports,
            )
            for values in rows:
                layers[values[0]][name].append(shape.record(values[1:]))
        return heads, sentences, layers, sunk


def _layers(report: str, told: str) -> Mapping[str, Any]:
    """Read layers from their JSON. Raises CaseError where it holds none."""
    try:
        held = json.loads(told)
        return {layer: tuple(restore(LAYERS[layer].kind, one) for one in rows) for layer, rows in held.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CaseError(f"the reading of {report!r:.60} cannot be read ({error!s:.80}); the case is damaged") from error


def _published(p: Publication) -> tuple[str | None, ...]:
    evidence = f"[{p.evidence[0]},{p.evidence[1]}]" if p.evidence else None
    return p.value, p.basis, p.earliest, p.latest, evidence, str(p.because), parts(p.because)


def _publication(
    value: str | None,
    basis: DateBasis,
    earliest: str | None,
    latest: str | None,
    evidence: str | None,
    because: str,
    steps: str | None,
) -> Publication:
    told = reason(because, None if steps is None else json.loads(steps))
    return Publication(value, basis, earliest, latest, _span(evidence), told)


def _span(evidence: str | None) -> Span | None:
    if evidence is None:
        return None
    start, end = evidence.strip("[]").split(",")
    return int(start), int(end)
