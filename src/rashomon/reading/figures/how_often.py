"""How often something was done, in a word: "the officer fired twice", "they had been warned once".

Right behind a verb that tells what was done. Before what it is so much of ("twice as many", "twice the size"), or of a
span in which it is done so often ("twice a week"), the word counts nothing that was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse
from rashomon.records import Figure

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
