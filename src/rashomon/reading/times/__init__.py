"""Times of one report: TIMEX3 DATE, TIME, DURATION and SET, each valued over the report's day, with its rule.

In text order and without overlap. Where the report's day is only bounded, a value that all of its days agree on stands
as it is, one that they do not is written `first/last`; where nothing is known the value stays open (XXXX-WXX-7).

The words beside a time may make a bound of it ("more than an hour", "by noon") or an offset ("an hour after"); what is
written with a hyphen is told of the noun behind it ("a four-hour truce").

The spaCy component writes them of a parsed report into `doc._.rashomon_times`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import lexicon
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.published import told_on
from rashomon.reading.times.almanac import Almanac, calendars
from rashomon.reading.times.clocks import clocks
from rashomon.reading.times.context import OVER, Context, Lean, Value
from rashomon.reading.times.dates import dates
from rashomon.reading.times.durations import durations, sets, vague
from rashomon.reading.times.grammar import Found, grammar, neighbours, words
from rashomon.reading.times.leans import DEMANDED, FIXED, SHORT, LeanReader, leans, parsed_leans
from rashomon.reading.times.periods import periods
from rashomon.reading.times.relative import offsets, relative
from rashomon.records import NO_REASON, Publication, Reason, Span, Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc


__all__ = ["find_times", "times"]


_READERS: dict[str, Callable[[Found, Context], Value | None]] = {
    "calendars": calendars,
    "clocks": clocks,
    "dates": dates,
    "durations": durations,
    "offsets": offsets,
    "periods": periods,
    "relative": relative,
    "sets": sets,
    "vague": vague,
}
_LATE = re.compile(r"T(?:EV|NI|1[89]|2[0-3])")
_WIDEST = 366  # days: bounds wider than this anchor nothing
_OFF = re.compile(r"(?:^|/)(?:000[01]|9999)(?:[-/]|$)")
"""A year before or behind which no calendar goes: no report is of it, and nobody can count on from it."""


def find_times(
    text: str,
    published: Publication | date | str | None = None,
    lean: LeanReader | None = None,
    lines: Sequence[Span] = (),
) -> tuple[Timex, ...]:
    """Find the times of `text`, valued over the day it was `published` (ISO text, a day, or a Publication).

    `lean`, where there is a parse, tells past from future; without it a test by the words of the sentence does. What
    stands in `lines` (of a page, beside its text) is no day that the text speaks of.
    Raises ValueError on a `published` text that is no ISO date.
    """
    cut = words(text)
    days = _days(published)

    def leaning(start: int, end: int) -> Lean:
        said = leans(cut, start, end)
        if lean is None or said.evidence.startswith("preposition"):
            return said
        read = lean(cut[start].start, cut[end - 1].end)
        if read is None or read.direction is None:
            return said
        if read.evidence.startswith((DEMANDED, SHORT)) or (read.evidence.startswith(FIXED) and not said.near):
            return read
        if said.direction == read.direction:
            return said._replace(near=said.near or read.near)
        return read if said.direction is None else Lean(None, f"{read.evidence},{said.evidence}")

    context = Context(cut, leaning, bounded=len(days) > 1, changed=_changed(published))
    rows: list[Timex] = []
    fits, i = grammar(cut), 0
    while i < len(cut):
        for found in fits[i]:
            value = _valued(found, context, days)
            if value is None:
                continue
            i = found.end
            if value.value:
                rows.append(_row(found, value, context))
                if not any(first <= rows[-1].start < last for first, last in lines):
                    _remember(context, value, found)
            break
        else:
            i += 1
    return tuple(rows)


def _days(published: Publication | date | str | None) -> tuple[date, ...]:
    if published is None:
        return ()
    if isinstance(published, date):
        return (published,)
    if isinstance(published, str):
        return (date.fromisoformat(published[:10]),)
    if published.value and len(published.value) >= 10:
        return (date.fromisoformat(published.value[:10]),)
    if published.earliest and published.latest and len(published.earliest) >= 10 and len(published.latest) >= 10:
        first, last = date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])
        return (first, last) if first < last and (last - first).days <= _WIDEST else (first,) if first == last else ()
    return ()


def _changed(published: Publication | date | str | None) -> date | None:
    """Give the day of a report's last version, where it is known to be later than that of its first."""
    if not isinstance(published, Publication) or not published.value or not published.latest:
        return None
    last = date.fromisoformat(published.latest[:10]) if len(published.latest) >= 10 else None
    return last if last is not None and published.latest[:10] > published.value[:10] else None


