"""Whatever the report says that somebody or something does or undergoes: one row a verb or noun that tells it.

An eventuality is what ISO-TimeML marks as EVENT, anything that happens or holds, where the events of PLOVER are
political ones alone. Only what has a participant is a row. Rows stand in the order of the text.

Its class says what kind of thing its word says of the world; its tense and aspect are what its auxiliaries and its own
form show; both in the terms of ISO-TimeML. Whether it is asserted is told by a quick look at the parse where that is
sure, which errs to no, else by `modality`: the answer is the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import TypeVar, cast

from spacy.tokens import Doc

from rashomon.language import lexicon, word_set
from rashomon.reading.events.dating import dating, went_on_before
from rashomon.reading.events.modality import modality
from rashomon.reading.events.sense import Sense, Trigger
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, is_infinitive, roles
from rashomon.records import (
    NO_DAY,
    NO_REASON,
    Aspect,
    Event,
    Eventuality,
    EventualityClass,
    Modality,
    Reason,
    Span,
    Tense,
)

__all__ = ["eventualities"]


_CLAUSES = rel.COMPLEMENT | rel.JOINED
_GOVERNED = _CLAUSES | rel.ANY_PREDICATE | rel.PREPOSITION
_PLAIN_PREPOSITIONS = word_set("words_of_eventualities", "plain_preposition")
_PLAIN_HELPERS = frozenset({"be", "do", "have"})
_PLAIN_MARKS = word_set("words_of_eventualities", "plain_mark")
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_ADVERBS = word_set("words_of_eventualities", "adverb")
_FURTHEST = 8


def asserted(parse: Parse, verb: int) -> bool:
    """Tell whether the clause of the verb at `verb` and those above it hold nothing that denies, supposes or plans."""
    if parse.pos[verb] != "VERB" or not _is_plain(parse, verb):
        return False
    for _ in range(_FURTHEST):
        dep, head = parse.dep[verb], parse.head[verb]
        if dep in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE:
            return not is_infinitive(parse, verb)
        if dep in rel.GOVERNED_CLAUSE:
            return parse.lower[head] in _PLAIN_PREPOSITIONS
        if dep not in _GOVERNED:
            return True
        if dep not in _CLAUSES or parse.lemma[head] in _governing() or not _is_plain(parse, head):
            return False
        verb = head
    return False


def _is_plain(parse: Parse, verb: int) -> bool:
    return not any(_tells(parse, child) for child in parse.children[verb])


def _tells(parse: Parse, child: int) -> bool:
    """Tell whether a word under the verb may take it out of assertion."""
    dep, word = parse.dep[child], parse.lower[child]
    if dep in rel.HELPER:
        return parse.lemma[child] not in _PLAIN_HELPERS
    if dep in rel.SUBORDINATOR:
        return word not in _PLAIN_MARKS
    if dep in rel.SUBJECT_OR_OBJECT:
        return word in _NOBODY or any(parse.lower[c] == "no" for c in parse.children[child])
    return dep in rel.ADJECTIVE_PREDICATE | rel.NEGATION or (dep in rel.ADVERBIAL and word in _ADVERBS)


@cache
def _governing() -> frozenset[str]:
    """The first word of every cue: what stands above may be one, with or without its particle."""
    return frozenset(cue.split()[0] for cue, _ in lexicon("modality_cues"))


_FUTURE = word_set("words_of_verbs", "future")
_HAS = word_set("words_of_verbs", "has")
_TOLD: tuple[tuple[frozenset[str], Tense], ...] = (
    (tags.PAST, "PAST"),
    (tags.PRESENT, "PRESENT"),
    (tags.GERUND, "PRESPART"),
    (tags.PARTICIPLE, "PASTPART"),
    (tags.BARE_VERB, "INFINITIVE"),
)
_TENSES = {form: tense for forms, tense in _TOLD for form in forms}


def tense(parse: Parse, verb: int) -> tuple[Tense, Aspect]:
    """Give tense and aspect of the verb at `verb`; a noun has neither."""
    if parse.pos[verb] != "VERB":
        return "NONE", "NONE"
    helpers = [c for c in parse.children[verb] if parse.dep[c] in rel.ANY_HELPER]
    had = any(parse.lemma[c] == "have" or parse.lower[c] in _HAS for c in helpers)
    being = parse.tag[verb] in tags.GERUND and any(parse.lemma[c] == "be" for c in helpers)
    aspect: Aspect = (
        "PERFECTIVE_PROGRESSIVE" if had and being else "PERFECTIVE" if had else "PROGRESSIVE" if being else "NONE"
    )
    if any(parse.lower[c] in _FUTURE for c in helpers):
        return "FUTURE", aspect
    finite = next((parse.tag[c] for c in helpers if parse.tag[c] in tags.FINITE_VERB), None)
    return _TENSES.get(finite or parse.tag[verb], "NONE"), aspect


def kind(parse: Parse, word: int) -> EventualityClass:
    """Give the class of the verb or noun at `word`: that of its lemma, REPORTING for speech, else OCCURRENCE."""
    return _classes().get(parse.lemma[word], "OCCURRENCE")


@cache
def _classes() -> dict[str, EventualityClass]:
    spoken: dict[str, EventualityClass] = {
        row[0]: "REPORTING" for row in lexicon("attribution_verbs") if row[1] in ("speech", "evidence")
    }
    return spoken | {word: cast(EventualityClass, name) for word, name in lexicon("eventuality_classes")}


_READ = frozenset({"headline", "subheading"})
_NO_VERB_OF_ITS_OWN = rel.ANY_HELPER | rel.ADJECTIVAL
_ANY = Sense("CONSULT", None, "", (), NO_REASON)  # standing and day do not hang on what kind of event it is
T = TypeVar("T")


def eventualities(doc: Doc) -> Doc:
    """Read what happens or holds into `doc._.rashomon_eventualities`; a text without a parse has nothing."""
    if doc.has_annotation("DEP"):
        doc._.rashomon_eventualities = _Eventualities(doc).rows()
    return doc


class _Eventualities:
    def __init__(self, doc: Doc) -> None:
        layer = doc._
        self._doc = doc
        self._parse = Parse(doc)
        self._named = self._over((m.start, m.end, True) for m in layer.rashomon_mentions if m.form == "name")
        self._unread = self._over((r.start, r.end, True) for r in layer.rashomon_regions if r.kind not in _READ)
        widest_first = sorted(layer.rashomon_attributions, key=lambda a: (-sum(e - s for s, e in a.content), a.id))
        self._said_in = self._over((s, e, a.id) for a in widest_first for s, e in a.content)
        told: tuple[Event, ...] = layer.rashomon_events
        self._events = self._over((*e.trigger, e) for e in told)
        self._timed = self._beside([t.start for t in layer.rashomon_times if t.type in ("DATE", "TIME")])
        self._lasting = self._beside([t.start for t in layer.rashomon_times if t.because.rule == "stretch"])
        self._asked = self._beside(
            [at for at, word in zip(self._parse.start, self._parse.lower, strict=True) if word == "?"]
        )

    def _over(self, spans: Iterable[tuple[int, int, T]]) -> dict[int, T]:
        """Give for each token the last of the values whose characters hold its start."""
        starts, told = self._parse.start, {}
        for start, end, value in spans:
            for i in range(bisect_left(starts, start), bisect_left(starts, end)):
                told[i] = value
        return told

    def _beside(self, places: Iterable[int]) -> set[int]:
        """Give the tokens of the sentences that hold these characters."""
        starts = self._parse.start
        found: set[int] = set()
        for place in places:
            sentence = self._doc[min(bisect_left(starts, place), len(starts) - 1)].sent
            found.update(range(sentence.start, sentence.end))
        return found

    def rows(self) -> tuple[Eventuality, ...]:
        parse, nouns = self._parse, _nouns()
        found: list[Eventuality] = []
        for i, pos in enumerate(parse.pos):
            tells = (
                parse.dep[i] not in _NO_VERB_OF_ITS_OWN if pos == "VERB" else pos == "NOUN" and parse.lemma[i] in nouns
            )
            if tells and i not in self._unread and i not in self._named:
                agents, patients = roles(parse, i)
                if agents or patients:
                    found.append(self._row(i, agents, patients, len(found) + 1))
        return tuple(found)

    def _row(self, i: int, agents: list[int], patients: list[int], number: int) -> Eventuality:
        parse, said_in = self._parse, self._said_in.get(i)
        trigger = Trigger(self._doc[i], _ANY)
        standing = None if i not in self._asked and asserted(parse, i) else modality(trigger)
        stance: Modality = standing[0] if standing else "attributed" if said_in else "asserted"
        date, basis = self._day(i, trigger, stance)
        when, aspect = tense(parse, i)
        because = Reason(parse.pos[i].lower(), parse.lemma[i])
        return Eventuality(
            id=f"v{number}",
            start=parse.start[i],
            end=parse.end[i],
            lemma=parse.lemma[i],
            kind=kind(parse, i),
            tense=when,
            aspect=aspect,
            modality=stance,
            agents=tuple(map(self._span, agents)),
            patients=tuple(map(self._span, patients)),
            date=date,
            date_basis=basis,
            attribution=said_in,
            because=because.then(standing[1], " ") if standing else because,
        )

    def _day(self, i: int, trigger: Trigger, stance: Modality) -> tuple[str | None, Reason]:
        """Give the day of the event that the word tells, else that of the word's own clause."""
        event = self._events.get(i)
        if event is not None and event.date is not None:
            return event.date, event.date_basis
        if i in self._timed:
            date, basis = dating(self._doc, trigger, stance in ("asserted", "attributed"))
            if basis.rule != "sentence":  # another clause's day is too often not this one's
                return date, basis
            return None, Reason("not-of").then(basis, "-")
        if i in self._lasting and went_on_before(self._doc, trigger):
            return None, Reason("not-of").then(Reason("of-a-longer-time"), ":")
        return None, NO_DAY

    def _span(self, i: int) -> Span:
        return self._parse.start[i], self._parse.end[i]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row[0] for name in ("event_nouns", "attribution_nouns") for row in lexicon(name))
