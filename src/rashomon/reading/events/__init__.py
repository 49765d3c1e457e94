"""Who did what to whom: every event of a report, with trigger, participants, place, day, modality and who says so.

The ontology is PLOVER (docs/codebook.md). Rows stand in the order of the text; every row's `because` names the lexicon
entry and the rules that made it.

A participant's words are its head with determiner, modifiers and "of" phrases, without relative clauses. A spokesman or
an unnamed source speaks for the body that the report names beside him: its "we" is that body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

import rashomon.reading.factories  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.language import word_set
from rashomon.reading.events.dating import dating
from rashomon.reading.events.modality import modality
from rashomon.reading.events.news_day import known_day, news_day
from rashomon.reading.events.participants import participants
from rashomon.reading.events.relevance import relevance
from rashomon.reading.events.sense import Sense, Trigger, verb_sense
from rashomon.reading.events.triggers import triggers
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents
from rashomon.reading.published import told_at
from rashomon.reading.refer import refer
from rashomon.records import Attribution, Event, Mention, Modality, Reason

__all__ = ["events"]


_VOICES = word_set("words_of_events", "voice")
_BODIES = frozenset({"organisation", "group"})
_OF = word_set("words_of_events", "of")
_REACH = 16


def speaks_for(doc: Doc, source: str) -> str | None:
    """Give the id of the mention of the body that the mention `source` speaks for; None where none is named."""
    mentions: tuple[Mention, ...] = doc._.rashomon_mentions
    chain = next((m.chain for m in mentions if m.id == source), None)
    bodies = {m.start: m for m in mentions if m.form == "name" and m.kind in _BODIES and m.chain != chain}
    for mention in mentions:
        if mention.chain != chain or mention.form == "pronoun":
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        voice = any(t.lemma_.lower() in _VOICES for t in span)
        sentence = span[0].sent
        after = list(_until_verb(doc[span.end : min(span.end + _REACH, sentence.end)]))
        before = list(_until_verb(reversed(doc[max(sentence.start, span.start - _REACH) : span.start])))
        body = _after(after, voice, bodies) or _before(before, bodies)
        if body is not None:
            return body.id
    return None


def _until_verb(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") or token.text == ";":
            return
        yield token


def _after(tokens: list[Token], voice: bool, bodies: dict[int, Mention]) -> Mention | None:
    """Read "a source in the Brigades", "Ali Hassan, the spokesman for the bureau of the Front"."""
    joined = False
    for token in tokens:
        if token.text == "," and voice:
            return None
        voice = voice or token.lemma_.lower() in _VOICES
        joined = joined or (voice and token.lower_ in _OF)
        if joined and token.idx in bodies:
            return bodies[token.idx]
    return None


def _before(backwards: list[Token], bodies: dict[int, Mention]) -> Mention | None:
    """Read "Front spokesman Ali Hassan", "the spokesman of the Front, Ali Hassan"."""
    if not any(t.lemma_.lower() in _VOICES for t in backwards):
        return None
    return next((bodies[t.idx] for t in backwards if t.idx in bodies), None)


_LEFT = rel.NOUN_PHRASE_PART | rel.PREDETERMINER | rel.QUANTIFIER
_RIGHT = frozenset({"of", "in", "for", "from"})
_LONGEST = 16


def phrase(head: Token) -> Span:
    """Give the phrase of `head`: never empty, at most sixteen tokens, within the head's sentence."""
    first, last = head.i, _end(head, 0)
    for child in head.lefts:
        if child.dep_ in _LEFT and head.i - child.left_edge.i < _LONGEST:
            first = min(first, child.left_edge.i)
    while first < head.i and (head.doc[first].is_space or head.doc[first].is_punct):
        first += 1
    return head.doc[first : min(last, first + _LONGEST) + 1 if last - first < _LONGEST else head.i + 1]


def _end(head: Token, depth: int) -> int:
    last = head.i
    for child in head.rights:
        if child.dep_ in rel.PREPOSITION and child.lower_ in _RIGHT and depth < 3:
            objects = dependents(child, rel.GOVERNED)
            if objects and objects[0].ent_type_ not in ner.TIMES:
                last = max(last, _end(objects[0], depth + 1))
        elif child.dep_ in rel.CASE_MARK:
            last = max(last, child.i)
    return last


_SPEAKER = word_set("words_of_events", "speaker")
_US = frozenset({"we", "us", "our", "ours"})
_DAY = len("2031-05-08")
_LAID = frozenset({"ACCUSE", "COERCE", "SANCTION"})
_UNREAD = frozenset({"boilerplate", "credit", "related_link", "site", "syndication_credit", "date"})


def events(doc: Doc) -> Doc:
    """Read the events into `doc._.rashomon_events`."""
    rows: list[tuple[Event, Trigger]] = []
    chains = {c.id: c for c in doc._.rashomon_chains}
    known = {m.start: chains[m.chain] for m in doc._.rashomon_mentions if m.chain in chains}
    unread = [(r.start, r.end) for r in doc._.rashomon_regions if r.kind in _UNREAD]
    said = _Said(doc._.rashomon_attributions)
    for sentence in doc.sents:
        for trigger in triggers(sentence):
            if any(start <= trigger.token.idx < end for start, end in unread):
                continue
            actors, recipients = participants(trigger)
            if relevance(trigger, actors, recipients, known) or _known(trigger, recipients):
                rows.append((_event(doc, said, trigger, actors, recipients, len(rows) + 1), trigger))
    doc._.rashomon_events = tuple(news_day(doc, rows))
    return doc