def _valued(found: Found, context: Context, days: tuple[date, ...]) -> Value | None:
    values: list[Value] = []
    for day in days or (None,):
        context.today = day
        value = _on_a_calendar(found, context)
        if value is None:
            return None
        values.append(value)
    first, last = values[0], values[-1]
    if first.value == last.value:
        return first
    if first.type == "DATE" and Almanac.first_day(first.value) and Almanac.first_day(last.value):
        return Value("DATE", f"{first.value}/{last.value}", f"{first.evidence},bounded-report-day".lstrip(","))
    context.today = None
    return _on_a_calendar(found, context)


def _on_a_calendar(found: Found, context: Context) -> Value | None:
    """Read a time; one that no calendar holds is read as such, and has no value."""
    try:
        value = _READERS[found.reader](found, context)
    except OverflowError:
        return Value("DATE", "", "off every calendar")
    if value is not None and value.type in ("DATE", "TIME") and _OFF.search(value.value):
        return Value(value.type, "", "off every calendar")
    return value


def _row(found: Found, value: Value, context: Context) -> Timex:
    cut = context.words
    because = Reason(found.rule, value.evidence)
    if value.type in ("DURATION", "TIME"):
        because = because.then(_measured(found, context, length=value.type == "DURATION"))
    start, end = found.parts.get("x", (found.start, found.end))
    return Timex(cut[start].start, cut[end - 1].end, value.type, value.value, because)


def _remember(context: Context, value: Value, found: Found) -> None:
    start, end = found.start, found.end
    if value.type == "TIME" and value.evidence == "report's":
        return  # an hour without a day tells no day for the next
    if value.type in ("DATE", "TIME") and (place := Almanac.first_day(value.value)):
        opens_a_life = "y" in found.parts and context.is_beside(neighbours("opens-a-life"), start)
        if "m" in found.parts and "y" in found.parts and not opens_a_life:
            context.years[place[0].month] = place
        context.lately |= place[1] == "D" and context.today is not None and context.today - place[0] < OVER
        told_in = context.scene is not None and context.is_beside(neighbours("told-in"), start)
        if not told_in and not opens_a_life and not context.is_of_a_telling(start):
            context.scene, context.scene_end = place, end
            context.scene_is_late = bool(_LATE.search(value.value))
        context.focus, context.focus_end = place, end
        if place[1] == "Q":
            context.quarter = place


_RUNS = {"after": "after", "before": "before", "into": "after"}
_CLOCKS = {
    **dict.fromkeys(("before", "by", "till", "until"), "most"),
    **dict.fromkeys(("after", "from", "since"), "least"),
}


def _measured(found: Found, context: Context, *, length: bool) -> Reason:
    """Give the bound of a time, and of a length to which side of what follows it runs; empty where it has neither."""
    if not length:
        bounded = _CLOCKS.get(context.at(found.start - 1).form)
        return Reason("bound", bounded) if bounded is not None else NO_REASON
    phrase = context.said(found, "a")
    bound = Reason("bound", _bounds().get(phrase, "about")) if phrase else NO_REASON
    side = _RUNS.get(context.at(found.end).form)
    if side is not None:
        return bound.then(Reason("runs", side))
    hyphened = any(w.kind == "hyphen" for w in context.words[found.start : found.end])
    return bound.then(Reason("before a noun")) if hyphened and "n" in found.parts else bound


@cache
def _bounds() -> dict[str, str]:
    return {phrase: bound for phrase, bound, *_ in lexicon("number_bounds")}


