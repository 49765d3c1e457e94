"""What may stand in brackets: who a pronoun or a bare role is, and which day "Friday" was, where that is borne out.

A name is borne out where the same sentence, or the sentence of another telling of the same claim, writes it. A wrong
name is worse than none: without that there is no name.

Brackets look back over the sentences of a report: what is said in one, what opens it, what goes before. A heading ends
what went before; what is quoted is not what the report tells.

Whether somebody is a man or a woman is known as far as a report tells: by title, noun or pronoun, else by given name.
Who is known to be a woman is no "he": what speaks of both leaves no doubt who is meant.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from rashomon.language import lexicon, word_set
from rashomon.records import Attribution, Clause, Entity, Member, Mention, Reading, Report, Span, Timex

_LONGEST = 5
_WEEK = 7
_DECADE, _YEAR = 3, 4  # digits
_SATURDAY = 6
_BOUNDED = "bounded-report-day"
_IN_GOVERNMENT = ("Government of the ", "Government of ", "People of the ", "People of ")


class Names:
    """Looks up entities and days by the characters of reports."""

    def __init__(self, readings: Mapping[str, Reading], entities: Sequence[Entity]) -> None:
        """`entities` are those of the case."""
        entity_of = {member: e for e in entities for member in e.mentions}
        self._kind = {e.id: e.kind for e in entities}
        self._mention: dict[Member, tuple[str, Entity | None]] = {}
        self._at: dict[tuple[str, Span], str] = {}
        self._ends: dict[tuple[str, int], list[Mention]] = {}
        self._written: dict[str, list[tuple[int, str]]] = {}
        self._days: dict[tuple[str, Span], str] = {}
        self._about: dict[tuple[str, Span], str] = {}
        for report, reading in readings.items():
            written = []
            for m in reading.mentions:
                entity = entity_of.get((report, m.id))
                self._mention[report, m.id] = (m.form, entity)
                self._at.setdefault((report, (m.start, m.end)), m.id)
                if m.form == "nominal":
                    self._ends.setdefault((report, m.end), []).append(m)
                if m.form == "name" and entity is not None:
                    written.append((m.start, entity.id))
            self._written[report] = sorted(written)
            for t in reading.times:
                rule = t.because.rule
                overnight = _night(t.value) if rule == "overnight" else None
                about = weeks_before(t.value, reading.published.value) if rule == "ago" else None
                self._days[report, (t.start, t.end)] = "" if _is_any_of_many(t) else overnight or t.value
                if about is not None:
                    self._about[report, (t.start, t.end)] = about

    def entity_at(self, report: str, span: Span) -> Entity | None:
        """Give the entity with a name that a pronoun or role stands for, or None."""
        mention = self._at.get((report, span)) or self._ending(report, span)
        if mention is None:
            return None
        entity = self._mention[report, mention][1]
        return entity if entity is not None and shown_name(entity) else None

    def entity_of(self, report: str, mention: str) -> Entity | None:
        """Give the entity of a mention by its id, or None."""
        return self._mention[report, mention][1]

    def kind_of(self, entity: str) -> str:
        """Give the kind of an entity by its id."""
        return self._kind[entity]

    def _ending(self, report: str, span: Span) -> str | None:
        """The nominal mention whose last word the span is."""
        return next((m.id for m in self._ends.get((report, span[1]), ()) if m.start < span[0]), None)

    def written_in(self, report: str, start: int, end: int) -> frozenset[str]:
        """Give the ids of the entities that are named in a stretch of a report."""
        return frozenset(e for _, e in self.names_in(report, start, end))

    def names_in(self, report: str, start: int, end: int) -> list[tuple[int, str]]:
        """Give where each name in a stretch of a report stands, and the id of its entity, in order."""
        written = self._written[report]
        return written[bisect_left(written, (start,)) : bisect_left(written, (end,))]

    def day_at(self, report: str, span: Span, year: str) -> str | None:
        """Give the day, month or week of a time expression in words; the year where it is not `year`.

        "" where all that is known of it is that it may be any of many.
        """
        about = in_words(self._about.get((report, span), ""), year)
        if about is not None:
            return f"about {about}"
        value = self._days.get((report, span))
        return in_words(value, year) if value else value


def _is_any_of_many(t: Timex) -> bool:
    """Whether a day goes by when its report may have been published, and that may be weeks: nobody is told by it."""
    first, _, last = t.value.partition("/")
    if not last or _BOUNDED not in t.because.words.split(","):
        return False
    try:
        return date.fromisoformat(last) - date.fromisoformat(first) > timedelta(_WEEK)
    except ValueError:
        return True


def shown_name(entity: Entity) -> str:
    """Give the name of an entity as a line shows it; empty where it has none fit to be shown."""
    if not entity.names:
        return ""
    name = entity.name
    for opening in _IN_GOVERNMENT:
        name = name.removeprefix(opening)
    name = name.removeprefix("the ").removeprefix("The ")
    fit = name[:1].isupper() and len(name.split()) <= _LONGEST and "\n" not in name
    return name if fit else ""


def _night(value: str) -> str | None:
    """Give both days of a night that is told as that of the second: "overnight", in a report of the day after it."""
    try:
        last = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return f"{(last - timedelta(1)).isoformat()}/{last.isoformat()}"


def weeks_before(value: str, told: str | None) -> str | None:
    """Give the day that "two weeks ago" means about, by its week and the day on which it is told; None without one."""
    year, _, week = value.partition("-W")
    try:
        day = date.fromisoformat((told or "")[:10]).isoweekday()
        return date.fromisocalendar(int(year), int(week), day).isoformat()
    except ValueError:
        return None


def _week(value: str) -> tuple[date, date] | None:
    """Give the first and the last day of an ISO week or weekend; None where the value is none."""
    year, _, week = value.partition("-W")
    try:
        first = date.fromisocalendar(int(year), int(week[:2]), _SATURDAY if value.endswith("WE") else 1)
    except ValueError:
        return None
    return first, first + timedelta(_WEEK - first.isoweekday())


def _from_to(first: date, last: date, year: str) -> str:
    opening, named = f"{first.day}", calendar.month_name[last.month]
    if (first.year, first.month) != (last.year, last.month):
        opening += f" {calendar.month_name[first.month]}"
    if first.year != last.year and str(first.year) != year:
        opening += f" {first.year}"
    return f"{opening} to {last.day} {named}" + ("" if str(last.year) == year else f" {last.year}")


def in_words(value: str, year: str) -> str | None:
    """Give an ISO day, month, week, year, decade or interval in words, or None where it is none: "16 October"."""
    if "/" in value and (weeks := [_week(part) for part in value.split("/", 1)]) and weeks[0] and weeks[1]:
        return _from_to(weeks[0][0], weeks[1][1], year)
    if "/" in value:
        opens, ends = (in_words(part, year) for part in value.split("/", 1))
        if not opens or not ends:
            return opens
        number, _, named = opens.partition(" ")
        return f"{number} to {ends}" if ends.partition(" ")[2] == named else f"{opens} to {ends}"
    if len(value) == _DECADE and value.isdigit():
        return f"the {value}0s"
    day = value[:10]
    parts = day.split("-")
    suffix = "" if parts[0] == year else f" {parts[0]}"
    if len(parts) == 1:
        return day if day.isdigit() and len(day) == _YEAR else None
    if (week := _week(value)) is not None:
        return _from_to(*week, year)
    if not all(p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= 12:
        return None
    month = calendar.month_name[int(parts[1])]
    return f"{int(parts[2])} {month}{suffix}" if len(parts) > 2 else f"{month} {parts[0]}"


GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Of whom each pronoun of one person can stand."""


