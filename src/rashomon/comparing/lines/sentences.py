"""The sentences of the reports as brackets look back over them: what is said in one, what opens it, what goes before.

A heading ends what went before; what is quoted is not what the report tells.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.language import word_set
from rashomon.records import Attribution, Clause, Mention, Reading, Report, Span

_QUOTES = {'"': '"', "“": "”"}


class Sentences:
    """Answers for the reports of a case."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> None:
        """`readings` are those of `reports`."""
        self._reports, self._readings = reports, readings
        self._said = {r: {a.id: a for a in reading.attributions} for r, reading in readings.items()}
        self._clauses: dict[tuple[str, int], list[Clause]] = {}
        self._at = {(r, m.start, m.end): m for r, reading in readings.items() for m in reversed(reading.mentions)}
        self._by_id = {(r, m.id): m for r, reading in readings.items() for m in reading.mentions}
        self._mentions: dict[tuple[str, int], list[Mention]] = {}
        for r, reading in readings.items():
            for c in reading.clauses:
                self._clauses.setdefault((r, c.sentence), []).append(c)
            number = 0
            for m in sorted(reading.mentions, key=lambda m: m.start):
                while number + 1 < len(reading.sentences) and m.start >= reading.sentences[number + 1][0]:
                    number += 1
                self._mentions.setdefault((r, number), []).append(m)

    def text(self, report: str, start: int, end: int) -> str:
        """Give the words of a stretch."""
        return self._reports[report].text[start:end]

    def span(self, report: str, number: int) -> Span:
        """Give where a sentence stands."""
        return self._readings[report].sentences[number]

    def clauses(self, report: str, number: int) -> list[Clause]:
        """Give the clauses of a sentence."""
        return self._clauses.get((report, number), [])

    def mentions(self, report: str, number: int) -> list[Mention]:
        """Give the mentions of a sentence, in order."""
        return self._mentions.get((report, number), [])

    def mention_at(self, report: str, start: int, end: int) -> Mention | None:
        """Give the mention that is just a stretch, or None."""
        return self._at.get((report, start, end))

    def mention(self, report: str, mention: str | None) -> Mention | None:
        """Give a mention by its id, or None."""
        return self._by_id.get((report, mention or ""))

    def said(self, report: str, clause: Clause) -> Attribution | None:
        """Give the statement that a clause stands in, the innermost; None where it is the report's own."""
        return self._said[report].get(clause.attribution or "")

    def before(self, report: str, number: int) -> int | None:
        """Give the number of the sentence before one; None where a heading or nothing stands there."""
        if not number:
            return None
        start, end = self.span(report, number - 1)
        if any(r.start < end and start < r.end for r in self._readings[report].regions):
            return None
        return number - 1

    def opens(self, report: str, start: int, at: int) -> bool:
        """Whether nothing stands before a word of a sentence but "and", "but", or a time: "On Friday she"."""
        words = self._without_times(report, start, at).lower().replace(",", " ").split()
        return all(w in word_set("words_of_lines", "before_a_subject") for w in words)

    def opens_what_is_said(self, report: str, said: Attribution, at: int) -> bool:
        """Whether between the verb of saying and a word of what is said is nothing but "that", a time and a hearer."""
        ends = [end for _, end in said.cue if end <= at]
        if not ends or not any(a <= at < b for a, b in said.content):
            return False
        start = max(ends)
        heard = [
            (m.start, m.end)
            for m in self._readings[report].mentions
            if start <= m.start < at and m.form != "pronoun" and not any(a <= m.start < b for a, b in said.content)
        ]
        left = self._without_times(report, start, at)
        for a, b in heard:
            left = left.replace(self.text(report, a, b), " ", 1)
        words = left.lower().replace(",", " ").split()
        return all(w in word_set("words_of_lines", "before_what_is_said") for w in words)

    def is_quoted(self, report: str, at: int) -> bool:
        """Whether a word stands inside quotation marks, or in what is said in somebody's own words."""
        if any(
            a.quote == "direct" and any(s <= at < e for s, e in a.content) for a in self._readings[report].attributions
        ):
            return True
        text = self._reports[report].text
        before = text[text.rfind("\n", 0, at) + 1 : at]
        return before.count('"') % 2 == 1 or any(
            before.count(o) > before.count(c) for o, c in _QUOTES.items() if o != c
        )

    def is_whole_quotation(self, report: str, number: int) -> bool:
        """Whether all of a sentence stands in quotation marks, so that it is told by nobody's name."""
        start, end = self.span(report, number)
        text = self.text(report, start, end).strip()
        inner = text[1:-1]
        return text[:1] in _QUOTES and text[-1:] in _QUOTES.values() and not set(inner) & (set(_QUOTES) | {"”"})

    def is_aside(self, report: str, at: int) -> bool:
        """Whether a word stands in a headline, a byline, a caption."""
        return any(r.start <= at < r.end for r in self._readings[report].regions)

    def times(self, report: str) -> list[Span]:
        """Give where the times of a report stand."""
        return [(t.start, t.end) for t in self._readings[report].times]

    def _without_times(self, report: str, start: int, end: int) -> str:
        text = list(self.text(report, start, end))
        for a, b in self.times(report):
            if start <= a and b <= end:
                text[a - start : b - start] = " " * (b - a)
        return "".join(text)
