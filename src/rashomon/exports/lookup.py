"""What a row points at: the report, the statement, the characters. Every quotation shown anywhere is cut here.

Quotations that stand beside each other are shown once, and a conflict by the one that holds most of its words. What was
read of a case is remembered while the case stands as it stood; what is oldest is forgotten first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from rashomon.case import Case
from rashomon.comparing.publishers import house, is_known
from rashomon.records import (
    Attribution,
    Clause,
    Entity,
    Event,
    Eventuality,
    Evidence,
    Member,
    Mention,
    Reading,
    Reason,
    Report,
    Span,
    VoiceKey,
)

_T = TypeVar("_T")
_MOST = 512
"""Things of one kind that are remembered."""
_OF_REPORTS = ("report", "reading", "rows")


class Memory:
    """Rows by kind and key: they hold for one state of one case, and may be asked for by several threads."""

    def __init__(self, reports: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        """It may begin with what `of_reports` of another one gave."""
        self._held: dict[str, dict[str, Any]] = {kind: dict(held) for kind, held in (reports or {}).items()}
        self._lock = Lock()

    def of_reports(self, but: Set[str]) -> dict[str, dict[str, Any]]:
        """Give what is remembered of single reports, `but` for some of these: findings do not change it."""
        with self._lock:
            return {
                kind: {report: one for report, one in self._held.get(kind, {}).items() if report not in but}
                for kind in _OF_REPORTS
            }

    def kept(self, kind: str, key: str, make: Callable[[], _T]) -> _T:
        """Give what is remembered, made now where nothing is."""
        held = self._held.setdefault(kind, {})
        try:
            return held[key]  # type: ignore[no-any-return]
        except KeyError:
            return self._keep(held, key, make())

    def _keep(self, held: dict[str, Any], key: str, made: _T) -> _T:
        with self._lock:
            held[key] = made
            while len(held) > _MOST:
                del held[next(iter(held))]
        return made

    def of(self, kind: str, ask: Callable[[str], _T]) -> Callable[[str], _T]:
        """Give `ask` as one that remembers."""
        return lambda key: self.kept(kind, key, lambda: ask(key))

    def some(self, kind: str, keys: list[str], ask: Callable[[list[str]], dict[str, _T]]) -> dict[str, _T]:
        """Give those of many that there are; `ask` is asked at once for all that are not remembered."""
        held = self._held.setdefault(kind, {})
        known = {key: one for key in keys if (one := held.get(key)) is not None}
        made = ask([key for key in keys if key not in known])
        for key, one in made.items():
            self._keep(held, key, one)
        return known | made


Row = Attribution | Event | Eventuality | Clause | Mention
"""What a member can stand for."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters of a report, `report.text[start:end]` untouched; `row` and `because` are what rests on them."""

    report: str
    outlet: str
    start: int
    end: int
    text: str
    published: str | None = None
    row: str = ""
    because: str = ""


