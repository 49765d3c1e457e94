"""The timeline of one entity: what it is said to do and undergo, each thing once, in the order of the days.

A row is dated by its sentence, else by the event of the chronicle that the same word tells; else what is said to have
happened stands at the day of its report, which is the latest that it can be. The same reports in any order give the
same timeline.

The entity is asked for by id, by a name of its own, else by the most similar spelling. A participant of an eventuality
is the entity of the smallest mention whose head it is.

Eventualities that tell one thing are one: same word, role and standing, somebody else in common, a day in common.

Where one names nobody else, both must be of one day that the text gives. What is undated and did not happen (denied,
planned, demanded, supposed) must be told within a week instead. What is speech is one only where its sentence is:
somebody says many things on one day. One sentence in several reports tells one thing, and so does a noun that returns
in one report with the same day ("the visit").

How a name may stand in a text where no reader took it for a name: whole, by its end, or by its model number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.comparing.days import days
from rashomon.comparing.similarity import SAME_NAME, similarity
from rashomon.comparing.term import stem
from rashomon.language import word_set
from rashomon.records import (
    NO_DAY,
    Entity,
    Eventuality,
    Member,
    Mention,
    Reading,
    Reason,
    Report,
    Span,
    Timeline,
    TimelineEntry,
)

_LEGAL = word_set("words_of_names", "legal_form")


def forms(name: str) -> tuple[str, ...]:
    """Give the name, its ends of two words or more, and its model number: "Harbour Crane H200" is also "H200"."""
    words = name.split()
    ends = (" ".join(words[n:]) for n in range(max(len(words) - 1, 1)))
    numbers = (w for w in words[1:] if len(w) > 2 and any(c.isdigit() for c in w))
    return tuple(dict.fromkeys(form for form in (*ends, *numbers) if form))


def plain(name: str) -> str:
    """Give the name by which forms are compared: case and legal form left out."""
    return " ".join(w for w in name.casefold().split() if w not in _LEGAL)


_SHORT = timedelta(days=7)
_DAY = timedelta(days=1)

PRINTED = frozenset({"published", "published-between"})
"""Bases of what has no day but that of its report."""


@dataclass(frozen=True, slots=True)
class Part:
    """The row, the entity's role in it, who else takes part (entity ids, else words), its day and its sentence.

    `told` is the last day on which its report can have told it, `words` the sentence in single spaces.
    """

    member: Member
    row: Eventuality
    role: Literal["agent", "patient"]
    others: frozenset[str]
    date: str | None
    basis: Reason
    told: str | None
    sentence: Span
    words: str


def joined(parts: Iterable[Part]) -> list[list[Part]]:
    """Group the parts that tell one thing; groups and members stand in the order of `parts`.

    Two parts are one where what one seeks the other offers, so that the cost does not grow with the size of a group.
    """
    groups: list[list[Part]] = []
    offered: dict[tuple[str, ...], int] = {}
    for part in parts:
        what = (part.role, stem(part.row.lemma), _standing(part))
        common = [(*what, *key) for key in _keys(part)]
        day = (*what, "on", part.date or "") if _has_day_of_its_own(part) else None
        bare = (*day, "bare") if day else None
        sought = [*common, *(key for key in (bare if part.others else day,) if key)]
        home = min((offered[key] for key in sought if key in offered), default=len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(part)
        for key in (*common, day, None if part.others else bare):
            if key:
                offered.setdefault(key, home)
    return groups


def _standing(part: Part) -> str:
    return "asserted" if part.row.modality == "attributed" else part.row.modality


def _keys(part: Part) -> Iterator[tuple[str, ...]]:
    """Give what another part may share: its sentence, its noun and day in one report, or somebody else at a time."""
    yield "sentence", part.words, *sorted(part.others)
    if part.row.tense == "NONE":
        yield "noun", part.member[0], part.date or ""
    if part.row.kind != "REPORTING":
        for moment in _moments(part):
            yield from (("with", moment, other) for other in sorted(part.others))


def _has_day_of_its_own(part: Part) -> bool:
    known = days(part.date)
    single = known is not None and known[0] == known[1]
    return single and part.row.kind != "REPORTING" and part.basis.rule not in PRINTED


def _moments(part: Part) -> Iterator[str]:
    """Give the days of a short period, the date itself of a long one; undated and not yet so, days near the telling."""
    known = days(part.date)
    if known is None:
        told = days(part.told) if _standing(part) != "asserted" else None
        if told is not None:
            yield from (f"told {day}" for day in _each(told[1], told[1] + _SHORT - _DAY))
    elif known[1] - known[0] <= _SHORT:
        yield from _each(*known)
    else:
        yield part.date or ""


def _each(first: date, last: date) -> Iterator[str]:
    return (str(first + n * _DAY) for n in range((last - first).days + 1))


_INNER = re.compile(r"\s(?:of|in|at|for|from|by|with|to|on|against|that|which|who)\s")
_DEEPEST = 8


class Takers:
    """Answers for one report. `entity_of` gives a mention's entity, `named` the ids of entities that have a name."""

    def __init__(self, text: str, reading: Reading, entity_of: Mapping[Member, str], named: Set[str]) -> None:
        self._text = text
        self._report = reading.report
        self._mentions: Sequence[Mention] = reading.mentions
        self._starts = [m.start for m in reading.mentions]
        self._entity_of = entity_of
        self._named = named

    def entity(self, head: Span) -> str | None:
        """Give the id of the entity whose phrase `head`, a head word, heads; None where no mention has that head."""
        mention = self._mention(head)
        return self._entity_of.get((self._report, mention.id)) if mention is not None else None

    def called(self, head: Span) -> str:
        """Give the entity's id where it has a name, else the word in lower case; "" for a pronoun of the nameless."""
        entity, mention = self.entity(head), self._mention(head)
        if entity in self._named:
            return entity or ""
        return "" if mention is not None and mention.form == "pronoun" else self._text[slice(*head)].casefold()

    def _mention(self, head: Span) -> Mention | None:
        best: Mention | None = None
        place = bisect_right(self._starts, head[0])
        for mention in self._mentions[max(0, place - _DEEPEST) : place]:
            smaller = best is None or mention.end - mention.start < best.end - best.start
            if smaller and mention.end >= head[1] and self._heads(mention, head):
                best = mention
        return best

    def _heads(self, mention: Mention, head: Span) -> bool:
        return mention.form != "nominal" or not _INNER.search(self._text, mention.start, head[0])


