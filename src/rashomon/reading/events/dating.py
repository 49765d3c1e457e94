"""When an event was: the time expression of its clause, else of a clause that shares its time; else nothing.

A time dates what it hangs from (`attachment`). It reaches the event from another clause only where the two are of
one time: joined predicates, participles, "as" and "while". A relative clause, "after", "before" and a noun in a
modifier are of a time of their own.

What moved somebody to act is told before it: "troops came on Friday, which led the mayor to close the town".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from rashomon.language import word_set
from rashomon.reading.events.news_day import commemorated, eve, lapse
from rashomon.reading.events.one_time import BLAMED, TOLD, is_past_perfect, tense_of, time_above, time_below, verb_above
from rashomon.reading.events.sense import Trigger
from rashomon.reading.events.time_expressions import (
    dated_by,
    ends,
    ends_a_name,
    is_a_bound,
    is_of_a_noun,
    is_of_the_deed_before,
    of_its_verb,
    other_end,
    since_before,
    speech,
    stretch,
    whole,
)
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.reading.published import told_at
from rashomon.reading.times.plans import awaits, planned, was_of_its_day, what_came_of
from rashomon.records import NO_DAY, Publication, Reason, Timex

_PROMPTS = word_set("words_of_events", "prompts")


def prompting(verb: Token) -> Token | None:
    """Give the verb of the clause that "which prompted somebody to" takes up, or None where `verb` is not so moved."""
    mover = verb.head
    if verb.dep_ not in rel.COMPLEMENT or mover.lemma_.lower() not in _PROMPTS or mover.dep_ not in rel.RELATIVE:
        return None
    which = dependent(mover, rel.ACTIVE_SUBJECT, ("which",))
    if which is None:
        return None
    before = which.doc[which.sent.start : which.i]
    return next((t for t in reversed(before) if t.pos_ == "VERB"), None)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEKDAY = re.compile(r"X-W(?:XX|\d\d)-\d|^XXXX-(?:XX|\d\d)")
_CLAUSES = frozenset({"VERB", "AUX"})
_LEAD = 2  # sentences in which what is told is the news
_BORN = word_set("words_of_events", "born")
_NIGHT = timedelta(days=1)
_HAVE = frozenset({"has", "have", "'ve", "’ve"})


def dating(
    doc: Doc, trigger: Trigger, happened: bool = True, exact: bool = False, apart: Collection[int] = ()
) -> tuple[str | None, Reason]:
    """Give the ISO day, month, year or interval of an event, or None, and the basis.

    `clause:` and `sentence:` are times of its own clause and of one that shares its time; `lapse:` is so many days from
    another clause. A day that belongs to the telling ("announced Monday the visit", "said on Monday that") is not the
    act's: what has `happened` was by then, as news on that day or the one before (`told:`); what has not takes no day
    from it. What goes on "since" a day goes on until the report at least. What is told as past has no day after the
    report's. A time that names no stretch of the calendar, "Sunday" where the report's day is not known, gives no day,
    and the basis `unplaced:`. `exact` cuts a period to the part that its words name and to the report's day, and leaves
    a noun under a verb without the verb's time unless the two are of one. `apart` are the starts of times that count
    from a day of their own: they give none.
    """

    def day(head: Token) -> tuple[str | None, Reason]:
        return _written(doc, Trigger(head, trigger.sense), True, exact, apart)

    value, basis = _written(doc, trigger, happened, exact, apart)
    if value is not None:
        return eve(trigger.clause, (value, basis), day) or (value, basis)
    return lapse(trigger.clause, day) or (value, basis)


def _written(
    doc: Doc, trigger: Trigger, happened: bool, exact: bool, apart: Collection[int]
) -> tuple[str | None, Reason]:
    """Give what the time expressions of the sentence say."""
    sentence = trigger.token.sent
    published = told_at(doc, sentence.start_char)
    remembered = commemorated(trigger.token)
    best: tuple[int, int, Span, str] | None = None
    unplaced = NO_DAY
    times = list(_times(doc, sentence.start_char, sentence.end_char))
    for place, timex in enumerate(times):
        token = doc.char_span(timex.start, timex.end, alignment_mode="expand")
        if token is None:
            continue
        value, near = _valued(times, place, token, trigger, happened, exact)
        if near is not None and _is_of_a_birth(token, trigger):
            continue
        if timex.start in apart:
            unplaced = Reason("unplaced", token.text) if near == 0 else unplaced
            continue
        if value is None:
            if _WEEKDAY.search(timex.value) and near == 0:
                unplaced = Reason("unplaced", token.text)
            continue
        if near is None or (remembered and not _well_before(value, published)):
            if unplaced == NO_DAY and _speaks_against(dated_by(token.root)[-1], trigger):
                unplaced = Reason("not-of").then(Reason("sentence", " ".join(token.text.split())), "-")
            continue  # the day an event is remembered is not the day it was
        rank = (near, abs(token.root.i - trigger.token.i))
        if best is None or rank < best[:2]:
            best = (*rank, token, value)
    if best is None:
        return None, unplaced
    near, _, token, value = best
    if near == BLAMED and (exact or _DAY.fullmatch(value)):
        return None, NO_DAY  # of a longer time the blame may be of the same one
    words = " ".join(token.text.split())
    if near == TOLD:
        return _as_told(happened, value, words, exact)
    if token.root.head.lower_ == "since" or (exact and since_before(token.root) is not None):
        return _since(trigger, value, words, published, exact)
    return _of_a_life(near, token.root, value, published), Reason("clause" if near == 0 else "sentence", words)


def _is_of_a_birth(time: Span, trigger: Trigger) -> bool:
    """Whether a day is that of a birth alone: "Born March 29, 1928, in Lund; died December 19; he had been ill"."""
    token = trigger.token
    between = time.doc[min(time.end, token.i) : max(time.start, token.i)]
    return dated_by(time.root)[-1].lower_ in _BORN and any(t.text == ";" for t in between)


def _valued(
    times: Sequence[Timex], place: int, token: Span, trigger: Trigger, happened: bool, exact: bool
) -> tuple[str | None, int | None]:
    """Give the stretch of the calendar that a time means, with what it opens or ends, and how far it is."""
    doc, timex, over = token.doc, times[place], happened and _tells_past(trigger)
    value = stretch(timex, token.text, told_at(doc, token.sent.start_char), over, exact)
    near = _distance(token, trigger, happened, exact)
    if not exact or value is None or near is None:
        return value, near
    beside = other_end(times, place, doc)
    if _is_of_something_else(token, timex, trigger, value, beside is not None):
        return value, None
    return value if beside is None else _with_its_other_end(doc, (timex, value), times[beside], over), near


def _since(
    trigger: Trigger, value: str, words: str, published: Publication | None, exact: bool
) -> tuple[str | None, Reason]:
    """Read "has been shut since a fire in 2019": until the report; until when it "had been shut", no word tells."""
    if exact and is_past_perfect(verb_above(trigger.clause)):
        return None, Reason("not-of").then(Reason("since", words), "-")
    return _until_told(value, published), Reason("since", words)


def _speaks_against(reach: Token, trigger: Trigger) -> bool:
    """Tell whether a time that is not the event's stands so near that no other day is likely to be its either."""
    if trigger.clause == what_came_of(planned(reach)):
        return True  # what was called off was so before the day that it was set for, or on it
    return reach.is_ancestor(trigger.token) or (reach.dep_ in rel.ADVERBIAL_CLAUSE and reach.head == trigger.clause)