def times(doc: Doc) -> Doc:
    """Read the times into `doc._.rashomon_times`, over `doc._.rashomon_published` or what the report came with.

    A dateline older than the report rules: what a reprint calls today was then. With a parse the verb that a time hangs
    from helps to tell past from future; without one the words alone do.
    """
    published = doc._.rashomon_published
    if published is None and doc._.rashomon_report is not None:
        published = _day(doc._.rashomon_report.published)
    text = doc.text  # made anew at each call
    wire = told_on(text, doc._.rashomon_regions or (), published) if isinstance(published, Publication) else None
    lean = parsed_leans(doc) if doc.has_annotation("DEP") else None
    lines = [(r.start, r.end) for r in doc._.rashomon_regions if r.kind == "date" and r.because.rule != "dateline"]
    parts = [(0, wire or published), *doc._.rashomon_parts]
    ends = [start for start, _ in parts[1:]]
    found: list[Timex] = []
    for (start, told), end in zip(parts, [*ends, len(text)], strict=True):
        found += _of_part(text[start:end], start, told or wire or published, lean, lines)
    found = list(_without_names(doc, found))
    doc._.rashomon_times = tuple(_without_anothers_day(doc, found) if lean is not None else found)
    return doc


_MONTH = "month"


def _without_names(doc: Doc, found: Sequence[Timex]) -> Iterator[Timex]:
    """Give the times; no month where somebody has the name of one: "the sculptor Jan Roth", then "Jan Roth"."""
    months: list[tuple[Timex, tuple[str, str]]] = []
    people: set[tuple[str, str]] = set()
    for time in found:
        span = doc.char_span(time.start, time.end) if time.because.rule == _MONTH else None
        if span is None or len(span) != 1 or span.end == len(doc):
            continue
        both = doc[span.start : span.end + 1]
        months.append((time, (both[0].text, both[1].text)))
        surname = both[1].pos_ == "PROPN" and both[1].ent_type_ not in ner.TIMES and both[1].dep_ not in rel.COMPOUND
        named = both[0].dep_ in rel.COMPOUND and both[0].head == both[1] and surname
        if named or (all(t.ent_type_ in ner.PERSON for t in both) and both[1].ent_iob_ == "I"):
            people.add(months[-1][1])
    names = {time.start for time, both in months if both in people}
    return (time for time in found if time.start not in names)


_HOURS = frozenset({"clock", "noon"})
_FOCUS = "focus"


def _without_anothers_day(doc: Doc, found: Sequence[Timex]) -> Iterator[Timex]:
    """Give the times; an hour takes no day of what only tells who is meant: "a man held on Friday fled at 5 p.m."."""
    for n, time in enumerate(found):
        taken = n > 0 and time.because.rule in _HOURS and time.because.words == _FOCUS
        if not taken or not _is_told_of_somebody(doc, found[n - 1], time):
            yield time
            continue
        value = f"XXXX-XX-XX{time.value[time.value.index('T') :]}"
        yield replace(time, value=value, because=replace(time.because, words=_OF_ANOTHER))


_OF_ANOTHER = "of-another"


def _is_told_of_somebody(doc: Doc, day: Timex, hour: Timex) -> bool:
    """Whether a day stands in a relative clause, or by a participle, in which the hour behind it does not stand."""
    at, other = (doc.char_span(t.start, t.end, alignment_mode="expand") for t in (day, hour))
    if at is None or other is None or at.sent != other.sent:
        return False
    return any(t.dep_ in rel.DESCRIBING and not t.is_ancestor(other.root) for t in at.root.ancestors)


def _of_part(
    text: str, start: int, told: Publication | date | None, lean: LeanReader | None, lines: Sequence[Span]
) -> Iterator[Timex]:
    """Read the times of a part that begins at `start`."""
    leaning = lean and (lambda first, last: lean(start + first, start + last))
    beside = [(first - start, last - start) for first, last in lines]
    for time in find_times(text, told, leaning, beside):
        yield replace(time, start=time.start + start, end=time.end + start)


def _day(published: str | None) -> date | None:
    """Give the day that a report came with; None where its container says less than a day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