def resolve_name(name: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Give the entities with this id; else those that bear the name or an end of it; else the nearest spelling's.

    More than one entity may bear a name: all are given, so that whoever asks sees it and can ask by id.
    """
    known = tuple(entities)
    by_id = tuple(e for e in known if e.id == name)
    if by_id:
        return by_id
    wanted = {plain(form) for form in forms(name)} - {""}
    bearing = tuple(e for e in known if wanted & {plain(n) for n in (e.name, *e.names)})
    return bearing or _nearest(name, known)


def _nearest(name: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """A spelling has as many words as the name, and its numbers: "Vest 40" is neither "Vest" nor "Vest 50"."""
    count, numbers = _shape(name)
    scored = [
        (similarity(name, written, kind=e.kind), e)
        for e in entities
        for written in dict.fromkeys((e.name, *e.names))
        if e.names and _shape(written) == (count, numbers)
    ]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(dict.fromkeys(e for score, e in scored if score == best)) if best >= SAME_NAME else ()


def _shape(name: str) -> tuple[int, tuple[str, ...]]:
    words = plain(name).split()
    return len(words), tuple(w for w in words if any(c.isdigit() for c in w))


_HAPPENED = frozenset({"asserted", "attributed"})


def timeline(
    name: str, reports: Mapping[str, Report], readings: Mapping[str, Reading], entities: Iterable[Entity]
) -> Timeline:
    """Give the timeline of whoever or whatever is called `name`, from the reports that are in both mappings."""
    known = tuple(entities)
    found = resolve_name(name, known)
    entity_of = {member: e.id for e in known for member in e.mentions}
    wanted = frozenset(e.id for e in found)
    named = frozenset(e.id for e in known if e.names)
    spelt = "" if name in wanted else name
    parts: list[Part] = []
    for report in sorted(readings.keys() & reports.keys()):
        text, reading = reports[report].text, readings[report]
        parts += _parts(spelt, wanted, text, reading, Takers(text, reading, entity_of, named))
    entries = [_entry(group) for group in joined(parts)]
    return Timeline(name, found, tuple(sorted(entries, key=_place)))


def _parts(name: str, wanted: Set[str], text: str, reading: Reading, takers: Takers) -> Iterator[Part]:
    """Give the eventualities of one report in which the entity takes part."""
    written = _written(name, text)
    redated = {e.trigger[0]: e for e in reading.events if e.date is not None}

    def takes(head: Span) -> bool:
        return takers.entity(head) in wanted or _around(written, head) is not None

    for row in reading.eventualities:
        does = [takes(head) for head in row.agents]
        undergoes = [takes(head) for head in row.patients]
        if any(does) or any(undergoes):
            taking = zip((*row.agents, *row.patients), (*does, *undergoes), strict=True)
            others = frozenset(takers.called(head) for head, own in taking if not own) - {""}
            event = redated.get(row.start)
            date, basis = (event.date, event.date_basis) if event else _date(row, reading)
            word = (row.start, row.end)
            sentence = _around(reading.sentences, word) or word
            yield Part(
                (reading.report, row.id),
                row,
                "agent" if any(does) else "patient",
                others,
                date,
                basis,
                reading.published.latest or (reading.published.value or "")[:10] or None,
                sentence,
                " ".join(text[slice(*sentence)].split()),
            )


def _written(name: str, text: str) -> list[Span]:
    wanted = "|".join(re.escape(form) for form in forms(name))
    return [m.span() for m in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", text, re.IGNORECASE)] if wanted else []


def _date(row: Eventuality, reading: Reading) -> tuple[str | None, Reason]:
    earlier = row.tense == "PAST" and row.aspect.startswith("PERFECTIVE")  # "had left": before what the report tells
    if row.date is not None or row.modality not in _HAPPENED or earlier or row.date_basis.rule == "not-of":
        return row.date, row.date_basis
    published = reading.published
    if published.value is not None:
        return published.value[:10], Reason("published")
    if published.earliest is not None and published.latest is not None:
        return f"{published.earliest}/{published.latest}", Reason("published-between")
    return None, NO_DAY


def _around(spans: Sequence[Span], inner: Span) -> Span | None:
    """Give the span that holds `inner`, of spans in text order that do not overlap."""
    at = bisect_right(spans, inner[0], key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 and inner[1] <= spans[at][1] else None


def _entry(group: list[Part]) -> TimelineEntry:
    best = min(group, key=_worth)
    known = days(best.date)
    told = best.basis.rule in PRINTED
    latest = known[1].isoformat() if known else best.told if best.row.modality in _HAPPENED else None
    return TimelineEntry(
        date=best.date,
        date_basis=best.basis,
        earliest=None if known is None or told else known[0].isoformat(),
        latest=latest,
        role=best.role,
        word=best.row.lemma,
        modality=best.row.modality,
        evidence=(best.member[0], *best.sentence),
        members=tuple(p.member for p in group),
        because=best.row.because,
    )


def _worth(part: Part) -> tuple[bool, bool, int, str, Member]:
    """Own date before the report's, narrow before wide, of reports' days the first, then the order of the reports."""
    known = days(part.date)
    told = part.basis.rule in PRINTED
    width = (known[1] - known[0]).days if known else 0
    return part.date is None, told, width, (part.date or "") if told else "", part.member


def _place(entry: TimelineEntry) -> tuple[bool, str, str, str, int, str]:
    known = days(entry.date)
    first, last = (known[0].isoformat(), known[1].isoformat()) if known else ("", "")
    return known is None, first, last, entry.evidence[0], entry.evidence[1], entry.members[0][1]
