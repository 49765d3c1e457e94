"""An undated event takes its known day, that of its other telling in the report, else the day the report is news of.

The news day is the first day of its story that a report names for something that happened, at most a week before
publication: what has no day of its own lies between the two. Where that day is the day of a telling ("announced on
Monday"), the news lies between its eve and it, and what the report says was said then is of that day. What lies
ahead, is denied or stands before the story ("had been killed") takes none. The basis always says which it was, so
that a day of this kind is never mistaken for one that the sentence gives.

An undated act takes the day of its other telling in the report, or of the meeting that it belongs to.

The same act is one of the same kind on the same thing, or by and to the same two. What one side says to another in
the past tense was said where the report dates their meeting. What has a time of its own takes no other's, and what
went on over a time lends none.

The day of what is told by a lapse from something else: "three days after the militia shelled the port".

Of a clause and what stands under its "after" or "before", the one without a day of its own is so many days from the
other; hours may run into the next day, minutes are of the same one. Weeks and longer are told too loosely for a day.

The killing of somebody whose killing is known has its known day, however the report comes to speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.events.sense import Trigger
from rashomon.reading.events.time_expressions import ends
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.reading.published import told_at
from rashomon.records import NO_DAY, Chain, Event, Publication, Reason

_KILLINGS = word_set("words_of_events", "killing")
_TELL_OF_ONE = word_set("words_of_events", "killing_of_one")
_WORDS = re.compile(r"[^\W_]+")


def known_day(trigger: Trigger, recipients: Iterable[str]) -> tuple[str, Reason] | None:
    """Give the ISO day and its basis (`known-event:`), or None. `recipients` are the names as written."""
    if not _KILLINGS & {trigger.token.lemma_.lower(), trigger.token.lower_}:
        return None
    for name in recipients:
        words = {w.casefold() for w in _WORDS.findall(name)}
        for victim, day in _victims():
            if victim <= words:
                return day, Reason("known-event", " ".join(sorted(victim)))
    return None


@cache
def _victims() -> tuple[tuple[frozenset[str], str], ...]:
    """Give the names of those killed and the day, longer names first; who was killed on two days is nobody's."""
    days: dict[frozenset[str], set[str]] = {}
    for day, words in lexicon("dated_events"):
        parts = frozenset(words.split())
        if parts & _TELL_OF_ONE and parts - _TELL_OF_ONE:
            days.setdefault(parts - _TELL_OF_ONE, set()).add(day)
    kept = [(victim, min(found)) for victim, found in days.items() if len(found) == 1]
    return tuple(sorted(kept, key=lambda row: (-len(row[0]), sorted(row[0]))))


