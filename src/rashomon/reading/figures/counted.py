"""What is counted, by the parse: "three Iraqi officers", "dozens of people", "12 of them", "killed 12".

The noun is that of the number's phrase; where the phrase has none the number itself stands in the sentence for it.

One more of those who were counted ("an eleventh patient died", "a twelfth body was found") tells at least so many: only
of people whom something befell, and only behind "a" or "an"; "the second patient" is one of a row, no count.

How often something was done stands in a word right behind a verb that tells it ("the officer fired twice"). Before what
it is so much of ("twice as many", "twice the size"), or of a span in which it is done so often ("twice a week"), the
word counts nothing that was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.language import lexicon, word_set
from rashomon.reading.figures.fates import befell, told_by
from rashomon.reading.figures.number import Number
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse
from rashomon.reading.mentions.gazetteer import nominal_heads
from rashomon.records import Figure

PLURAL = tags.PLURAL
PRONOUNS = word_set("words_of_figures", "counted_pronoun")
_NO_PLURAL = ("ss", "us", "as", "os")
_COUNTED = rel.BEFORE_NOUN | rel.COUNTING | rel.ADVERBIAL | rel.DETERMINER | rel.PREDETERMINER
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DEFINITE = word_set("words_of_figures", "definite")


class Counted(NamedTuple):
    """What a number counts: the token that stands in the sentence for it, and its noun, None where it is left out."""

    word: int
    noun: int | None
    partly: bool = False


def counted(parse: Parse, number: Number, first: int, last: int) -> Counted:
    """Give what the number in the tokens [first, last] counts."""
    outward = [i for i in range(first, last + 1) if not first <= parse.head[i] <= last or parse.head[i] == i]
    if number.form == "part" and _of(parse, last) is None:  # "half the town"
        head = parse.head[outward[-1]] if outward else last
        return Counted(head, head, True)
    near = (i for i in outward if parse.head[i] > last and parse.dep[i] in _COUNTED)
    word = next((i for i in near if not _of_another(parse, last, parse.head[i])), None)
    if word is not None and (number.form != "none" or parse.dep[word] in rel.DETERMINER | rel.COUNT):
        head = parse.head[word]
        if parse.dep[word] not in rel.COUNT or parse.lemma[head] not in told_by("number"):  # "one count of murder"
            head = _whole_noun(parse, head)
        if parse.pos[head] in _NOMINAL or parse.lower[head] in told_by("is"):
            named = parse.pos[head] in _NOMINAL and not number.unit
            return Counted(head, head if named and parse.lower[head] not in told_by("is") else None)
    word = outward[-1] if outward else last
    of = _of(parse, last)
    if of is not None:
        definite = parse.lower[of] in PRONOUNS or any(
            parse.lower[c] in _DEFINITE or parse.dep[c] in rel.COUNT for c in parse.children[of]
        )
        return Counted(word, of, definite or number.form == "part" or number.unit == "percent")
    if not number.unit and word == last and (noun := _following(parse, last)) is not None:
        return Counted(noun, noun)
    return Counted(word, None)


def _of_another(parse: Parse, last: int, noun: int) -> bool:
    """Tell the noun of "killed 24 and injured dozens", which the number behind `last` does not count."""
    between = range(last + 1, noun)
    return any(parse.dep[i] in rel.CONJUNCTION for i in between) and any(parse.pos[i] == "VERB" for i in between)


def _whole_noun(parse: Parse, noun: int) -> int:
    """Give the head of "port officials", the votes of "the number of votes", the men of "one army and police men"."""
    while parse.dep[noun] in rel.COMPOUND and parse.head[noun] > noun and parse.pos[parse.head[noun]] in _NOMINAL:
        noun = parse.head[noun]
    if (
        parse.tag[noun] in tags.COMMON_NOUN
        and parse.lemma[noun] in told_by("number")
        and (of := _of(parse, noun)) is not None
    ):
        return of
    if parse.tag[noun] in tags.COMMON_NOUN:
        joined = (c for c in parse.children[noun] if parse.dep[c] in rel.JOINED and parse.tag[c] in tags.COMMON_PLURAL)
        return next(joined, noun)
    return noun


def _of(parse: Parse, last: int) -> int | None:
    """Give the noun of "12 of the men", "dozens of people", "four of seven posts"."""
    if last + 2 >= len(parse.lower) or parse.lower[last + 1] != "of":
        return None
    noun = next((c for c in parse.children[last + 1] if parse.dep[c] in rel.GOVERNED and c > last), None)
    if noun is None and parse.dep[last + 2] in rel.COUNT and parse.head[last + 2] > last:  # "four of seven posts"
        return parse.head[last + 2]
    return noun


def _following(parse: Parse, last: int) -> int | None:
    """Give the plural noun that follows, where the parse has not joined the number to it."""
    for i in range(last + 1, min(last + 4, len(parse.lower))):
        if parse.tag[i] in PLURAL:
            return i if parse.head[i] != last else None
        if parse.pos[i] not in ("ADJ", "PROPN", "NOUN"):
            return None
    return None


def name(parse: Parse, noun: int) -> str:
    """Give the lemma of what a noun counts: "person" for those named by their fate or not at all."""
    lemma = parse.lemma[noun]
    if lemma in told_by("count") or parse.lower[noun] in PRONOUNS or parse.lower[noun] in told_by("is"):
        return "person"
    plural = parse.tag[noun] in tags.PLURAL_NAME or (parse.tag[noun] in tags.NAME and not lemma.endswith(_NO_PLURAL))
    if plural and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def is_people(parse: Parse, noun: int) -> bool:
    """Tell whether a noun counts people."""
    lemma = name(parse, noun)
    kind = nominal_heads().get(lemma, ("", ""))[0]
    return lemma in people() or kind in ("person", "group") or parse.tag[noun] in tags.PLURAL_NAME


def said_of(parse: Parse, counted: Counted, last: int) -> int | None:
    """Give the noun that a part is said to be: "three of them children", "of whom 12 were children"."""
    word = counted.word
    beside = counted.noun + 1 if counted.noun is not None and counted.noun > last else 0
    if beside and beside < len(parse.lower) and parse.tag[beside] in PLURAL:
        return beside
    if parse.dep[word] in rel.ACTIVE_SUBJECT and parse.lemma[parse.head[word]] == "be":
        of = parse.children[parse.head[word]]
        return next((c for c in of if parse.dep[c] in rel.NOUN_PREDICATE and parse.tag[c] in PLURAL), None)
    return None


@cache
def people() -> frozenset[str]:
    """Give the nouns of people."""
    return frozenset({"person", *(row[0] for row in lexicon("people_nouns"))})


_COUNTS = "time"
_VERB = "VERB"


def how_often(parse: Parse) -> Iterator[Figure]:
    """Give the figures that such words tell, in the order of the text."""
    last_word = len(parse.lower) - 1
    for word, lower in enumerate(parse.lower):
        told = _words().get(lower)
        if told is None or parse.dep[word] not in rel.ADVERBIAL:
            continue
        verb, value = parse.head[word], told[0]
        if verb >= word or parse.pos[verb] != _VERB or parse.tag[verb] not in tags.PAST_OR_PARTICIPLE:
            continue
        after = min(word + 1, last_word)
        if parse.pos[after] in ("ADV", "ADJ", "DET", "NOUN", "SCONJ") or (told[1] and parse.pos[after] != "PUNCT"):
            continue
        yield Figure(parse.start[word], parse.end[word], value, value, value, _COUNTS)


@cache
def _words() -> dict[str, tuple[float, bool]]:
    return {word: (float(value), "last" in more) for word, value, *more in lexicon("how_often")}


_WRITTEN = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_NEW = frozenset({"a", "an"})


def one_more(parse: Parse) -> Iterator[Figure]:
    """Give the figures that an ordinal tells, in the order of the text."""
    for word, lower in enumerate(parse.lower):
        value = _value(lower)
        noun = parse.head[word]
        if value is None or value < 2 or noun <= word or not is_people(parse, noun):
            continue
        if not any(parse.dep[c] in rel.DETERMINER and parse.lower[c] in _NEW for c in parse.children[noun]):
            continue
        fate = befell(parse, noun, True)
        if fate:
            yield Figure(parse.start[word], parse.end[word], value, value, None, name(parse, noun), fate)


def _value(word: str) -> float | None:
    written = _WRITTEN.fullmatch(word)
    return float(written[1]) if written is not None else _ordinals().get(word)


@cache
def _ordinals() -> dict[str, float]:
    return {row[0]: float(row[2]) for row in lexicon("time_words") if row[1] == "ordword"}