_BACK = re.compile(r"P[X\d.]+[WMY]")


def went_on_before(doc: Doc, trigger: Trigger) -> bool:
    """Read "over the past few weeks she grew thinner": what is over and went on so long is of no one day."""
    if tense_of(verb_above(trigger.clause)) != "past":
        return False
    sentence = trigger.token.sent
    times: tuple[Timex, ...] = doc._.rashomon_times
    for timex in times[bisect_left(times, sentence.start_char, key=lambda t: t.start) :]:
        if timex.start >= sentence.end_char:
            break
        if timex.because.rule == "stretch" and _BACK.fullmatch(timex.value):
            token = doc.char_span(timex.start, timex.end, alignment_mode="expand")
            near = None if token is None else _distance(token, trigger, True, True)
            if near == 0 or (near == 1 and token is not None and token.start < dated_by(token.root)[-1].i):
                return True  # of clauses that are joined a time before the first is that of all
    return False


def _as_told(happened: bool, value: str, words: str, exact: bool) -> tuple[str | None, Reason]:
    """Read the day of a telling: what has happened was by then, as news on that day or its eve."""
    if not happened:
        return None, NO_DAY
    if not _DAY.fullmatch(value):
        return value, Reason("told" if exact else "sentence", words)
    return f"{date.fromisoformat(value) - timedelta(days=1)}/{value}", Reason("told", words)


def _until_told(value: str, published: Publication | None) -> str:
    told = (published.value or published.latest) if published is not None else None
    start = value.split("/")[0]
    return f"{start}/{told[:10]}" if told is not None and start < told[:10] else value


def _times(doc: Doc, start: int, end: int) -> Iterator[Timex]:
    times: tuple[Timex, ...] = doc._.rashomon_times
    for timex in times[bisect_left(times, start, key=lambda t: t.start) :]:
        if timex.start >= end:
            return
        if timex.type in ("DATE", "TIME"):
            yield timex


def _distance(time: Span, trigger: Trigger, happened: bool, exact: bool) -> int | None:
    """0 where the time dates the event's clause, more where a clause of one time with it, TOLD that of its telling."""
    dated = dated_by(time.root)
    own = {trigger.token, trigger.clause, *(trigger.token.doc[i] for i in trigger.words)}
    verb = verb_above(trigger.clause)
    if trigger.clause.pos_ not in _CLAUSES:
        if exact and verb in dated and not of_its_verb(trigger.clause):
            return 0 if own & set(dated) else None
        own.add(verb)
    if own & set(dated):
        told = dated[-1] != trigger.token and dated[-1].i not in trigger.sense.words and trigger.token not in dated
        return TOLD if told and dated[-1].lemma_.lower() in speech() else 0
    if verb.dep_ in rel.RELATIVE and verb.head in time and any(c.lower_ in ("when", "where") for c in verb.subtree):
        return 0
    reach = dated[-1]
    if reach == prompting(trigger.clause):
        return 1
    if trigger.clause == what_came_of(planned(reach)):
        return 1 if was_of_its_day(trigger.clause) else None
    apart = exact and trigger.clause.pos_ not in _CLAUSES and not of_its_verb(trigger.clause)
    return time_above(verb, reach, happened, apart) or (None if apart else time_below(verb, reach, time))


