"""A bare number of what the sentence before counts: "put the number at 41", "said that it was six", "18 are"."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.eventualities.parse import Parse
from rashomon.reading.figures.fates import told_by

_PUTTING = frozenset({"at", "as"})
_POINTS = frozenset({"it", "there"})
_LEFT_OUT = frozenset({"be", "do", "have"})
_FILLS = frozenset({"attr", "acomp", "dobj", "prep", "advcl", "xcomp", "ccomp", "oprd"})


def counts_what_was_counted(parse: Parse, word: int) -> bool:
    """Whether a number that names nothing stands for what was counted before, by its place in the sentence."""
    head, dep = parse.head[word], parse.dep[word]
    if dep == "pobj":
        return _is_put(parse, head) or (parse.lower[head] == "of" and _is_a_number(parse, parse.head[head]))
    said = parse.dep[head] == "ccomp"
    if dep in ("attr", "acomp"):
        subjects = [c for c in parse.children[head] if parse.dep[c] in ("nsubj", "expl")]
        return parse.lemma[head] == "be" and any(
            (said and parse.lower[c] in _POINTS) or _is_a_number(parse, c) for c in subjects
        )
    bare = not any(parse.dep[c] in _FILLS for c in parse.children[head])
    return dep == "nsubj" and said and bare and parse.lemma[head] in _LEFT_OUT


def _is_put(parse: Parse, preposition: int) -> bool:
    verb = parse.head[preposition]
    puts = parse.lower[preposition] in _PUTTING and parse.lemma[verb] in _putting()
    return puts and any(parse.dep[c] == "dobj" and _is_a_number(parse, c) for c in parse.children[verb])


def _is_a_number(parse: Parse, noun: int) -> bool:
    """Whether a noun stands for a number and names nothing that it is of."""
    of = any(parse.lower[c] == "of" and c > noun for c in parse.children[noun])
    named = of and not any(parse.pos[p] == "NUM" for c in parse.children[noun] for p in parse.children[c])
    return parse.lemma[noun] in told_by("number") and not named


@cache
def _putting() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("counting_verbs"))
