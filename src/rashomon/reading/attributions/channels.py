"""The channel is who was told: the object of "told", whom an interview was given to, or who cites the source.

A thing is said to receive what others say of it: "the plan drew criticism from farmers", "was met with scorn by".

The source is whom it came from, and the content what received it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.cue_verbs import candidates
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.verb_groups import hypothetical, negated
from rashomon.reading.attributions.who_may_speak import is_thing
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents

_RECEIVES = word_set("words_of_speech", "receives")
_MEETS = frozenset({"greet", "meet"})
_SOURCE = frozenset({"among", "by", "from"})


@cache
def _words() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("received_words"))


def received(doc: Doc) -> list[Finding]:
    """Give a finding for every judgement of `doc` that a thing draws from somebody."""
    return [f for word in candidates(doc, _words(), lower=True) if (f := _finding(word)) is not None]


def _finding(word: Token) -> Finding | None:
    verb = word.head
    cue = [word.i]
    if word.dep_ in rel.GOVERNED and verb.lower_ == "with" and verb.head.lemma_.lower() in _MEETS:
        cue.append(verb.i)
        verb = verb.head
    elif word.dep_ not in rel.OBJECT or verb.lemma_.lower() not in _RECEIVES:
        return None
    thing = next((c for c in dependents(verb, rel.SUBJECT) if c.i < verb.i), None)
    from_ = next((c for h in (word, verb) for c in h.children if c.lower_ in _SOURCE and c.i > word.i), None)
    who = None if from_ is None else dependent(from_, rel.GOVERNED)
    if thing is None or from_ is None or who is None or is_thing(who) or thing.tag_ in tags.RELATIVE_PRONOUN:
        return None
    end = thing.doc[thing.right_edge.i]
    cue += [verb.i, from_.i, *(c.i for c in dependents(verb, rel.HELPER_OR_NEGATION))]
    return Finding(
        cue=runs(word.doc, sorted(cue)),
        speaker=who,
        content=[(thing.left_edge.idx, end.idx + len(end))],
        lemma=word.lemma_.lower(),
        because=framed("noun", word.lower_, "np", "received"),
        at=word.idx,
        token=word.i,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
    )


_TELLING = word_set("words_of_speech", "tells_whom")
_SPEAKING = word_set("words_of_speech", "speaks_to")
_OCCASIONS = word_set("words_of_speech", "occasion_with")


def channel(verb: Token | None, speaker: Token | None = None) -> Token | None:
    """Give the head of the noun phrase that names who was told by `verb`, or who cites `speaker`; else none.

    Pronouns are none.
    """
    told = _told(verb) if verb is not None else None
    if told is None and speaker is not None:
        told = _citing(speaker)
    return told if told is not None and told.pos_ in ("NOUN", "PROPN") else None


def _citing(speaker: Token) -> Token | None:
    """Whoever it is by whom the source is said to be cited: "a source quoted by the agency"."""
    for clause in speaker.children:
        if clause.dep_ in rel.ADNOMINAL and clause.lemma_.lower() in ("cite", "quote", "interview"):
            for by in clause.children:
                if by.dep_ in rel.AGENT:
                    return _object(by)
    return None


def _told(verb: Token) -> Token | None:
    lemma = verb.lemma_.lower()
    if lemma in _TELLING:
        for child in verb.children:
            if child.dep_ in rel.OBJECTS and child.i > verb.i:
                return child
    for child in verb.children:
        if child.dep_ in rel.PREPOSITION_OR_RECIPIENT and child.lower_ == "to" and lemma in _SPEAKING:
            found = _object(child)
            if found is not None:
                return found
        elif child.dep_ in rel.PREPOSITION and child.lower_ in ("in", "during", "on", "from"):
            occasion = _object(child)
            if occasion is not None and occasion.lower_ in _OCCASIONS:
                found = _of_occasion(occasion)
                if found is not None:
                    return found
        elif child.dep_ in rel.ADVERBIAL_CLAUSE and child.lower_ == "speaking":
            return _told(child)
    return None


def _of_occasion(occasion: Token) -> Token | None:
    for child in occasion.children:
        if child.dep_ in rel.PREPOSITION_OR_RECIPIENT and child.lower_ in ("with", "to"):
            return _object(child)
    return None


def _object(prep: Token) -> Token | None:
    for child in prep.children:
        if child.dep_ in rel.GOVERNED:
            return child
    return None
