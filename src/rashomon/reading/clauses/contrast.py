"""What a clause names only to say that it is not that: "cement, not food", "not rebels but soldiers".

Such a "not" turns one participant, and not what is told of the others: "fired rubber bullets, not live rounds" tells
that they fired. "Not one", "not only", "not a single" name nothing beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_NO_CONTRAST = frozenset(
    (
        *("all", "any", "as", "enough", "even", "every", "just", "least", "long", "many", "merely", "much", "one"),
        *("only", "simply", "so", "such", "yet"),
    )
)
_BEFORE = frozenset({",", "and", "but", "—", "–", "-", ";"})
_INSTEAD = {"than": "rather", "of": "instead"}
_INSIDE = rel.NOUN_PHRASE_PART | rel.QUANTIFIER | rel.PREDETERMINER
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
_BESIDE = rel.BESIDE_NOUN | rel.UNSURE | rel.NOUN_ADVERBIAL
_COMPLEMENTS = rel.ANY_PREDICATE | rel.OBJECT
_VERBAL = frozenset({"VERB", "AUX"})
_REACH = 8


def contrasted(parse: Parse, verb: int, low: int, high: int) -> tuple[int, ...]:
    """Give the nouns, among the tokens [low, high), that the clause of `verb` says it is not."""
    found = (named for at in range(low, high) if (named := _named_by(parse, at)) is not None)
    return tuple(noun for noun in found if _verb_over(parse, noun) == verb)


def turns_one_part(parse: Parse, negation: int) -> bool:
    """Whether a "not" turns one participant of its clause, and not what is told of the others."""
    return parse.lower[negation] == "not" and _denied_by_not(parse, negation) is not None


def other_than(parse: Parse, noun: int) -> list[int]:
    """Give what is named in place of a noun behind a "but": of "not by rebels but by soldiers", the soldiers."""
    holder = parse.head[noun] if parse.dep[noun] in rel.GOVERNED else noun
    joined = [c for c in parse.children[holder] if parse.dep[c] in rel.JOINED and c > noun]
    return [p for c in joined for p in ([c] if parse.pos[c] in _NOMINAL else _governed(parse, c))]


def _named_by(parse: Parse, at: int) -> int | None:
    word = parse.lower[at]
    if word == "not":
        return _denied_by_not(parse, at)
    if at and word in _INSTEAD and parse.lower[at - 1] == _INSTEAD[word]:
        return next(iter((*_governed(parse, at), *_governed(parse, at - 1))), None)
    return None


def _denied_by_not(parse: Parse, at: int) -> int | None:
    """Give the noun that the "not" at `at` turns, where it turns no more than that."""
    first = at + 1
    if first >= len(parse.lower) or parse.lower[first] in _NO_CONTRAST or parse.lower[first] == "including":
        return None
    if parse.lower[first] == "a" and parse.lower[first + 1 : first + 2] in (["single"], ["few"], ["little"]):
        return None
    noun = _phrase(parse, first)
    if noun is None or noun - at > _REACH or parse.pos[noun] not in _NOMINAL:
        return None
    if any(parse.lower[c] == "but" and c > noun for c in (*parse.children[noun], *parse.children[first])):
        return noun
    if at == 0 or parse.lower[at - 1] not in _BEFORE:
        return None
    return noun if _stands_beside(parse, at, first, noun) else None


def _phrase(parse: Parse, first: int) -> int | None:
    """Give the noun of the phrase that begins at `first`: "by the rebels", "because of the wind", "live rounds"."""
    if parse.pos[first] in ("ADP", "SCONJ"):
        inner = [
            c
            for c in parse.children[first]
            if parse.dep[c] in rel.GOVERNED_CLAUSE | rel.PREPOSITION and parse.pos[c] == "ADP"
        ]
        return next(iter((*_governed(parse, first), *(p for c in inner for p in _governed(parse, c)))), None)
    if parse.pos[first] in _VERBAL or parse.pos[first] in ("ADV", "PART"):
        return None
    noun = first
    while parse.dep[noun] in _INSIDE and parse.head[noun] > noun:
        noun = parse.head[noun]
    return noun


def _stands_beside(parse: Parse, at: int, first: int, noun: int) -> bool:
    """Whether something of the same kind stands before: a noun beside it, or a phrase that hangs on the same word."""
    if parse.pos[first] in ("ADP", "SCONJ"):
        same = rel.PREPOSITION_OR_AGENT | rel.JOINED
        return any(c < at and parse.dep[c] in same for c in _siblings(parse, first)) or parse.dep[first] in rel.JOINED
    if parse.dep[noun] in _BESIDE:
        return parse.head[noun] < at
    return parse.dep[noun] in _COMPLEMENTS and any(
        c < at and parse.dep[c] in _COMPLEMENTS for c in _siblings(parse, noun)
    )


def _siblings(parse: Parse, token: int) -> Iterator[int]:
    return (c for c in parse.children[parse.head[token]] if c != token)


def _governed(parse: Parse, preposition: int) -> list[int]:
    return [c for c in parse.children[preposition] if parse.dep[c] in rel.GOVERNED]


def _verb_over(parse: Parse, token: int) -> int:
    at = parse.head[token]
    while parse.pos[at] not in _VERBAL and parse.head[at] != at:
        at = parse.head[at]
    return at
