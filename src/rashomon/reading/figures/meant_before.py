"""A bare number of what the sentence before counts: "put the number at 41", "said that it was six", "18 are"."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.figures.fates import told_by
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_PUTTING = frozenset({"at", "as"})
_POINTS = frozenset({"it", "there"})
_LEFT_OUT = frozenset({"be", "do", "have"})
_FILLS = rel.ANY_PREDICATE | rel.WHAT_IS_SAID | rel.PREPOSITION | rel.ADVERBIAL_CLAUSE


def counts_what_was_counted(parse: Parse, word: int) -> bool:
    """Whether a number that names nothing stands for what was counted before, by its place in the sentence."""
    head, dep = parse.head[word], parse.dep[word]
    if dep in rel.GOVERNED:
        return _is_put(parse, head) or (parse.lower[head] == "of" and _is_a_number(parse, parse.head[head]))
    said = parse.dep[head] in rel.CONTENT
    if dep in rel.PREDICATE:
        subjects = [c for c in parse.children[head] if parse.dep[c] in rel.ACTIVE_SUBJECT | rel.EXPLETIVE]
        return parse.lemma[head] == "be" and any(
            (said and parse.lower[c] in _POINTS) or _is_a_number(parse, c) for c in subjects
        )
    bare = not any(parse.dep[c] in _FILLS for c in parse.children[head])
    return dep in rel.ACTIVE_SUBJECT and said and bare and parse.lemma[head] in _LEFT_OUT


def _is_put(parse: Parse, preposition: int) -> bool:
    verb = parse.head[preposition]
    puts = parse.lower[preposition] in _PUTTING and parse.lemma[verb] in _putting()
    return puts and any(parse.dep[c] in rel.OBJECT and _is_a_number(parse, c) for c in parse.children[verb])


def _is_a_number(parse: Parse, noun: int) -> bool:
    """Whether a noun stands for a number and names nothing that it is of."""
    of = any(parse.lower[c] == "of" and c > noun for c in parse.children[noun])
    named = of and not any(parse.pos[p] == "NUM" for c in parse.children[noun] for p in parse.children[c])
    return parse.lemma[noun] in told_by("number") and not named


@cache
def _putting() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("counting_verbs"))
