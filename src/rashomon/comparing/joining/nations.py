"""Of what nation those are to whom a clause tells that something befell: "two Tajik guards", "citizens of Peru"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.language import lexicon, listed
from rashomon.records import Argument, Clause, Word

_BEFORE = 4  # words between the adjective and its noun, and one
_OF = frozenset({len(" of "), len(" of the ")})  # words without meaning are not among those of a reading
_OF_A_STATE = frozenset({"citizen", "national"})
_GAP, _AND = 1, 5  # characters between two words, and with " and " there


def nations_of(c: Clause, words: Sequence[Word]) -> frozenset[str]:
    """Give the states of the people to whom a clause tells that something is done, or that they died.

    `words` are those of the report.
    """
    role = "subject" if c.lemma in _deaths() else "object"
    people = (a for a in c.arguments if a.role == role and a.lemma in _people())
    return frozenset(state for a in people for state in (*_before(a, words), *_behind(a, words)))


def _before(a: Argument, words: Sequence[Word]) -> Iterable[str]:
    """The states whose adjectives stand right before a noun, or right before another of them."""
    at = bisect_left(words, a.start, key=lambda w: w.start)
    end, found = a.start, False
    for w in reversed(words[max(0, at - _BEFORE) : at]):
        state = _adjectives().get(w.lemma.casefold())
        if end - w.end > (_AND if found and state else _GAP):
            return
        if state is not None:
            yield state
        end, found = w.start, state is not None


def _behind(a: Argument, words: Sequence[Word]) -> Iterable[str]:
    """The state that stands right behind a noun for those of a state: "citizens of Peru", "of the Slovak Republic"."""
    at = bisect_left(words, a.end, key=lambda w: w.start)
    if a.lemma in _OF_A_STATE and at < len(words) and words[at].start - a.end in _OF:
        state = words[at].lemma.casefold()
        yield from {_adjectives().get(state) or _names().get(state, "")} - {""}


@cache
def _names() -> dict[str, str]:
    return {row[0].casefold(): row[0] for row in lexicon("countries")}


@cache
def _adjectives() -> dict[str, str]:
    """Give for the adjective of a people its state."""
    return {word.casefold(): state for state, people, *_ in lexicon("countries") for word in people.split("|") if word}


@cache
def _deaths() -> frozenset[str]:
    """The verbs of which the subject dies."""
    return listed("deaths", "subject")


@cache
def _people() -> frozenset[str]:
    heads = listed("nominal_heads", "person", "group")
    return heads | listed("people_nouns") | listed("sides")
