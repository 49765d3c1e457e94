"""Reads a lexicon: every entry a tuple of its tab-parted columns, in file order, comments left out; or its words."""

from __future__ import annotations

from functools import cache

FOLDERS = ("en", "world", "weights")
"""Words and constructions of English; what is true whatever the language; numbers that were fitted."""


@cache
def lexicon(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the entries of `{name}.txt` in one of `FOLDERS`; columns left empty at the end of a line are dropped.

    Raises FileNotFoundError where there is no such lexicon.
    """
    from importlib.resources import files

    kept = [files("rashomon.language").joinpath(folder, f"{name}.txt") for folder in FOLDERS]
    found = next((file for file in kept if file.is_file()), kept[0])
    lines = found.read_text("utf-8").splitlines()
    return tuple(tuple(line.rstrip().split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def word_set(name: str, role: str) -> frozenset[str]:
    """Give the words of a lexicon whose entries are a role and a word: those with `role`.

    >>> sorted(word_set("personal_words", "either"))[:3]
    ['agent', 'ally', 'attacker']

    An entry that is a role alone has no word. Raises KeyError where no entry has the role.
    """
    found = [entry[1:] for entry in lexicon(name) if entry[0] == role]
    if not found:
        raise KeyError(f"no entry of {name} has the role {role}")
    return frozenset(word for rest in found for word in rest)


@cache
def saying_verbs() -> frozenset[str]:
    """Give the lemmas of verbs by which somebody says or believes something."""
    return frozenset(row[0] for row in lexicon("attribution_verbs") if row[1] in ("speech", "belief"))


_KINDS = frozenset({"month", "monthverb", "weekday", "weekdays"})


@cache
def calendar_words() -> frozenset[str]:
    """Give them in lower case, whole and cut short, with and without the dot."""
    found = {word for word, kind, *_ in lexicon("time_words") if kind in _KINDS}
    return frozenset(found | {word.rstrip(".") for word in found})