def _known(trigger: Trigger, recipients: list[Token]) -> bool:
    """Tell whether it is the known killing of somebody named: public whoever else is named."""
    return known_day(trigger, [phrase(t).text for t in recipients if t.pos_ == "PROPN"]) is not None


def _event(doc: Doc, said: _Said, trigger: Trigger, actors: list[Token], recipients: list[Token], number: int) -> Event:
    first, last = trigger.span
    span, sentence = doc[first:last], trigger.token.sent
    attribution = said.innermost(trigger.token.idx)
    standing = modality(trigger)
    stance: Modality = standing[0] if standing else "attributed" if attribution or _is_laid_to(trigger) else "asserted"
    date, basis = dating(doc, trigger, stance in ("asserted", "attributed"))
    if stance in ("asserted", "attributed") and basis.rule == "clause" and _is_ahead(doc, span.start_char, date):
        standing = ("planned", Reason("after-the-report", str(date)))
        stance = "planned"
    place = _place(trigger)
    because = trigger.because.then(standing[1], " ") if standing else trigger.because
    if attribution:
        because = because.then(Reason("said-in", attribution.id), " ")
    return Event(
        id=f"e{number}",
        type=trigger.sense.type,
        trigger=(span.start_char, span.end_char),
        actors=_mentions(actors, attribution),
        recipients=_mentions(recipients, attribution),
        place=refer(phrase(place), place) if place is not None else None,
        date=date,
        date_basis=basis,
        modality=stance,
        attribution=attribution.id if attribution else None,
        evidence=(sentence.start_char, sentence.end_char),
        mode=trigger.sense.mode,
        because=because,
    )


def _is_ahead(doc: Doc, at: int, date: str | None) -> bool:
    """Whether a day of a deed at `at`, or the first of its days, lies after the report's."""
    published = told_at(doc, at)
    last = (published.latest or published.value) if published is not None else None
    return date is not None and last is not None and len(date) >= _DAY and date[:_DAY] > last[:_DAY]


def _is_laid_to(trigger: Trigger) -> bool:
    """Whether somebody is punished or accused for it, who may not have done it: "arrested him for burning the mill"."""
    clause = trigger.clause
    if clause.dep_ not in rel.GOVERNED_CLAUSE or clause.head.lower_ != "for":
        return False
    verb = clause.head.head
    verb = verb.head if verb.dep_ in rel.OBJECTS else verb
    sense = verb_sense(verb) if verb.pos_ == "VERB" else None
    return isinstance(sense, Sense) and sense.type in _LAID


def _mentions(heads: list[Token], attribution: Attribution | None) -> tuple[str, ...]:
    """Give the mentions of the participants: an apposed name before its title, the speaker, or his body, for "we"."""
    ids: list[str] = []
    for head in heads:
        if (
            head.pos_ == "PRON"
            and head.lower_ in _SPEAKER
            and attribution is not None
            and attribution.source_mention is not None
        ):
            body = speaks_for(head.doc, attribution.source_mention) if head.lower_ in _US else None
            ids.append(body or attribution.source_mention)
        else:
            named = _named(head)
            ids.append(_name_of(refer(phrase(named), named), head))
    return tuple(dict.fromkeys(ids))


def _named(head: Token) -> Token:
    """Read "the prime minister, Ali Hassan": the name in apposition; any other head itself.

    The parser often hangs the name on the last noun of the title ("the head of the guard, Ali Hassan").
    """
    if head.pos_ != "NOUN":
        return head
    reach = [
        head,
        *(t for t in head.subtree if t.dep_ in rel.GOVERNED and t.head.lower_ in ("of", "in") and t.i > head.i),
    ]
    for token in reach[:4]:
        for child in token.children:
            apposed = child.dep_ in rel.APPOSITION and child.pos_ == "PROPN" and child.ent_type_ not in ner.TIMES
            if apposed and (token.i == head.i or child.ent_type_ in ner.PERSON):
                return child
    return head


def _name_of(mention: str, head: Token) -> str:
    """For a pronoun, the last name before it in its chain, where the report has one; else its last description."""
    if head.pos_ != "PRON":
        return mention
    mentions: tuple[Mention, ...] = head.doc._.rashomon_mentions
    chain = next(m.chain for m in mentions if m.id == mention)
    told = [m for m in mentions if m.chain == chain and m.form != "pronoun" and m.start <= head.idx]
    names = [m for m in told if m.form == "name"]
    return (names or told)[-1].id if told else mention


class _Said:
    """What is said in a report, by where it stands."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._spans = sorted(((s, e, a) for a in attributions for s, e in a.content), key=lambda span: span[:2])
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def innermost(self, at: int) -> Attribution | None:
        """Give the statement in whose words a character stands, the shortest of several."""
        low, high = (bisect_right(self._spans, k, key=lambda span: span[0]) for k in (at - self._longest, at))
        holding = [a for _, end, a in self._spans[low:high] if at < end]
        return min(holding, key=lambda a: (sum(e - s for s, e in a.content), a.id), default=None)


def _place(trigger: Trigger) -> Token | None:
    for head in (trigger.token, trigger.clause, *([trigger.instrument.token] if trigger.instrument else [])):
        for child in head.children:
            if child.dep_ in rel.PREPOSITION and child.lower_ in word_set("words_of_events", "at_place"):
                for token in child.children:
                    if token.dep_ in rel.GOVERNED and token.ent_type_ in ner.PLACES:
                        return token
            elif child.dep_ in rel.UNDERGOER:
                for prep in child.children:
                    if prep.dep_ in rel.PREPOSITION and prep.lower_ in ("in", "at", "near"):
                        for token in prep.children:
                            if token.dep_ in rel.GOVERNED and token.ent_type_ in ner.PLACES:
                                return token
    return None
