"""Word lists apart from code: sorted, commented text files, one entry a line, columns parted by tabs.

`en/` holds the words and constructions of English, `world/` names and facts that are true whatever the language,
`weights/` the numbers that were fitted. A line that starts with `#` is a comment; the first comment of a file says what
it holds and what its columns are.

A lexicon is read as a tuple of its columns an entry, in file order, or as a set of its words. A language is a folder
with the files that English has, and with the same roles in those that are asked by role: one that lacks any is refused.

A count is written as people do: "1 day", "2 days", "1,000 new stories"; what is told of one is told in the singular.
"""

from __future__ import annotations

from errno import ENOENT
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "LANGUAGE",
    "calendar_words",
    "lacking",
    "lexicon",
    "listed",
    "many",
    "plural",
    "saying_verbs",
    "stemmer",
    "word_set",
]

ENGLISH = "en"
LANGUAGE = ENGLISH
"""The folder of the language that is read."""
_SHARED = ("world", "weights")
"""What is true whatever the language; numbers that were fitted."""
_BY_ROLE = ": role, "
"""The first line of a lexicon that is asked by role has it before the columns behind."""
_SHOWN = 12


@cache
def lexicon(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the entries of `{name}.txt` ; columns left empty at the end of a line are dropped.

    Raises FileNotFoundError where there is no such lexicon, or where the language lacks what English has: it says what.
    """
    _refuse_half_a_language()
    kept = [_folder(folder).joinpath(f"{name}.txt") for folder in (LANGUAGE, *_SHARED)]
    return _entries(next((file for file in kept if file.is_file()), kept[0]))


def _folder(name: str) -> Traversable:
    from importlib.resources import files

    return files("rashomon.language").joinpath(name)


def _entries(file: Traversable) -> tuple[tuple[str, ...], ...]:
    lines = file.read_text("utf-8").splitlines()
    return tuple(tuple(line.rstrip().split("\t")) for line in lines if line.strip() and not line.startswith("#"))


def lacking(folder: Traversable) -> list[str]:
    """Give what a folder of a language lacks that English has: files, and roles of files that are asked by role.

    >>> lacking(_folder("en"))
    []
    """
    found = []
    for file in sorted(_folder(ENGLISH).iterdir(), key=lambda file: file.name):
        other = folder.joinpath(file.name)
        if not other.is_file():
            found.append(file.name)
        elif _BY_ROLE in file.read_text("utf-8").partition("\n")[0]:
            held = {entry[0] for entry in _entries(other)}
            found += sorted({f"{file.name}: {entry[0]}" for entry in _entries(file) if entry[0] not in held})
    return found


@cache
def _refuse_half_a_language() -> None:
    found = lacking(_folder(LANGUAGE)) if LANGUAGE != ENGLISH else []
    if found:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise FileNotFoundError(ENOENT, f"lacks {', '.join(found[:_SHOWN])}{more}", f"language/{LANGUAGE}")


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


@cache
def stemmer() -> Any:
    """Give the Snowball stemmer of the language; its `stemWord` takes a lower-case word."""
    import snowballstemmer

    return snowballstemmer.stemmer(lexicon("stemmer")[0][0])


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
