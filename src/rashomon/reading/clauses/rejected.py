"""Whether what a clause tells is called false: "reports that Y left were untrue", "it is not true that Y left".

The clause is told by a noun for what somebody tells ("the claim that …") or is itself what is spoken of ("that Y left
is a lie"), and a predicate over it says that it is not so; or somebody calls it so ("called the report that … a lie").
A clause that calls another one false is so rejected itself: it puts nothing forward of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse

_TOLD = rel.CLAUSE_OF_NOUN | rel.APPOSITION
_SUBJECTS = rel.SUBJECT_OR_CLAUSE | rel.PASSIVE_CLAUSE_SUBJECT
_PREDICATIVES = rel.ANY_PREDICATE | rel.WHAT_IS_SAID | rel.ADVERBIAL_CLAUSE | rel.PREPOSITION
_COPULAS = frozenset({"be", "prove", "remain", "seem", "appear", "become"})
_OF_DEEDS = frozenset({"wrong", "absurd", "ridiculous", "ludicrous", "impossible", "misleading", "meaningless"})
_SUBSTANCE = frozenset({"truth", "basis", "substance", "foundation", "merit"})
_BEARS_OUT = frozenset({"support", "substantiate"})
_CLEARS = frozenset({"absolve", "acquit", "clear", "exonerate"})
_UP = 3  # links from a noun to what there is none of: "no truth to any of the claims"


def rejected(parse: Parse, head: int) -> str:
    """Give the word that calls what the clause of `head` tells false; empty where none does."""
    for noun in _nouns(parse, head):
        word = _of_noun(parse, noun) or _tail(parse, head)
        if word:
            return word
    dep, up = parse.dep[head], parse.head[head]
    if dep in rel.GOVERNED_CLAUSE and (word := _cleared(parse, up)):
        return word
    if (
        dep in rel.CONTENT | rel.CLAUSE_SUBJECT | rel.PASSIVE_CLAUSE_SUBJECT and up != head and parse.lemma[up] == "be"
    ):  # "that … is a lie"
        word = _called(parse, up)
        return "" if word in _OF_DEEDS else word
    return ""


def rejects(parse: Parse, head: int) -> str:
    """Give the word by which the clause of `head` calls what another clause tells false; empty where it does not."""
    if parse.lemma[head] not in _COPULAS:
        return ""
    if any(parse.dep[c] in rel.CONTENT | rel.CLAUSE_SUBJECT and rejected(parse, c) for c in parse.children[head]):
        return _called(parse, head)
    for subject in (c for c in parse.children[head] if parse.dep[c] in _SUBJECTS):
        told = parse.lemma[subject] in _claims() and any(
            parse.dep[c] in _TOLD and _is_verb(parse, c) for c in parse.children[subject]
        )
        if told:
            return _called(parse, head)
    up = parse.head[head]
    if parse.dep[head] in rel.CONTENT and any(True for _ in _nouns(parse, up)):
        return _tail(parse, up)
    return ""


def _nouns(parse: Parse, head: int) -> Iterator[int]:
    """The noun for what somebody tells that tells the clause: its governor, or the word in front of it."""
    up = parse.head[head]
    if parse.dep[head] in _TOLD and up != head and up < head and parse.lemma[up] in _claims():
        yield up
        return
    first = head
    while (left := min((c for c in parse.children[first] if c < first), default=first)) < first:
        first = left
    before = first - 1
    if before >= 0 and parse.lower[before] == "that":
        before -= 1
    if before >= 0 and parse.lemma[before] in _claims() and parse.dep[head] in _TOLD:
        yield before


def _of_noun(parse: Parse, noun: int) -> str:
    """The word that a predicate over the noun calls it false by."""
    dep, up = parse.dep[noun], parse.head[noun]
    if up == noun:
        return ""
    if dep in _SUBJECTS or dep in rel.OBJECT or dep in rel.NOUN_PREDICATE | rel.GOVERNED:
        if dep in rel.ACTIVE_SUBJECT and parse.lemma[up] in _false():
            return parse.lemma[up]
        if dep in rel.PASSIVE_SUBJECT and parse.lemma[up] in _BEARS_OUT and _is_turned(parse, up):
            return f"not {parse.lemma[up]}"
        if dep not in rel.GOVERNED and (dep in rel.UNDERGOER or parse.lemma[up] in _COPULAS):
            return _called(parse, up)
    for _ in range(_UP):  # "no truth to the claim that"
        if parse.lemma[up] in _SUBSTANCE:
            without = any(parse.lower[c] == "no" for c in parse.children[up])
            over = parse.head[up]
            return f"no {parse.lemma[up]}" if without or _is_turned(parse, over) else ""
        if parse.pos[up] not in ("ADP", "NOUN", "PRON", "DET"):
            break
        up = parse.head[up]
    return ""


def _cleared(parse: Parse, of: int) -> str:
    """The word by which somebody is cleared of the deed behind an "of": "acquitted Berg of having ordered it"."""
    up = parse.head[of]
    up = parse.head[up] if parse.dep[up] in rel.UNDERGOER else up
    clears = parse.lower[of] == "of" and parse.lemma[up] in _CLEARS and not _is_turned(parse, up)
    return parse.lemma[up] if clears else ""


def _called(parse: Parse, verb: int) -> str:
    """The word by which a verb calls its subject or object false: "are untrue", "called it a lie", "is not true"."""
    turned = _is_turned(parse, verb)
    if any(parse.tag[c] in tags.MODAL for c in parse.children[verb]):
        return ""  # "may be false"
    for child in (c for c in parse.children[verb] if parse.dep[c] in _PREDICATIVES):
        lacks = next((parse.lemma[c] for c in parse.children[child] if parse.lemma[c] in _SUBSTANCE), "")
        if lacks and not turned and parse.lower[child] == "without":
            return f"without {lacks}"
        for word in (child, *parse.children[child]):
            if (
                word != child
                and parse.dep[word] not in rel.ATTRIBUTIVE | rel.ADJECTIVE_PREDICATE | rel.JOINED | rel.GOVERNED
            ):
                continue
            if turned and parse.lemma[word] in _true() and word == child:
                return f"not {parse.lemma[word]}"
            if not turned and parse.lemma[word] in _false():
                return parse.lemma[word]
    return ""


def _tail(parse: Parse, head: int) -> str:
    """The same where the parser hung the predicate into the clause: "reports that Y ordered the raid were false"."""
    for child in parse.children[head]:
        bare = not any(parse.dep[c] in rel.SUBORDINATOR for c in parse.children[child])
        if child > head and parse.dep[child] in rel.CONTENT and parse.lemma[child] == "be" and bare:
            return _called(parse, child)
    return ""


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.pos[i] in ("VERB", "AUX")


def _is_turned(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] in rel.NEGATION or parse.lower[c] == "never" for c in parse.children[verb])


@cache
def _claims() -> frozenset[str]:
    return frozenset(lemma for lemma, of in lexicon("claim_nouns") if of == "claim")


@cache
def _true() -> frozenset[str]:
    return frozenset(lemma for lemma, of in lexicon("claim_nouns") if of == "truth")


@cache
def _false() -> frozenset[str]:
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "false")
