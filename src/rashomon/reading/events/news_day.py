"""An undated event takes its known day, that of its other telling in the report, else the day the report is news of.

The news day is the first day of its story that a report names for something that happened, at most a week before
publication: what has no day of its own lies between the two. Where that day is the day of a telling ("announced on
Monday"), the news lies between its eve and it, and what the report says was said then is of that day. What lies
ahead, is denied or stands before the story ("had been killed") takes none. The basis always says which it was, so
that a day of this kind is never mistaken for one that the sentence gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from rashomon.reading.dated_parts import told_at
from rashomon.reading.events.known_day import known_day
from rashomon.reading.events.retold import retold
from rashomon.reading.events.trigger import Trigger
from rashomon.records import NO_DAY, Event, Publication, Reason

_HAPPENED = frozenset({"asserted", "attributed"})
# What somebody is accused or suspected of lies before the report.
_LOOKS_BACK = frozenset(
    {"accuse", "suspect", "charge", "blame", "indict", "convict", "remember", "recall", "commemorate"}
)
_PRESENT = frozenset({"VB", "VBP", "VBZ"})
_SPEECH_ACTS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_OF_THE_NEWS = frozenset({"news-day", "published", "published-between"})
_WEEK = timedelta(days=7)
_LONG_BEFORE = timedelta(days=60)


def news_day(doc: Doc, rows: Sequence[tuple[Event, Trigger]]) -> list[Event]:
    """Give the events with the days that the rest of the report lends them, and whether they are history."""
    text = doc.text  # made anew at each call
    written = {m.id: text[m.start : m.end] for m in doc._.rashomon_mentions if m.form == "name"}
    of = {event.id: told_at(doc, event.trigger[0]) for event, _ in rows}
    rows = [(_known(event, trigger, written, of[event.id]), trigger) for event, trigger in rows]
    lent = retold(doc, rows)
    news = {day: _news([row for row in rows if of[row[0].id] == day], day) for day in set(of.values())}
    events: list[Event] = []
    for event, trigger in rows:
        published = of[event.id]
        day, why, told = news[published]
        if event.id in lent:
            event = replace(event, date=lent[event.id][0], date_basis=lent[event.id][1])
        elif event.date is None and event.modality in _HAPPENED:
            if told is not None and _spoken(event, trigger):
                event = replace(event, date=told, date_basis=why)
            elif day is not None and not _earlier(trigger) and not _commemorated(trigger.token):
                event = replace(event, date=day, date_basis=why)
        events.append(replace(event, historical=_long_before(event, published) or _commemorated(trigger.token)))
    return events


def _known(event: Event, trigger: Trigger, written: Mapping[str, str], published: Publication | None) -> Event:
    if event.modality not in _HAPPENED:
        return event
    known = known_day(trigger, [written[r] for r in event.recipients if r in written])
    latest = (published.latest or published.value) if published is not None else None
    if known is not None and latest is not None and latest[:10] < known[0]:
        return event  # another of that name
    if known is not None and event.date is not None and not _narrows(known[0], event.date):
        return event
    return event if known is None else replace(event, date=known[0], date_basis=known[1])


def _narrows(day: str, value: str) -> bool:
    """Tell whether an ISO value is longer than a day and holds `day`."""
    low, _, high = value.partition("/")
    high = high or low
    return low <= day[: len(low)] and day[: len(high)] <= high and (len(low) < 10 or low != high)


def _spoken(event: Event, trigger: Trigger) -> bool:
    """Tell whether the report itself tells, in the simple past, that somebody accused, warned, refused or asked."""
    plain = trigger.token.tag_ == "VBD" and not any(c.dep_ in ("aux", "auxpass") for c in trigger.token.children)
    return plain and event.type in _SPEECH_ACTS and event.attribution is None


def _news(
    rows: Sequence[tuple[Event, Trigger]], published: Publication | None
) -> tuple[str | None, Reason, str | None]:
    """Give the stretch that undated events take, its basis, and the day on which the report's news was told, if any."""
    latest = _day(published.latest or published.value) if published is not None else None
    earliest = _day(published.earliest or published.value) if published is not None else None
    for event, _ in rows:
        day = _day(event.date)
        if day is None or event.date is None or event.modality not in _HAPPENED or latest is None or earliest is None:
            continue
        if earliest - _WEEK <= day <= latest:
            if event.date_basis.rule == "told":
                return event.date, Reason("news-day", event.id), event.date[-10:]
            last = published.value[:10] if published is not None and published.value else None
            first, _, end = event.date.partition("/")  # a day in doubt stays in doubt
            end = max(end, last or "")
            return (f"{first}/{end}" if end > first else first), Reason("news-day", event.id), None
    if published is not None and published.value is not None:
        return published.value[:10], Reason("published"), None
    if earliest is not None and latest is not None:
        return f"{earliest}/{latest}", Reason("published-between"), None
    return None, NO_DAY, None


def _earlier(trigger: Trigger) -> bool:
    """Read "Had been killed", "have long accused": before what the report is news of."""
    for child in trigger.clause.children:
        if (child.dep_ in ("aux", "auxpass") and child.lower_ == "had") or child.lower_ == "long":
            return True
    climb = trigger.clause
    for _ in range(5):
        if climb.head.i == climb.i:  # an accusation itself is news, one that is told in the present is standing
            return climb.tag_ in _PRESENT and climb.lemma_.lower() in _LOOKS_BACK
        climb = climb.head
        if climb.lemma_.lower() in _LOOKS_BACK:
            return True
    return False


def _commemorated(token: Token) -> bool:
    return token.head.dep_ == "prep" and token.head.head.lemma_.lower() == "anniversary"


def _long_before(event: Event, published: Publication | None) -> bool:
    if published is None or event.date is None or event.date_basis.rule in _OF_THE_NEWS:
        return False
    last, first = _end(event.date), _day(published.earliest or published.value)
    return last is not None and first is not None and last < first - _LONG_BEFORE


def _end(value: str) -> date | None:
    """Give the last day that an ISO day, month, year or interval can mean."""
    last = value.rpartition("/")[2]
    if len(last) == 4:
        return _day(f"{last}-12-31")
    if len(last) == 7:
        following = _day(f"{last}-28")
        return None if following is None else (following + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return _day(last)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
