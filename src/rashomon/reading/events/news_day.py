"""An undated event takes the day of the same event told elsewhere in the report, else the day the report is news of.

The news day is the first day of its story that a report names for something that happened, at most a week before
publication: what has no day of its own lies between the two. What lies ahead, is denied or stands before the story
("had been killed") takes none. The basis always says which it was, so that a day of this kind is never mistaken for
one that the sentence gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from rashomon.reading.events.trigger import Trigger
from rashomon.records import Event, Publication

_HAPPENED = frozenset({"asserted", "attributed"})
# What somebody is accused or suspected of lies before the report.
_LOOKS_BACK = frozenset(
    {"accuse", "suspect", "charge", "blame", "indict", "convict", "remember", "recall", "commemorate"}
)
_WEEK = timedelta(days=7)
_LONG_BEFORE = timedelta(days=60)


def news_day(doc: Doc, rows: Sequence[tuple[Event, Trigger]]) -> list[Event]:
    """Give the events with the days that the rest of the report lends them, and whether they are history."""
    published = doc._.rashomon_published
    chain_of = {m.id: m.chain for m in doc._.rashomon_mentions}
    dated = _told_elsewhere(rows, chain_of)
    day, why = _news(rows, published)
    events: list[Event] = []
    for event, trigger in rows:
        if event.date is None and event.modality in _HAPPENED:
            twin = next((dated[k] for k in _keys(event, chain_of) if k in dated), None)
            if twin is not None:
                event = replace(event, date=twin.date, date_basis=f"same-event:{twin.id}")
            elif day is not None and not _earlier(trigger) and not _commemorated(trigger.token):
                event = replace(event, date=day, date_basis=why)
        events.append(replace(event, historical=_long_before(event, published) or _commemorated(trigger.token)))
    return events


def _told_elsewhere(rows: Sequence[tuple[Event, Trigger]], chain_of: Mapping[str, str]) -> dict[tuple[str, str], Event]:
    """Give the first dated telling of each kind of act on each thing."""
    dated: dict[tuple[str, str], Event] = {}
    for event, _ in rows:
        if event.date is not None and event.modality in _HAPPENED and event.type in ("ASSAULT", "COERCE", "SANCTION"):
            for key in _keys(event, chain_of):
                dated.setdefault(key, event)
    return dated


def _keys(event: Event, chain_of: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(event.type, chain_of[r]) for r in event.recipients if r in chain_of]


def _news(rows: Sequence[tuple[Event, Trigger]], published: Publication | None) -> tuple[str | None, str]:
    latest = _day(published.latest or published.value) if published is not None else None
    earliest = _day(published.earliest or published.value) if published is not None else None
    for event, _ in rows:
        day = _day(event.date)
        if day is None or event.date is None or event.modality not in _HAPPENED or latest is None or earliest is None:
            continue
        if earliest - _WEEK <= day <= latest:
            last = published.value[:10] if published is not None and published.value else None
            until = f"/{last}" if last is not None and last > event.date[:10] else ""
            return f"{event.date[:10]}{until}", f"news-day:{event.id}"
    if published is not None and published.value is not None:
        return published.value[:10], "published"
    if earliest is not None and latest is not None:
        return f"{earliest}/{latest}", "published-between"
    return None, "none"


def _earlier(trigger: Trigger) -> bool:
    """Read "Had been killed": before what the report is news of."""
    if any(c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for c in trigger.clause.children):
        return True
    climb = trigger.clause
    for _ in range(5):
        if climb.head.lemma_.lower() in _LOOKS_BACK:
            return True
        climb = climb.head
    return False


def _commemorated(token: Token) -> bool:
    return token.head.dep_ == "prep" and token.head.head.lemma_.lower() == "anniversary"


def _long_before(event: Event, published: Publication | None) -> bool:
    if published is None or event.date is None or event.date_basis.startswith(("published", "news-day")):
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
