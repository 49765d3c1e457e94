"""Two verbs of saying that are joined say one thing in two voices: "aides said, and Berg confirmed, that …".

What stands behind the second, or before the first, is said by both. A verb under a negation shares nothing.

Two who say one thing are two voices: one finding a conjunct, with the same cue and content.

"Norvia and the Front deny that": the first row has the whole phrase as its source and the first voice as its mention,
each further row has its own part. Two roles of one person are one voice, and so are "friends and neighbours".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.attributions.complements import complements
from rashomon.reading.attributions.cue_verbs import cue_verbs, verb_lemma
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.sources import named
from rashomon.reading.attributions.verb_groups import negated, no_comment, own_subject
from rashomon.reading.attributions.who_is_named import phrase
from rashomon.reading.attributions.who_may_speak import may_speak, source_nouns
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.mentions.gazetteer import atlas
from rashomon.records import Reason

_DEFINITE = frozenset({"another", "the"})
_MANY = frozenset({"anonymous", "collective", "institution", "person"})
_OF_HIS_OWN = word_set("words_of_speech", "of_his_own") | {"fellow", "other"}


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
            if _is_somebody(other) or _are_two_sorts(first, other) or _are_others(first, other):
                low, high = phrase(other)
                last = first.doc[min(high, end) - 1]
                yield other, (first.doc[low].idx, last.idx + len(last))
    for one in dependents(first, rel.NOUN_BEFORE_NOUN):  # "the harbour's director and union officials"
        owned = has_dependent(one, rel.OWNER) or has_dependent(one, rel.DETERMINER)
        if first.tag_ not in tags.PLURAL or one.nbor(1).lower_ != "and":
            continue
        if (owned and _is_one(one)) or _is_a_body_beside(one, first):
            yield one, (one.left_edge.idx, one.idx + len(one))
    if first.tag_ in tags.PLURAL and source_nouns().get(first.lower_) == "institution":
        for state in (c for c in dependents(first, rel.BEFORE_NOUN) if atlas().demonym(c.text)):
            for other in (c for c in (state, *_conjuncts(state)) if c.i < first.i - 1 and atlas().demonym(c.text)):
                if any(c.i > other.i for c in (state, *_conjuncts(state))):
                    yield other, (other.idx, other.idx + len(other))


def _is_one(who: Token) -> bool:
    """Whether a noun is of one person, by what he is."""
    return who.tag_ in tags.COMMON_NOUN and source_nouns().get(who.lower_) in ("anonymous", "office", "person")


def _is_a_body_beside(one: Token, many: Token) -> bool:
    """Whether a body's name stands beside many, and not before them: "Amnesty and local rights groups".

    Where only names stand between, both may be theirs: "Boeing and Airbus executives".
    """
    between = one.doc[one.i + 2 : many.i]
    told_of = source_nouns().get(many.lower_) in _MANY and one.ent_type_ in ner.ORGANISATION
    return told_of and any(t.tag_ in tags.COMMON or t.tag_ in tags.ADJECTIVE for t in between)


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


def _are_others(first: Token, other: Token) -> bool:
    """Whether many are joined to one who has a name or a body: "the union and aid workers", not "Dane and friends"."""
    one = first.pos_ == "PROPN" or (_is_somebody(first) and source_nouns().get(first.lower_) == "institution")
    if not one or other.tag_ not in tags.COMMON_PLURAL or source_nouns().get(other.lower_) not in _MANY:
        return False
    beside = {other.lower_, *(c.lower_ for c in other.children)}
    return beside.isdisjoint(_OF_HIS_OWN) and not has_dependent(other, rel.OWNER)


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


_WHOLE = ("clause", "around")


def joined_sayings(found: list[Finding]) -> list[Finding]:
    """Give `found`, each of two joined verbs with what both say, and those verbs that the first alone stood for."""
    _share_what_is_behind(found)
    have = {f.token for f in found if f.content}
    more = [joined for f in found for joined in _joined_to(f, have)]
    told = {f.token for f in more}
    return [f for f in found if f.content or f.token not in told] + more


def _share_what_is_behind(found: list[Finding]) -> None:
    """Give the clause behind two joined verbs to both voices: "Residents said, and the mayor confirmed, that"."""
    by_verb = {f.verb.i: f for f in found if f.verb is not None and f.inside is None}
    for second in found:
        verb = second.verb
        if verb is None or verb.dep_ not in rel.JOINED or second.plain_frame != "clause" or own_subject(verb) is None:
            continue
        first = by_verb.get(verb.head.i)
        if first is None or first.content or first.speaker is None or own_subject(verb.head) is None:
            continue
        behind = all(a > second.at for a, _ in second.content)
        if behind and "clause" in cue_verbs()[first.lemma].frames:
            first.content = list(second.content)
            first.framed("clause")


def _joined_to(first: Finding, have: set[int]) -> list[Finding]:
    """Give a finding for each verb with a subject of its own that is joined to that of `first` and has no content."""
    verb = first.verb
    if verb is None or not first.content or first.hypothetical or first.plain_frame not in _WHOLE:
        return []
    found = []
    for second in (c for c in dependents(verb, rel.JOINED) if c.i not in have):
        lemma, who = verb_lemma(second), own_subject(second)
        if lemma is None or who is None or not may_speak(who):
            continue
        entry = cue_verbs()[lemma]
        if entry.kind != "speech" or entry.polarity != "assert" or "clause" not in entry.frames:
            continue
        if complements(second, entry.frames) or negated(second) or no_comment(second, lemma):
            continue
        cue = [(second.idx, second.idx + len(second))]
        found.append(
            replace(
                first,
                cue=cue,
                speaker=who,
                content=list(first.content),
                lemma=lemma,
                because=framed("speech-verb", second.lower_, "clause"),
                at=second.idx,
                token=second.i,
                verb=second,
                source=None,
                polarity="assert",
                negated=False,
            )
        )
    return found