def _is_of_something_else(time: Span, timex: Timex, trigger: Trigger, value: str, ranged: bool) -> bool:
    """Whether a time near what is told is a bound of it, its subject's, a noun's, or one that it goes back from."""
    if is_a_bound(time, timex) or _of_its_subject(time.root, trigger, value):
        return True
    if ends_a_name(time.root, value) and tense_of(verb_above(trigger.clause)) == "present":
        return True  # what was done to a thing of that name may be of its year: "hosted Expo 2020"
    if is_of_a_noun(time.root, value, ranged) and not _is_ahead(value, told_at(time.doc, time.start_char)):
        return True
    verb, reach = verb_above(trigger.clause), dated_by(time.root)[-1]
    if reach == verb and is_of_the_deed_before(time.root, verb):
        return True
    if reach == verb or not _is_joined_to(verb, reach) or not reach.i < time.start < verb.i:
        return False
    has_been = tense_of(verb) == "present" and has_dependent(verb, rel.HELPER, _HAVE)
    if not has_been and not is_past_perfect(verb):
        return False
    if has_been:
        return not has_dependent(reach, rel.HELPER, _HAVE)  # "was built in 1935 and has stood empty"
    span = ends(value)  # "warned in March but had let it open": before that; "had come in March and had let it open"
    return not is_past_perfect(reach) or (span is not None and span[1] - span[0] > _NIGHT)


def _is_joined_to(verb: Token, first: Token) -> bool:
    while verb.dep_ in rel.JOINED and verb != first:
        verb = verb.head
    return verb == first


def _is_ahead(value: str, published: Publication | None) -> bool:
    """Whether an ISO value begins behind the report: "set hearings for next week"."""
    span, told = ends(value), (published.latest or published.value) if published is not None else None
    return span is not None and told is not None and len(told) >= len("2024-05-08") and told[:10] < span[0].isoformat()


def _with_its_other_end(doc: Doc, one: tuple[Timex, str], other: Timex, over: bool) -> str:
    """Give the stretch that a time, with its ISO value, opens or ends with the one beside it, else its own value."""
    told = stretch(other, doc.text[other.start : other.end], told_at(doc, other.start), over=False)
    return (told and whole(one, (other, told), over)) or one[1]


def _of_a_life(near: int, time: Token, value: str, published: Publication | None) -> str:
    """Read "was born on 9 March 1951 and grew up in Tarm": of what comes later that tells the years, and no day."""
    born = near > 0 and dated_by(time)[-1].lower_ in _BORN
    return value[:4] if born and _well_before(value, published) else value


def _of_its_subject(time: Token, trigger: Trigger, value: str) -> bool:
    """Read "last year's deal is in danger", "the 2016 election angered her": a longer time is its subject's alone.

    The day of a deed that is a subject is the verb's too where the verb tells its course: "Sunday's raid killed two".
    """
    dated = dated_by(time)
    if len(dated) < 2 or dated[0].dep_ not in rel.SUBJECT or dated[0] == trigger.token:
        return False
    span = ends(value)
    return tense_of(dated[-1]) == "present" or (span is not None and span[1] - span[0] > _NIGHT)


def _tells_past(trigger: Trigger) -> bool:
    """Tell whether the words themselves say that it is over: what is "expected in June" is asserted and lies ahead."""
    verb = trigger.clause
    if verb.pos_ not in _CLAUSES or awaits(verb):
        return False
    while verb.dep_ in rel.JOINED | rel.OPEN_CLAUSE and verb.head.pos_ in _CLAUSES and tense_of(verb) == "":
        verb = verb.head
    return tense_of(verb) == "past" or any(c.lemma_.lower() == "have" for c in dependents(verb, rel.HELPER))


def news_first(token: Token) -> bool:
    """Tell whether a word stands in the first sentences of the report's body."""
    doc, sentence = token.doc, token.sent
    unread = [(r.start, r.end) for r in doc._.rashomon_regions]
    for _ in range(_LEAD):
        at = sentence.start - 1
        while at >= 0 and (doc[at].is_space or any(s <= doc[at].idx < e for s, e in unread)):
            at -= 1
        if at < 0:
            return True
        sentence = doc[at].sent
    return False


def _well_before(value: str, published: Publication | None) -> bool:
    """Tell whether an ISO value begins in an earlier season than the report."""
    day = (published.earliest or published.value) if published is not None else None
    span = ends(value)
    try:
        return day is not None and span is not None and date.fromisoformat(day[:10]) - span[0] > timedelta(days=60)
    except ValueError:
        return False