class Genders:
    """Answers for the chains of the reports of a case."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> None:
        """`readings` are those of `reports`."""
        self._reports = reports
        self._chains: dict[tuple[str, str], list[Mention]] = {}
        for report, reading in readings.items():
            for m in reading.mentions:
                self._chains.setdefault((report, m.chain), []).append(m)
        self._known: dict[tuple[str, str], str] = {}

    def of(self, report: str, chain: str) -> str:
        """Give "m" or "f" for a chain of a report; "" where neither is told, or both are."""
        key = (report, chain)
        if key not in self._known:
            text = self._reports[report].text
            mentions = self._chains.get(key, [])
            told = {_of_words(text, m) for m in mentions if m.form != "pronoun"} - {""}
            told |= {GENDER.get(text[m.start : m.end].lower(), "") for m in mentions if m.form == "pronoun"} - {""}
            if not told:
                told = {_of_given_name(text, m) for m in mentions if m.form == "name"} - {""}
            self._known[key] = told.pop() if len(told) == 1 else ""
        return self._known[key]

    def may_be(self, report: str, chain: str, pronoun: str) -> bool:
        """Whether a pronoun of one person can stand for a chain, as far as is known."""
        return self.of(report, chain) in ("", GENDER.get(pronoun.lower(), ""))


def _of_words(text: str, m: Mention) -> str:
    """The gender that the title of a name tells ("Ms Berg"), or a noun ("his sister")."""
    words = text[m.start : m.end].split()
    if m.form == "nominal":
        return next((_nouns()[w] for w in (w.lower().strip(",.") for w in words) if w in _nouns()), "")
    title = text[max(0, m.start - _TITLE) : m.start].split()[-1:]
    for word in (*title, *words[:1]):
        if gender := _titles().get(word.rstrip(".").lower()):
            return gender
    return ""


def _of_given_name(text: str, m: Mention) -> str:
    words = text[m.start : m.end].split()
    return given_names().get(words[0], "") if len(words) > 1 else ""


_TITLE = 12
"""Characters before a name in which its title stands."""


@cache
def _titles() -> dict[str, str]:
    return {row[0].rstrip(".").lower(): row[1] for row in lexicon("titles") if len(row) > 1}


@cache
def given_names() -> dict[str, str]:
    """Give the given names that are mostly of one gender, and of which."""
    return {row[0]: row[1] for row in lexicon("given_names") if len(row) > 1}


@cache
def _nouns() -> dict[str, str]:
    return {row[0]: row[2] for row in lexicon("nominal_heads") if len(row) > 2}


_QUOTES = {'"': '"', "“": "”"}


def _own_words(reading: Reading) -> tuple[list[int], list[int]]:
    """Give where what is said in somebody's own words begins, and, of all up to there, where the last of it ends."""
    spans = sorted(span for a in reading.attributions if a.quote == "direct" for span in a.content)
    return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))


class Sentences:
    """Answers for the reports of a case."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> None:
        """`readings` are those of `reports`."""
        self._reports, self._readings = reports, readings
        self._said = {r: {a.id: a for a in reading.attributions} for r, reading in readings.items()}
        self._own_words = {r: _own_words(reading) for r, reading in readings.items()}
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
        starts, ends = self._own_words[report]
        begun = bisect_right(starts, at)
        if begun and at < ends[begun - 1]:
            return True
        text = self._reports[report].text
        before = text[text.rfind("\n", 0, at) + 1 : at]
        return before.count('"') % 2 == 1 or any(
            before.count(o) > before.count(c) for o, c in _QUOTES.items() if o != c
        )

    def is_we_of_who_tells(self, report: str, clause: Clause) -> bool:
        """Whether "we" in what somebody is told to have said is whoever tells it: "he says that we fired first"."""
        if clause.wording is None or clause.link != "complement" or clause.attribution is None:
            return False
        ours = [h.start for h in clause.wording.hangs if h.kind == "first person"]
        if not ours or any(self.is_quoted(report, at) for at in ours):
            return False
        above = next((c for c in self.clauses(report, clause.sentence) if c.id == clause.within), None)
        return above is not None and above.head[0] <= clause.start

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
