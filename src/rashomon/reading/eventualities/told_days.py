"""The day of any clause: its own, that of the one death it tells of, that of its scene, else that of the news.

A day is given only where the text bears it out. A telling's day is the deed's where the deed is the news or still so;
what goes back ("had said", "after he was killed", "the officer who shot") takes no day of the report; what somebody
did who is dead by then is none of the news. A date after the report's day is ahead, whatever the verb says.

A deed that a clause takes up as known ("two died in the crash", "the raid lasted an hour") lends it its day.

What nothing told yet ("the discovery of the will alarmed her") is of no scene: it has a day of its own.
What is said "at the time" goes on so: of the day of what was told before, which is no day of the news.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from rashomon.reading.attributions.quotes import quotes
from rashomon.reading.events.dating import dating, news_first, went_on_before
from rashomon.reading.events.news_day import lapse
from rashomon.reading.events.one_time import tense_of
from rashomon.reading.events.sense import Sense, Trigger
from rashomon.reading.events.time_expressions import Days, calendar, dated_by, ends, names_a_deed, speech
from rashomon.reading.eventualities.other_nows import from_another_day
from rashomon.reading.eventualities.untold_days import (
    Deaths,
    at_the_time,
    beside_deeds,
    is_news,
    of_one_deed,
    of_what,
    resumed,
)
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.published import told_at
from rashomon.records import NO_DAY, NO_REASON, Event, Reason, Timex

_NEXT = 4  # characters before the first word of a sentence
_ANY = Sense("CONSULT", None, "", (), NO_REASON)  # a day does not hang on what kind of event it is
_CLAUSES = frozenset({"VERB", "AUX"})
_SCENE = timedelta(days=2)  # a scene is a day or a night
_NEWS = timedelta(days=7)
_LONG = timedelta(days=60)
_EVE = timedelta(days=1)
_ISO_DAY = "2024-05-08"
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_NOW = frozenset({"present", "modal"})
_HOURS = frozenset({"clock", "military", "noon"})
_LATER = frozenset({"later", "later-bare"})
_SOON = frozenset({"after", "in", "within"})
_NEAR = 12  # characters of "within about"
_HOURS_LONG = re.compile(r"PT[X\d]+([HM])")
_HAD = frozenset({"had", "'d", "’d"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})

Dated = tuple[str | None, Reason]


class ToldDays:
    """Gives the day of a clause of one report by its head, a verb or a noun that tells a deed."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._parse = Parse(doc)
        self._starts = self._parse.start
        events: tuple[Event, ...] = doc._.rashomon_events
        self._events = {i: e for e in events for i in self._tokens(e)}
        self._own: dict[tuple[int, bool], Dated] = {}
        self._scenes: dict[int, Dated] | None = None
        self._opened: dict[int, int] = {}  # where the sentence stands that opened the scene of each sentence
        self._moves: dict[int, tuple[Token, Dated | None]] = {}  # the verb that moves it on, and the scene before
        self._latest: dict[date | None, Dated] = {}
        self._around = quotes(doc.text)
        self._apart = from_another_day(doc, self._around)
        self._deaths = Deaths(doc, self._parse, self._written)
        self._beside = beside_deeds(doc, self._parse)

    def _tokens(self, event: Event) -> range:
        return range(bisect_left(self._starts, event.trigger[0]), bisect_left(self._starts, event.trigger[1]))

    def day(self, head: Token, happened: bool = True) -> Dated:
        """Give the ISO day or interval of the clause at `head`, or None, and the basis.

        `happened`: the clause asserts it, or somebody does. A basis of `ahead:` is a day after the report's; one of
        `now:` is the day on which the report tells in the present tense what is so or, `now:come-about`, in the perfect
        what has come about; `now:undated` is what is so, or may or must be, on a day that only its telling can give.
        `earlier` is what had been so before the day on which it is told.
        """
        value, basis = self._day(head, happened)
        if head.pos_ not in _CLAUSES:
            return value, basis
        tense = tense_of(head)
        if value is None and basis.rule in ("none", "by"):
            if tense in _OF_NOW:
                return None, Reason("now").then(Reason("undated"), ":")
            if has_dependent(head, rel.HELPER, _HAD):
                return None, Reason("earlier") if basis == NO_DAY else Reason("earlier").then(basis, ":")
        if value is None or tense != "present":
            return value, basis
        if basis.rule == "told":
            return value, Reason("now").then(basis, ":")
        if basis.rule in ("news-day", "published") or (basis.rule == "scene" and not self._is_said(head)):
            perfect = has_dependent(head, rel.HELPER, _HAVE)
            return self._printed(head)[0], Reason("now").then(Reason("come-about" if perfect else "published"), ":")
        return value, basis

    def _is_said(self, head: Token) -> bool:
        """Tell whether somebody is told to say what stands at `head`: then it is so on the day of his saying."""
        return any(start <= head.idx < end for a in self._doc._.rashomon_attributions for start, end in a.content)

    def _day(self, head: Token, happened: bool) -> Dated:
        value, basis = self._written(head, happened)
        if value is None and happened and head.pos_ in _CLAUSES:
            told_from = lapse(head, lambda told: self._deaths.day(told) or (None, NO_REASON))
            value, basis = told_from or self._beside_a_deed(head) or (value, basis)
        if value is not None:
            return self._not_after(head, value, basis)
        if not happened:
            return None, basis
        if basis.rule == "unplaced":
            return None, basis
        death = self._deaths.day(head)
        if death is not None:
            return death
        if basis.rule in ("by", "not-of"):
            return None, basis
        if not is_news(head):
            told_on = self._one_day(head) if self._has_an_hour(head) else self._hours_on(head)
            return told_on or self._within_hours(head) or (None, basis)
        if self._deaths.before(head, self._news(head)[0]):
            return None, Reason("before-death")
        if self._goes_on_from_long_ago(head):
            return None, NO_DAY
        scene = self._resumed(head) or self._scene(head)
        if self._deaths.lived(self._opener(head), head):
            return None, Reason("before-death")
        if scene is None and head.sent.start in self._moves:
            return None, NO_DAY  # "denied it and on Sunday closed the plant": on that day or before it
        if scene is not None and not self._has_come_about(head):
            if self._is_of_a_deed_told(head):
                return self._from(head, scene)
            return scene if self._is_of_the_scene(head) and not self._is_of_a_new_deed(head) else (None, NO_DAY)
        return self._news(head)

    def _goes_on_from_long_ago(self, head: Token) -> bool:
        """Read "before he left the choir in 2014, sold his house and flew to Oslo": what goes on so is not the news."""
        told = self._told(head)
        if told is None or head.dep_ not in rel.JOINED or has_dependent(head, rel.SUBJECT):
            return False
        return any(
            reach.pos_ in _CLAUSES and reach.dep_ not in rel.RELATIVE and reach.i < head.i and told - span[1] > _LONG
            for reach, span in self._dated_before(head)
        )

    def _dated_before(self, head: Token) -> Iterator[tuple[Token, Days]]:
        """Give the words that times before `head` in its sentence date, and the days of those times."""
        times: tuple[Timex, ...] = self._doc._.rashomon_times
        for time in times[bisect_left(times, head.sent.start_char, key=lambda t: t.start) :]:
            if time.start >= head.idx:
                return
            value = calendar(time.value) if time.type == "DATE" else None
            span = ends(value) if value is not None else None
            token = self._doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None and token is not None:
                yield dated_by(token.root)[-1], span

    def _has_come_about(self, head: Token) -> bool:
        """Read "left on Monday. He has sold the house": what the report tells in the perfect is so as it is told."""
        perfect = tense_of(head) == "present" and has_dependent(head, rel.HELPER, _HAVE)
        return perfect and not self._is_said(head)

    def _is_of_a_deed_told(self, head: Token) -> bool:
        """Whether somebody says something of what was done: that need not be on its day, as what he says next is."""
        opener = self._opener(head)
        return self._tells(head) and (opener is None or opener.lemma_.lower() not in speech())

    def _opener(self, head: Token) -> Token | None:
        """Give the verb of the sentence that opened the scene."""
        opened = self._opened.get(head.sent.start, -1)
        return self._doc[bisect_left(self._starts, opened)] if opened >= 0 else None

    def _tells(self, head: Token) -> bool:
        """Whether somebody says something by the verb at `head`."""
        return any(start <= head.idx < end for a in self._doc._.rashomon_attributions for start, end in a.cue)

    def _from(self, head: Token, scene: Dated) -> Dated:
        """Give the days from the scene to the telling: "A strike began on Sunday. The firm called it illegal"."""
        span, told = ends(scene[0]) if scene[0] is not None else None, self._told(head)
        if span is None or told is None or told - span[0] > _NEWS:
            return None, NO_DAY
        if told <= span[1]:
            return scene
        return f"{span[0].isoformat()}/{told.isoformat()}", Reason("said-after").then(scene[1], ":")

    def _is_of_the_scene(self, head: Token) -> bool:
        """Whether what stands at `head` can be of the scene: not what is quoted as past, of a day of the speaker's."""
        at = bisect_right(self._around, head.idx, key=lambda q: q.start) - 1
        if at < 0 or head.idx >= self._around[at].end or tense_of(head) != "past":
            return True
        return self._around[at].start <= self._opened.get(head.sent.start, -1)

    def _beside_a_deed(self, head: Token) -> Dated | None:
        """Read "on the night before the attack": the day of that attack, as the report tells it, gives it."""
        for beside in self._beside.get(head.i, ()):
            told = self._deaths.day(beside.deed)
            days = {told[0]} if told is not None else self._days_of(beside.deed)
            if len(days) == 1 and (day := days.pop()) is not None and len(day) == len(_ISO_DAY):
                basis = Reason("lapse", beside.words).then(Reason("same-deed"), " ")
                return beside.from_day(date.fromisoformat(day)), basis
        return None

    def _days_of(self, deed: Token) -> set[str | None]:
        """Give the days that the report tells for deeds of one kind with that of the noun `deed`."""
        lemma, found = deed.lemma_.lower(), set[str | None]()
        for i in range(len(self._doc)):
            if i == deed.i or self._parse.pos[i] not in ("VERB", "NOUN"):
                continue
            if of_one_deed(lemma, self._parse.lemma[i]):
                value, basis = self._written(self._doc[i])
                if value is not None and basis.rule == "clause":
                    found.add(value)
        return found

    def _resumed(self, head: Token) -> Dated | None:
        """Read "two died in the crash", "the raid lasted an hour": the day of what is taken up, as last told."""
        if tense_of(head) != "past":
            return None
        for deed in resumed(head):
            told = self._told_before(head, deed)
            value, basis = self._written(told) if told is not None else (None, NO_DAY)
            span = ends(value) if value is not None else None
            if span is not None and span[1] - span[0] <= _SCENE and basis.rule != "told":
                return value, Reason("same-deed").then(basis, ":")
            if told is None or told.pos_ not in _CLAUSES or not is_news(told, dated=True):
                return None, Reason("same-deed")
            return self.day(told)
        return None

    def _is_of_a_new_deed(self, head: Token) -> bool:
        """Read "He died on Friday. The discovery of the will alarmed her": what nothing told yet has its own day."""
        deeds = [c for c in dependents(head, rel.SUBJECT) if has_dependent(c, rel.PREPOSITION, ("of",))]
        before = {self._parse.lemma[i] for i in range(head.sent.start) if self._parse.pos[i] in ("VERB", "NOUN")}
        new = (d for d in deeds if names_a_deed(d) and not any(of_one_deed(d.lemma_.lower(), b) for b in before))
        return next(new, None) is not None

    def _told_before(self, head: Token, deed: Token) -> Token | None:
        """Give the last word before the sentence that tells the deed, else the predicate of the sentence before."""
        theirs = of_what(deed)
        for i in range(head.sent.start - 1, -1, -1):
            if self._parse.lemma[i] == deed.lemma_.lower() and self._parse.pos[i] in ("VERB", "NOUN"):
                other = of_what(self._doc[i])
                if not theirs or not other or theirs & other:
                    return self._doc[i]
        if has_dependent(deed, rel.PREPOSITION, ("of",)):
            return None  # "the arrest of his son" takes up nothing that was told in other words
        return self._doc[head.sent.start - 1].sent.root if head.sent.start else None

    # ------------------------------------------------------------------------------------------- its own words

    def _written(self, head: Token, happened: bool = True) -> Dated:
        """Give the day that the sentence itself tells, or that of a known event of the same word."""
        key = (head.i, happened)
        if key not in self._own:
            self._own[key] = self._read(head, happened)
        return self._own[key]

    def _read(self, head: Token, happened: bool) -> Dated:
        event = self._events.get(head.i)
        trigger = Trigger(head, _ANY)
        value, basis = dating(self._doc, trigger, happened, exact=True, apart=self._apart)
        if basis.rule == "told" and not self._is_news_of_telling(head):
            value, basis = None, Reason("by", (value or "")[-10:])
        if value is None and event is not None and event.date_basis.rule == "known-event":
            return event.date, event.date_basis
        if value is None and basis == NO_DAY and went_on_before(self._doc, trigger):
            return None, Reason("not-of").then(Reason("of-a-longer-time"), ":")
        return value, basis

    def _is_news_of_telling(self, head: Token) -> bool:
        """Tell whether what is told on a day is of that day: still so as it is told, or told as the news."""
        verb = head
        while verb.pos_ not in _CLAUSES and verb.head != verb:
            verb = verb.head
        if tense_of(verb) == "present":
            return is_news(head, dated=True)
        return news_first(head) and is_news(head, dated=True)

    def _not_after(self, head: Token, value: str, basis: Reason) -> Dated:
        span, told = ends(value), self._told(head)
        if span is None or told is None or span[0] <= told:
            return value, basis
        return value, Reason("ahead").then(basis, ":")

    def _told(self, head: Token) -> date | None:
        at = told_at(self._doc, head.idx)
        latest = (at.latest or at.value) if at is not None else None
        return date.fromisoformat(latest[:10]) if latest and len(latest) >= 10 else None

    # ------------------------------------------------------------------------------------------------- the scene

    def _scene(self, head: Token) -> Dated | None:
        """Give the day on which the paragraph has been going on; None where it has named none.

        What is told before the verb with which the scene moves on is still of the one before.
        """
        if self._scenes is None:
            self._scenes = self._played()
        moved = self._moves.get(head.sent.start)
        if moved is not None and head.i < moved[0].i and not moved[0].is_ancestor(head):
            return moved[1]
        return self._scenes.get(head.sent.start)

    def _played(self) -> dict[int, Dated]:
        scenes: dict[int, Dated] = {}
        scene: Dated | None = None
        opened = -1
        last, text = 0, self._doc.text  # made anew at each call
        for sentence in self._doc.sents:
            if "\n" in text[last : sentence.start_char] and not self._goes_on(sentence):
                scene = None
            last = len(sentence.text.rstrip()) + sentence.start_char
            before, scene = scene, self._next(sentence, scene)
            if scene is not before:
                opened = sentence.root.idx
            if scene is not None:
                scenes[sentence.start], self._opened[sentence.start] = scene, opened
        return scenes

    def _goes_on(self, sentence: Span) -> bool:
        """Whether a paragraph tells what came "hours later", "minutes later": of the one before it."""
        times: tuple[Timex, ...] = self._doc._.rashomon_times
        at = bisect_left(times, sentence.start_char, key=lambda t: t.start)
        first = times[at] if at < len(times) else None
        later = first is not None and first.start - sentence.start_char < _NEXT and first.because.rule in _LATER
        return first is not None and later and _HOURS_LONG.fullmatch(first.value) is not None

    def _next(self, sentence: Span, scene: Dated | None) -> Dated | None:
        """Follow the scene into a sentence: its own day opens one, "had" or a longer period leaves it open."""
        root = sentence.root
        if root.pos_ not in _CLAUSES:
            return scene
        moved = self._moved_on(root)
        if moved is not None:
            if self._has_time(moved[0], root.idx, moved[0].idx):
                self._moves[sentence.start] = moved[0], scene
            value, basis = moved[1]
        else:
            value, basis = self._written(root)
        span = ends(value) if value is not None else None
        told = self._told(root)
        if span is not None and told is not None and span[0] > told:
            return scene  # what is forecast for Monday is not yet so
        if span is not None and basis.rule in ("clause", "sentence"):
            day = span[1] - span[0] <= _SCENE
            return (
                (value, Reason("scene").then(basis, ":"))
                if day
                else (None, Reason("scene").then(Reason("of-a-longer-time"), ":"))
            )
        if has_dependent(root, rel.HELPER, _HAD) or at_the_time(root):
            return None, Reason("scene").then(Reason("earlier"), ":")
        return scene

    def _moved_on(self, root: Token) -> tuple[Token, Dated] | None:
        """Read "was signed on Friday and collapsed on Sunday": the scene moves on to the day of the deed told last."""
        for verb in reversed(dependents(root, rel.JOINED)):
            past = tense_of(verb) == "past" and tense_of(root) in ("past", "")
            if verb.pos_ in _CLAUSES and past and verb.lemma_ not in speech():
                value, basis = self._written(verb)
                if value is not None and basis.rule == "clause":
                    return verb, (value, basis)
        return None

    # -------------------------------------------------------------------------------------------------- the news

    def _news(self, head: Token) -> Dated:
        """Give the day that the report, or its part, is the news of: the same for all that is told on one day."""
        told = self._told(head)
        if told not in self._latest:
            self._latest[told] = self._first_told(head)
        return self._latest[told]

    def _first_told(self, head: Token) -> Dated:
        """Give the first day of the last week that the report, or its part, tells for something that has happened."""
        told = self._told(head)
        printed = self._printed(head)
        if told is None or printed[0] is None:
            return printed
        for sentence in self._doc.sents:
            root = sentence.root
            if self._doc._.rashomon_parts and self._told(root) != told:
                continue
            if root.pos_ not in _CLAUSES or tense_of(root) != "past" or not is_news(root, dated=True):
                continue
            value, basis = self._written(root)
            span = ends(value) if value is not None else None
            if span is not None and told - _NEWS <= span[0] <= told and span[1] - span[0] <= _SCENE:
                first = min(span[0], told - _EVE)
                return f"{first.isoformat()}/{told.isoformat()}", Reason("news-day").then(basis, ":")
        return printed

    def _has_an_hour(self, head: Token) -> bool:
        """Read "at 7 p.m. she was crossing the street": an hour of its own, of a day that its words do not tell."""
        if tense_of(head) != "past" or head.dep_ in rel.CONTENT | rel.RELATIVE:
            return False
        return self._has_time(head, head.sent.start_char, head.sent.end_char, _HOURS)

    def _hours_on(self, head: Token) -> Dated | None:
        """Read "A fire broke out on Friday. Hours later the roof fell": of that day, or in the night to the next."""
        scene = self._scene(head) if tense_of(head) == "past" and head.dep_ not in rel.CONTENT | rel.RELATIVE else None
        span = ends(scene[0]) if scene is not None and scene[0] is not None else None
        times: tuple[Timex, ...] = self._doc._.rashomon_times
        opening = times[bisect_left(times, head.sent.start_char, key=lambda t: t.start) :][:1]
        if span is None or span[1] - span[0] > _SCENE or not opening or opening[0].because.rule not in _LATER:
            return None
        time = opening[0]
        token = self._doc.char_span(time.start, time.end, alignment_mode="expand")
        lasts = _HOURS_LONG.fullmatch(time.value)
        opens = token is not None and (token.start - head.sent.start <= 1 or head.dep_ in rel.ROOT)
        if token is None or lasts is None or not opens or dated_by(token.root)[-1] != head:
            return None
        into = _EVE if lasts.group(1) == "H" else timedelta(0)
        first, last = (span[0], span[1] + into) if time.because.words == "later" else (span[0] - into, span[1])
        told = self._told(head) or last
        basis = Reason("lapse", " ".join(token.text.lower().split())).then(scene[1] if scene else NO_DAY, " ")
        last = max(first, min(last, told))
        return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}", basis

    def _within_hours(self, head: Token) -> Dated | None:
        """Read "A fire broke out on Friday. The block was cleared within an hour": not what went on "for hours"."""
        within = [t for t in head.sent if t.lower_ in _SOON and t.dep_ in rel.PREPOSITION]
        times: tuple[Timex, ...] = self._doc._.rashomon_times
        mine = [t for t in times if head.sent.start_char <= t.start < head.sent.end_char]
        soon = all(_HOURS_LONG.match(t.value) and any(0 < t.start - w.idx <= _NEAR for w in within) for t in mine)
        if not mine or not soon or tense_of(head) != "past" or head.sent.root != head or not is_news(head, dated=True):
            return None
        lived = self._deaths.lived(self._opener(head), head) or self._is_of_a_deed_told(head)
        return None if lived or not self._is_of_the_scene(head) else self._scene(head)

    def _has_time(self, verb: Token, start: int, end: int, rules: frozenset[str] | None = None) -> bool:
        """Whether a time in `[start, end)`, read by one of `rules` where they are given, dates the verb."""
        times: tuple[Timex, ...] = self._doc._.rashomon_times
        for time in times[bisect_left(times, start, key=lambda t: t.start) :]:
            if time.start >= end:
                break
            if rules is None or time.because.rule in rules:
                token = self._doc.char_span(time.start, time.end, alignment_mode="expand")
                if token is not None and dated_by(token.root)[-1] == verb:
                    return True
        return False

    def _one_day(self, head: Token) -> Dated | None:
        """Give the day of the report's deeds where it tells of no other: an hour alone is of that day."""
        told, times = self._told(head), self._doc._.rashomon_times
        days = {t.value[: len(_ISO_DAY)] for t in times if _A_DAY.match(t.value) and t.because.words != "report's"}
        only = days.pop() if len(days) == 1 and told is not None else None
        if only is None or told is None or not told - _NEWS <= date.fromisoformat(only) <= told:
            return None
        roots = (s.root for s in self._doc.sents if s.root.pos_ in _CLAUSES and not self._tells(s.root))
        return (only, Reason("one-day")) if any(self._written(r)[0] == only for r in roots) else None

    def _printed(self, head: Token) -> Dated:
        """Give the days that the report is told on, from its eve; None where they are not known to a week."""
        told, at = self._told(head), told_at(self._doc, head.idx)
        first = (at.value or at.earliest) if at is not None else None
        if told is None or first is None or told - date.fromisoformat(first[:10]) > _NEWS:
            return None, NO_DAY
        return f"{(date.fromisoformat(first[:10]) - _EVE).isoformat()}/{told.isoformat()}", Reason("published")