Dated = tuple[str | None, Reason]
_NUMBERS = {
    "a": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_STEPS = {"after": -1, "before": 1}
_WITHIN = {"hour": 1, "hours": 1, "minute": 0, "minutes": 0, "moments": 0}  # the days into which they may run


class _Lapse(NamedTuple):
    least: int
    most: int
    words: str
    step: int


def lapse(head: Token, day: Callable[[Token], Dated]) -> tuple[str, Reason] | None:
    """Give the day of the clause at `head` by its lapse from a clause that `day` gives one; None where none is told."""
    found = _before(_mark(head)) if head.dep_ in rel.ADVERBIAL_CLAUSE else None
    if found is not None and head.head != head:
        return _moved(day(head.head), found, found.step)
    for child in _hanging(head):
        below = _under(child)
        if below is not None:
            return _moved(day(below[0]), below[1], -below[1].step)
    return None


def _hanging(head: Token) -> Iterator[Token]:
    """Give what hangs on a clause, and on the lapses in it: "after" may stand under the "days" that it counts."""
    for child in head.children:
        yield child
        if child.dep_ in rel.NOUN_ADVERBIAL:
            yield from (c for c in dependents(child, rel.PREPOSITION))


def eve(head: Token, own: Dated, day: Callable[[Token], Dated]) -> tuple[str, Reason] | None:
    """Give the day of a clause "on the eve of" what `day` gives one; None where no eve is told.

    `own` is the day that stands in the clause: "on the eve of the vote on Sunday" tells that of the vote.
    """
    for child in head.children:
        if child.dep_ in rel.PREPOSITION:
            of = (c for n in child.children if n.lower_ == "eve" for c in n.children if c.lower_ == "of")
            told = next((p for o in of for p in dependents(o, rel.GOVERNED)), None)
            if told is not None:
                dated = day(told)
                return _moved(dated if dated[0] else own, _Lapse(1, 1, "eve of", 1), -1)
    return None


def _under(child: Token) -> tuple[Token, _Lapse] | None:
    """Give what stands under "after" or "before" in or at `child`, and the lapse told before the word."""
    if child.dep_ in rel.ADVERBIAL_CLAUSE:
        found, inner = _before(_mark(child)), child
    elif child.dep_ in rel.PREPOSITION and child.lower_ in _STEPS:
        told = dependent(child, rel.GOVERNED_ANY)
        if told is None:
            return None
        found, inner = _before(child), told
    else:
        return None
    return None if found is None else (inner, found)


def _mark(clause: Token) -> Token | None:
    return dependent(clause, rel.SUBORDINATOR, _STEPS)


def _before(mark: Token | None) -> _Lapse | None:
    """Read "three days after", "hours before": the lapse that ends in `mark`."""
    if mark is None or mark.i < 1:
        return None
    unit, step = mark.nbor(-1).lower_, _STEPS[mark.lower_]
    if unit in _WITHIN:
        return _Lapse(0, _WITHIN[unit], f"{unit} {mark.lower_}", step)
    if unit not in ("day", "days") or mark.i < 2:
        return None
    number = mark.nbor(-2)
    count = int(number.text) if number.text.isdigit() and len(number.text) < 3 else _NUMBERS.get(number.lower_)
    return None if count is None else _Lapse(count, count, f"{count} days {mark.lower_}", step)


def _moved(dated: Dated, told: _Lapse, step: int) -> tuple[str, Reason] | None:
    value, basis = dated
    span = ends(value) if value is not None else None
    if span is None or span[0] != span[1] or basis.rule not in ("clause", "same-death"):
        return None
    first, last = sorted((span[0] + timedelta(days=step * told.least), span[0] + timedelta(days=step * told.most)))
    when = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return when, Reason("lapse", told.words).then(basis, " ")


_ON_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE", "REJECT", "SUPPORT", "CONCEDE"})
_OWN = frozenset({"clause", "sentence"})
_ITS_OWN_TIME = "unplaced"
_GOES_ON = "since"


def retold(doc: Doc, rows: Sequence[tuple[Event, Trigger]]) -> dict[str, tuple[str, Reason]]:
    """Give the day and its basis (`same-event:ID`, `same-meeting:ID`) of each undated event, by event id."""
    who = _who(doc)
    things: dict[tuple[str, str], Event] = {}
    pairs: dict[tuple[str, str, str], Event] = {}
    for event, _ in rows:
        if event.date is None or event.date_basis.rule == _GOES_ON or event.modality not in _HAPPENED:
            continue
        if event.type in _ON_THINGS:
            for key in _objects(event, who):
                things.setdefault(key, event)
        if event.date_basis.rule in _OWN:
            for pair in _pairs(event, who):
                pairs.setdefault((event.type, *pair), event)
    lent: dict[str, tuple[str, Reason]] = {}
    for event, trigger in rows:
        if event.date is not None or event.date_basis.rule == _ITS_OWN_TIME or event.modality not in _HAPPENED:
            continue
        twin = next((things[k] for k in _objects(event, who) if k in things), None)
        past = trigger.clause.tag_ in tags.PAST_OR_PARTICIPLE
        if twin is None and past:
            twin = next((pairs[k] for p in _pairs(event, who) if (k := (event.type, *p)) in pairs), None)
        if twin is not None and twin.date is not None:
            lent[event.id] = (twin.date, Reason("same-event", twin.id))
        elif event.type in _SAID and past:
            meeting = next((pairs[k] for p in _pairs(event, who) if (k := ("CONSULT", *p)) in pairs), None)
            if meeting is not None and meeting.date is not None:
                lent[event.id] = (meeting.date, Reason("same-meeting", meeting.id))
    return lent


def _who(doc: Doc) -> dict[str, str]:
    """Give what each mention stands for: a country and its government are one side."""
    chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
    return {m.id: _side(chains[m.chain]) if m.chain in chains else m.chain for m in doc._.rashomon_mentions}


def _side(chain: Chain) -> str:
    state = next((r.removeprefix("government of ") for r in chain.roles if r.startswith("government of ")), None)
    if state is not None:
        return f"state:{state}"
    return f"state:{chain.name}" if chain.kind == "place" else chain.id


def _objects(event: Event, who: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(event.type, who[r]) for r in event.recipients if r in who]


def _pairs(event: Event, who: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(who[a], who[r]) for a in event.actors if a in who for r in event.recipients if r in who]


_HAPPENED = frozenset({"asserted", "attributed"})
# What somebody is accused or suspected of lies before the report.
_LOOKS_BACK = word_set("words_of_events", "looks_back")
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
            elif day is not None and not _earlier(trigger) and not commemorated(trigger.token):
                event = replace(event, date=day, date_basis=why)
        events.append(replace(event, historical=_long_before(event, published) or commemorated(trigger.token)))
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
    plain = trigger.token.tag_ in tags.PAST and not has_dependent(trigger.token, rel.ANY_HELPER)
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
        if (child.dep_ in rel.ANY_HELPER and child.lower_ == "had") or child.lower_ == "long":
            return True
    climb = trigger.clause
    for _ in range(5):
        if climb.head.i == climb.i:  # an accusation itself is news, one that is told in the present is standing
            return climb.tag_ in tags.PRESENT_FORM and climb.lemma_.lower() in _LOOKS_BACK
        climb = climb.head
        if climb.lemma_.lower() in _LOOKS_BACK:
            return True
    return False


def commemorated(token: Token) -> bool:
    """Whether what a word tells is named only for its anniversary."""
    return token.head.dep_ in rel.PREPOSITION and token.head.head.lemma_.lower() == "anniversary"


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
