"""Whether a noun says that there is none: "nobody", "no guard", "neither side", "not one guard", "not a single house".

"Not all", "not everyone" and "not a few" leave some; "no fewer than ten" bounds a number; "not one but two" names
another.
"""

from __future__ import annotations

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one", "noone"})
_NO = frozenset({"no", "neither"})
_JOINING = rel.ANY_CONJUNCTION | rel.ADVERBIAL | rel.DETERMINER
_BOUNDING = frozenset({"fewer", "less", "more", "later", "sooner", "earlier"})
_NOT_ONE = frozenset({"one", "any", "a", "an"})
_BETWEEN = frozenset({"even"})
_SOME = frozenset({"few", "little"})
_INSIDE = rel.COUNTING | rel.DETERMINER | rel.PREDETERMINER


def is_nobody(parse: Parse, noun: int) -> bool:
    """Whether what the noun names is none at all."""
    if parse.lower[noun] in _NOBODY or _is_not_one(parse, noun):
        return True
    return any(
        (parse.dep[c] in rel.DETERMINER and parse.lower[c] in _NO and parse.lower[c + 1] not in _BOUNDING)
        or (parse.dep[c] in _JOINING and parse.lower[c] in ("neither", "nor"))
        for c in parse.children[noun]
    )


def _is_not_one(parse: Parse, noun: int) -> bool:
    """Whether a "not" inside the noun's phrase stands before "one", "any" or "a", and no other is named for it."""
    inside = [noun, *(c for c in parse.children[noun] if parse.dep[c] in _INSIDE)]
    for at in (c for word in inside for c in parse.children[word] if parse.dep[c] in rel.NEGATION and c < noun):
        behind = at + 1
        while behind < noun and parse.lower[behind] in _BETWEEN:
            behind += 1
        some = behind < noun and parse.lower[behind + 1] in _SOME
        other = any(parse.lower[c] == "but" for word in inside for c in parse.children[word])
        if parse.lower[behind] in _NOT_ONE and not some and not other:
            return True
    return False
