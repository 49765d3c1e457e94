"""Whose narration a stretch of a report is: its first publisher's, followed from report to report and to the credit.

A report that took sentences from another speaks with the other's voice there, and with its own in the rest, be it a
copy or a few lines: what a copier adds is the copier's own. Headlines go with the rest of a report that was taken
whole, and what is too short to tell a copy from a coincidence where the first report has the same words. What a report
shares with one that an agency signed is the agency's, whichever came first. A credit covers its own sentence: what
ends in ", the Elm Echo reported" the Elm Echo narrates, and the rest of the report its outlet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.publishers import house, is_agency
from rashomon.records import NO_REASON, Credit, Lineage, Reading, Reason, Span

_MOST = 0.6  # share of a rewritten report's words from which the rest, too, is taken to come from its parent
_AS_LONG = 0.1  # how much longer or shorter a stretch may be than what it was taken from, to be found there
_SHORT = 30  # characters; less is no sentence that could be held against another
_FAR = 1 << 62  # beyond every text
_TITLES = frozenset({"headline", "subheading"})


@dataclass(frozen=True, slots=True)
class Narrator:
    """Who narrates: the report that first had the words, its house, the house's name, and the legs of the way there."""

    report: str
    key: str
    name: str
    because: Reason


class Narrators:
    """Answers, for the reports of one case, who narrates a span."""

    def __init__(self, readings: Mapping[str, Reading], lineage: Sequence[Lineage]) -> None:
        self._readings = readings
        self._parents: dict[str, list[Lineage]] = {}
        self._credits: dict[str, Lineage] = {}
        self._short: dict[str, frozenset[tuple[str, ...]]] = {}
        self._tags: dict[str, tuple[Credit, ...]] = {}
        self._lent: dict[str, list[Lineage]] = {}
        for row in lineage:
            if row.origin in readings and row.origin != row.report:
                self._parents.setdefault(row.report, []).append(row)
            elif row.origin and row.basis != "text":
                self._credits[row.report] = row
        for rows in self._parents.values():
            for row in rows:
                credit = self._credits.get(row.report)
                if credit and credit.origin and credit.basis == "credit" and is_agency(credit.origin):
                    self._lent.setdefault(row.origin or "", []).append(row)
        self._whole = {report: self._wholly(report) for report in self._parents}

    def _wholly(self, report: str) -> Lineage | None:
        """The row of the parent that all of `report` is taken to come from."""
        rows = sorted(self._parents[report], key=lambda r: (-r.score, r.origin or ""))
        copied = rows[0].relation != "rewrite" or sum(r.score for r in rows) >= _MOST
        return rows[0] if copied else None

    def at(self, report: str, span: Span) -> Narrator:
        """Give the narrator of `span` of `report`."""
        tagged = self._tagged(report, span)
        if tagged:
            return Narrator(report, f"outlet:{house(tagged.outlet)}", tagged.outlet, tagged.because)
        legs: list[Reason] = []
        here, seen = report, {report}
        place: Span | None = span
        while True:
            signed = self._signed_at(here, place)
            if signed:
                legs += [Reason("shared-with", signed)] if signed != here else []
                here = signed
                break
            row = self._parent(here, place)
            if row is None or row.origin is None or row.origin in seen:
                break
            legs.append(Reason(row.relation, row.origin))
            place = _there(row, place)
            here = row.origin
            seen.add(here)
        credit = self._credits.get(here)
        if credit and credit.origin:
            legs.append(Reason(credit.because.rule, credit.origin))
            return Narrator(here, f"outlet:{house(credit.origin)}", credit.origin, _way(legs))
        outlet = self._readings[here].outlet
        if outlet:
            return Narrator(
                here, f"outlet:{house(outlet)}", outlet.strip(), _way([*legs, Reason("own-report", outlet.strip())])
            )
        return Narrator(here, f"report:{here}", here, _way([*legs, Reason("own-report", "outlet unknown")]))

    def _tagged(self, report: str, span: Span) -> Credit | None:
        """The credit that names another outlet as the source of the sentence that `span` is in."""
        reading = self._readings[report]
        tags = self._tags.get(report)
        if tags is None:
            tags = self._tags[report] = tuple(c for c in reading.credits if c.because.rule == "tag")
        if not tags:
            return None
        own = house(reading.outlet) if reading.outlet else None
        start, end = self._sentence(reading, span)
        return next((c for c in tags if start <= c.start < end and house(c.outlet) != own), None)

    def _sentences_of(self, report: str) -> frozenset[tuple[str, ...]]:
        """The words of each short sentence of a report."""
        if report not in self._short:
            reading = self._readings[report]
            self._short[report] = frozenset(_words(reading, s) for s in reading.sentences if s[1] - s[0] < 2 * _SHORT)
        return self._short[report]

    @staticmethod
    def _sentence(reading: Reading, span: Span) -> Span:
        """The sentence that `span` begins in; `span` itself where no sentence was read."""
        at = bisect_right(reading.sentences, (span[0], _FAR)) - 1
        return reading.sentences[at] if at >= 0 else span

    def _signed_at(self, report: str, span: Span | None) -> str | None:
        """The report of an agency that `span` is of: this one, where an agency signed it, or one that shares it."""
        credit = self._credits.get(report)
        if credit and credit.origin and credit.basis == "credit" and is_agency(credit.origin):
            return report
        if span is None:
            return None
        lent = [r.report for r in self._lent.get(report, ()) if _holds(r, report, span)]
        return min(lent, default=None)

    def _parent(self, report: str, span: Span | None) -> Lineage | None:
        """The row that `span` was taken by; without one, the row that the report as a whole was taken by."""
        rows = self._parents.get(report, [])
        if span is None:
            return self._whole.get(report)
        holding = [r for r in rows if _holds(r, report, span)]
        if holding:
            return max(holding, key=lambda r: (r.score, r.origin or ""))
        whole = self._whole.get(report)
        if whole is None or not any(e[0] == report for e in whole.evidence):
            return whole  # people said so, of the whole text
        return whole if self._goes_with_the_rest(report, span, whole.origin or "") else None

    def _goes_with_the_rest(self, report: str, span: Span, parent: str) -> bool:
        start, end = self._sentence(self._readings[report], span)
        if end - start < _SHORT:
            words = _words(self._readings[report], (start, end))
            return not words or parent not in self._readings or words in self._sentences_of(parent)
        regions = self._readings[report].regions
        return any(r.kind in _TITLES and r.start < span[1] and span[0] < r.end for r in regions)


