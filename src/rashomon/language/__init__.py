"""Word lists apart from code: sorted, commented text files, one entry a line, columns parted by tabs.

`en/` holds the words and constructions of English, `world/` names and facts that are true whatever the language,
`weights/` the numbers that were fitted. A line that starts with `#` is a comment; the first comment of a file says what
it holds and what its columns are.

A lexicon is read as a tuple of its columns an entry, in file order, or as a set of its words.

A count is written as people do: "1 day", "2 days", "1,000 new stories"; what is told of one is told in the singular.
"""

from __future__ import annotations

from functools import cache

__all__ = ["FOLDERS", "calendar_words", "lexicon", "listed", "many", "plural", "saying_verbs", "word_set"]

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
def listed(name: str, *kinds: str) -> frozenset[str]:
    """Give the words that open the entries of a lexicon; those whose second column is one of `kinds` where any is told.

    >>> "allegation" in listed("claim_nouns", "claim"), "allegation" in listed("claim_nouns", "truth")
    (True, False)
    """
    return frozenset(row[0] for row in lexicon(name) if not kinds or (row[1:2] and row[1] in kinds))


def saying_verbs() -> frozenset[str]:
    """Give the lemmas of verbs by which somebody says or believes something."""
    return listed("attribution_verbs", "speech", "belief")


_KINDS = frozenset({"month", "monthverb", "weekday", "weekdays"})


@cache
def calendar_words() -> frozenset[str]:
    """Give them in lower case, whole and cut short, with and without the dot."""
    found = {word for word, kind, *_ in lexicon("time_words") if kind in _KINDS}
    return frozenset(found | {word.rstrip(".") for word in found})


_HISSING = ("s", "x", "z", "ch", "sh")


def many(number: int, noun: str) -> str:
    """Give a number with its noun, whose last word is in the plural where the number is not one.

    >>> many(1, "new report"), many(0, "day"), many(2_000, "story")
    ('1 new report', '0 days', '2,000 stories')
    """
    return f"1 {noun}" if number == 1 else f"{number:,} {plural(noun)}"


def plural(noun: str) -> str:
    """Give the plural of a noun, or of the last word of several.

    >>> [plural(noun) for noun in ("policeman", "new story", "box", "day", "AK-47", "person")]
    ['policemen', 'new stories', 'boxes', 'days', 'AK-47s', 'people']
    """
    last = noun.rpartition(" ")[2].rpartition("-")[2]
    end = next(
        (e for e in (last, last[-5:], last[-3:]) if e in _irregular()), None
    )  # "person", "grandchild", "policeman"
    if end is not None:
        return noun.removesuffix(end) + _irregular()[end]
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("irregular_plurals")}
