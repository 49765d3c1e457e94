"""What a clause that stands alone leaves hanging: pronouns, bare roles, days that need the report's.

It is marked, for comparing to resolve or to reject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.reading.clauses.cutting import TELLS_WHICH
from rashomon.reading.clauses.extent import is_impersonal, only_opens
from rashomon.reading.clauses.heeded import heeded
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse
from rashomon.records import Hang, HangKind, Span

_BESIDE = 3
_BEFORE_A_NOUN = rel.ADJECTIVAL | rel.DETERMINER | rel.PREDETERMINER


def hangs(parse: Parse, tokens: Sequence[int]) -> Iterable[Hang]:
    """Mark what needs something outside the sentence to be understood."""
    inside = set(tokens)
    for i in tokens:
        kind: HangKind | None = None
        word = parse.lower[i]
        if is_first_person(parse, i):
            kind = "first person"
        elif parse.tag[i] in tags.PERSONAL_PRONOUN | tags.OWNING_PRONOUN and (
            only_opens(parse, i) or not is_impersonal(parse, i)
        ):
            kind = "pronoun"
        elif (parse.tag[i] in tags.ARTICLE and word in ("this", "that", "these", "those")) or (
            word == "such" and parse.dep[i] in _BEFORE_A_NOUN and parse.lower[i + 1] != "as"
        ):
            kind = "demonstrative"
        elif parse.pos[i] == "NOUN" and _is_bare(parse, i, inside):
            kind = "role"
        elif (parse.dep[i] in rel.ADVERBIAL and word in heeded("pointing adverb")) or points_back(parse, i):
            kind = "demonstrative"
        if kind is not None:
            yield Hang(parse.start[i], parse.end[i], kind)


def points_back(parse: Parse, i: int) -> bool:
    """Whether a word stands for a time told before: "since then", "until then"."""
    return parse.lower[i] in heeded("pointing back") and i > 0 and parse.tag[i - 1] in tags.ADPOSITION


def is_first_person(parse: Parse, i: int) -> bool:
    """Whether a word is "we" or "me"."""
    return parse.pos[i] == "PRON" and parse.lower[i] in heeded("first person")


def days(parse: Parse, kept: Sequence[int], times: Sequence[Span]) -> Iterable[Hang]:
    """Mark the times that do not name a day, a month or a year themselves: "on Friday", "last week", "the same day"."""
    for start, end in times:
        inside = [i for i in kept if start <= parse.start[i] < end]
        if (
            inside
            and not any(_names_a_date(parse.lower[i]) for i in inside)
            and not _is_dated_beside(parse, inside, kept)
        ):
            yield Hang(start, end, "demonstrative" if any(parse.lower[i] == "same" for i in inside) else "day")


def _is_dated_beside(parse: Parse, time: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether a month with its day stands beside a time: "Friday, May 2", "May 5 at 4:20 a.m."."""
    near = [i for i in kept if time[0] - _BESIDE <= i <= time[-1] + _BESIDE]
    return any(
        parse.lower[a].rstrip(".") in heeded("month") and parse.lower[b].isdigit()
        for pair in pairwise(near)
        for a, b in (pair, pair[::-1])
    )


def _names_a_date(word: str) -> bool:
    return (word.isdigit() and len(word) == len("2024")) or word.rstrip(".") in heeded("month")


def _is_bare(parse: Parse, noun: int, inside: set[int]) -> bool:
    """Whether "the" stands before a noun of which nothing more is told: "the group", "the strike"."""
    children = parse.children[noun]
    if not any(parse.lower[c] == "the" and parse.dep[c] in rel.DETERMINER for c in children):
        return False
    if parse.lemma[noun] in heeded("known to all"):
        return False
    return not any(parse.dep[c] in TELLS_WHICH and c in inside for c in children)