class Lookup:
    """Reads rows of one open case by their ids; `memory` is what was read of it already."""

    def __init__(self, case: Case, memory: Memory | None = None) -> None:
        memory = memory or Memory()
        self._outlets = case.reports.outlets()
        report, reading, rows = _OF_REPORTS
        self.report = memory.of(report, case.reports.get)
        self._case = case
        self.reading = memory.of(reading, case.readings.get)
        self._rows = memory.of(rows, self._index)

    def _index(self, report: str) -> dict[str, Row]:
        reading: Reading | None = self.reading(report)
        if reading is None:
            return {}
        rows: list[Row] = [*reading.mentions, *reading.attributions, *reading.events, *reading.eventualities]
        rows += reading.clauses
        return {row.id: row for row in rows}

    def row(self, member: Member) -> Row | None:
        """Give the row that a member stands for."""
        return self._rows(member[0]).get(member[1])

    def outlet(self, report: str) -> str:
        """Give the outlet of a report, or its id where no outlet is known."""
        return self._outlets.get(report, report)

    def voice(self, key: str) -> str:
        """Give what the key of a voice calls it: its entity, outlet or who it is; a mere name stands as it is."""
        voice = VoiceKey.read(key)
        found: list[Entity] = self._case.findings.some("entities", [voice.entity]) if voice.entity else []
        return found[0].name if found else self.outlet(voice.who or key)

    def published(self, report: str) -> str | None:
        """Give the day on which a report was published, where one is known."""
        reading: Reading | None = self.reading(report)
        return reading.published.value if reading else None

    def words(self, report: str, spans: Iterable[Span]) -> str:
        """Give the characters of some spans, in their order, parted by an ellipsis, white space made single."""
        found: Report | None = self.report(report)
        parts = (found.text[start:end] for start, end in spans) if found else ()
        return " … ".join(" ".join(part.split()) for part in parts)

    def mention(self, report: str, mention: str | None) -> str:
        """Give what a mention's thing is called in its report: the chain's name, or the words themselves."""
        row = self.row((report, mention)) if mention else None
        reading: Reading | None = self.reading(report)
        if not isinstance(row, Mention) or reading is None:
            return ""
        name = next((c.name for c in reading.chains if c.id == row.chain), "")
        return " ".join(name.split()) or self.words(report, [(row.start, row.end)])

    def outlet_told(self, report: str, mention: str | None) -> str:
        """Give the outlet that a mention is: whom somebody told is a way of his words where it passes them on.

        Reporters, the families and the agencies of a state do not: "told reporters", "assured the families". Nor does
        a paper that nothing names, "told this newspaper": it is the outlet's own.
        """
        row = self.row((report, mention)) if mention else None
        if not isinstance(row, Mention):
            return ""
        name = self.mention(report, mention)
        outlets = {house(outlet) for outlet in self._outlets.values()}
        known = row.kind == "publication" or is_known(name) or house(name) in outlets
        return name if known and name != name.lower() else ""

    def mention_words(self, report: str, mention: str) -> str:
        """Give the words of a mention itself, white space made single."""
        row = self.row((report, mention))
        return self.words(report, [(row.start, row.end)]) if isinstance(row, Mention) else ""

    def sentence(self, report: str, mention: str) -> Quote:
        """Cut the sentence in which a mention stands."""
        row = self.row((report, mention))
        reading: Reading | None = self.reading(report)
        at = row.start if isinstance(row, Mention) else 0
        around = (s for s in (reading.sentences if reading else ()) if s[0] <= at < s[1])
        return self.quote((report, *next(around, (at, at))), mention)

    def quote(self, evidence: Evidence, row: str = "", because: str = "") -> Quote:
        """Cut a quotation."""
        name, start, end = evidence
        found: Report | None = self.report(name)
        text = found.text[start:end] if found else ""
        return Quote(name, self.outlet(name), start, end, text, self.published(name), row, because)

    def member(self, member: Member) -> Quote | None:
        """Cut the quotation of a statement (source to end of content), or the sentence of any other row."""
        row = self.row(member)
        if row is None:
            reading: Reading | None = self.reading(member[0])
            number = int(member[1][1:]) if member[1][:1] == "s" and member[1][1:].isdecimal() else 0
            if reading is None or not 0 < number <= len(reading.sentences):
                return None
            return self.quote((member[0], *reading.sentences[number - 1]), member[1], "narration")
        if isinstance(row, Attribution):
            spans: Sequence[Span] = (*row.source, *row.cue, *row.content)
            if not spans:
                return None
            start, end = min(s for s, _ in spans), max(e for _, e in spans)
            return self.quote((member[0], start, end), row.id, str(row.because))
        if isinstance(row, Event):
            return self.quote((member[0], *row.evidence), row.id, str(row.because))
        if isinstance(row, Eventuality):
            reading = self.reading(member[0])
            around = (s for s in (reading.sentences if reading else ()) if s[0] <= row.start < s[1])
            return self.quote((member[0], *next(around, (row.start, row.end))), row.id, str(row.because))
        return self.quote((member[0], row.start, row.end), row.id, str(row.because)) if row else None


def once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Keep the first of several quotations of the same characters, and none that lies inside one before it."""
    kept: list[Quote] = []
    for quote in quotes:
        if quote.text and not any(
            q.report == quote.report and q.start <= quote.start and quote.end <= q.end for q in kept
        ):
            kept.append(quote)
    return tuple(kept)


def widest(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Keep of several quotations none that lies inside another."""
    return tuple(
        q
        for q in quotes
        if not any(q.report == o.report and o.start <= q.start and q.end <= o.end for o in quotes if o is not q)
    )


_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_AT_ONCE = 180  # code points


def telling_quote(quotes: Sequence[Quote], because: Reason) -> Quote | None:
    """Give the first of `quotes` with most of the words that the conflict's rule used; None of none."""
    words = {m.group().casefold() for m in _WORD.finditer(because.used)}
    held = [(sum(word in quote.text.casefold() for word in words), len(quote.text) <= _AT_ONCE) for quote in quotes]
    return quotes[held.index(max(held))] if held else None
