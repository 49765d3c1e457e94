"""Two who say one thing are two voices: one finding a conjunct, with the same cue and content.

"Norvia and the Front deny that": the first row has the whole phrase as its source and the first voice as its mention,
each further row has its own part. Two roles of one person are one voice, and so are "friends and neighbours".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from rashomon.reading.attributions.finding import Finding
from rashomon.reading.attributions.source_nouns import source_nouns
from rashomon.reading.attributions.source_phrase import phrase
from rashomon.reading.attributions.sources import named
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent
from rashomon.reading.mentions.atlas import atlas
from rashomon.records import Reason

_DEFINITE = frozenset({"another", "the"})


def joined_sources(found: list[Finding]) -> list[Finding]:
    """Give a further finding for each voice that the speaker of one of `found` is joined to."""
    return [
        replace(
            f,
            speaker=who,
            source=(span,),
            because=f.because.then(Reason("joined"), ":"),
            content=list(f.content),
            cue=list(f.cue),
        )
        for f in found
        if f.speaker is not None and f.source is None and not f.hypothetical
        for who, span in _others(f.speaker, f)
    ]


def _others(first: Token, finding: Finding) -> Iterator[tuple[Token, tuple[int, int]]]:
    if named(first) != first:
        return
    start, end = phrase(first, finding.verb)
    if may_speak(first):
        for other in _conjuncts(first):
            if not start <= other.i < end or (_is_place(other) and not _is_place(first)):
                continue
            if _is_somebody(other) or _are_two_sorts(first, other):
                low, high = phrase(other)
                last = first.doc[min(high, end) - 1]
                yield other, (first.doc[low].idx, last.idx + len(last))
    if first.tag_ in tags.PLURAL and source_nouns().get(first.lower_) == "institution":
        for state in (c for c in dependents(first, rel.BEFORE_NOUN) if atlas().demonym(c.text)):
            for other in (c for c in (state, *_conjuncts(state)) if c.i < first.i - 1 and atlas().demonym(c.text)):
                if any(c.i > other.i for c in (state, *_conjuncts(state))):
                    yield other, (other.idx, other.idx + len(other))


def _conjuncts(first: Token) -> Iterator[Token]:
    for child in first.children:
        if child.dep_ in rel.JOINED and child.i > first.i:
            yield child
            yield from _conjuncts(child)
        if child.dep_ in rel.PREPOSITION and first.ent_type_ in ner.PERSON:  # "Abt of the Echo and Dost of the Post"
            for body in (c for c in dependents(child, rel.GOVERNED) if c.ent_type_ not in ner.PERSON):
                yield from (c for c in _conjuncts(body) if c.ent_type_ in ner.PERSON)


def _is_place(token: Token) -> bool:
    """Whether a token names a state or a town: beside a person it is where he serves ("the force in A and B")."""
    return token.ent_type_ in ner.POLITY


def _are_two_sorts(first: Token, other: Token) -> bool:
    """Whether people and a body are joined, two voices however they are named: "witnesses and authorities"."""
    sorts = {source_nouns().get(t.lower_) for t in (first, other) if t.tag_ in tags.COMMON_PLURAL}
    return sorts == {"person", "institution"}


def _is_somebody(other: Token) -> bool:
    """Whether a conjunct is one voice of its own: a name, or what an article or an owner makes definite."""
    if other.pos_ == "PRON" or not may_speak(other):
        return False
    if other.pos_ == "PROPN":
        return other.ent_type_ in ner.ACTORS or has_dependent(other, rel.DETERMINER)
    return any(
        (c.dep_ in rel.DETERMINER and c.lower_ in _DEFINITE) or (c.dep_ in rel.OWNER and c.pos_ != "PRON")
        for c in other.children
    )