def _words(reading: Reading, span: Span) -> tuple[str, ...]:
    first = bisect_left(reading.words, span[0], key=lambda w: w.start)
    last = bisect_left(reading.words, span[1], key=lambda w: w.start)
    return tuple(w.lemma for w in reading.words[first:last])


def _holds(row: Lineage, report: str, span: Span) -> bool:
    return any(e[0] == report and e[1] < span[1] and span[0] < e[2] for e in row.evidence)


def _there(row: Lineage, span: Span | None) -> Span | None:
    """Where the words of `span` stand in the parent; None where that cannot be told.

    It can where the parent has as many stretches of evidence as the report, each about as long: a copy kept the order.
    """
    mine = [(s, e) for i, s, e in row.evidence if i == row.report]
    theirs = [(s, e) for i, s, e in row.evidence if i == row.origin]
    if span is None or len(mine) != len(theirs):
        return None
    for (a, b), (c, d) in zip(sorted(mine), sorted(theirs), strict=True):
        if a < span[1] and span[0] < b and abs((b - a) - (d - c)) <= _AS_LONG * (b - a):
            first, last = (c + (min(max(x, a), b) - a) * (d - c) // (b - a) for x in span)
            edge = (last - first) // 4  # stretches are not of one length to the letter: the middle half is surely there
            return first + edge, last - edge
    return None


def _way(legs: Sequence[Reason]) -> Reason:
    way = NO_REASON
    for leg in legs:
        way = way.then(leg, " ← ")
    return way
