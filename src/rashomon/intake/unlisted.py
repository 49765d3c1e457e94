"""Names whose first word no list of given names holds: by their family's, and by what they cannot be.

What stands alone beside the day is a person's, a place's, a section's or a house's name. It is a person's where a word
of it is known as a family's, or its last one as given, and no other is of a place, a section, a house or any tongue.
"""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii

from rashomon.intake.names import is_house, opens_a_name
from rashomon.intake.signatures import is_of_words
from rashomon.language import lexicon, listed, word_set

_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"(?!Ma?c|[DL][aei]|Fitz|V[ao]n)[^\W\d_]*[a-zß-ÿ](?=[A-Z])")
"""A word in which another begins, as where an element ends within it: "ByaLeila"; not "McCann"."""
_MOST = 3  # words
_ACCOUNT = re.compile(r"@\w{2,30}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def is_by_its_family(name: str) -> bool:
    """Tell whether a name in capitals has a family's name in it, and can be nothing but a person's.

    >>> is_by_its_family("Vieno Hakkarainen"), is_by_its_family("Sierra Madre"), is_by_its_family("Partido Obrero")
    (True, False, False)
    """
    words = _WORD.findall(name)
    return (
        len(words) > 1
        and not listed("family_names").isdisjoint((words[0].casefold(), words[-1].casefold()))
        and len(name.split()) <= _MOST
        and not is_house(name)
        and name.casefold() not in _houses()
        and not any(map(_is_of_something_else, words))
    )


def is_of_sections(name: str) -> bool:
    """Tell whether a name is that of a section, though its first word is also somebody's: "Esteri Europa"."""
    words = [word.casefold() for word in _WORD.findall(name)]
    sections = listed("site_sections")
    return not sections.isdisjoint(words) and all(one in sections or _is_of_something_else(one) for one in words)


def credits_an_agency(line: str, outlet: str) -> bool:
    """Tell whether a line is a name and an agency behind a stroke, as under a picture: "Rolf Stix / dpa".

    >>> credits_an_agency("Rolf Stix / dpa", ""), credits_an_agency("Ana Ruiz / Madrid", "")
    (True, False)
    """
    parts = [part.strip() for part in line.split(" / ")]
    house = parts[-1]
    if len(parts) == 1 or line.isupper() or house.casefold() == outlet.casefold() or any(map(str.isdigit, house)):
        return False
    return is_house(house) or house.islower() or house.isupper() or house.casefold() in _houses()


def gives_the_family_first(name: str) -> bool:
    """Tell whether the last word of a name is a given name, and the first is nothing but a family's: "Csepregi Botond".

    >>> gives_the_family_first("Csepregi Botond"), gives_the_family_first("Fort Patrick")
    (True, False)
    """
    first, *rest = name.split()
    return bool(rest) and opens_a_name(rest[-1]) and not any(map(_is_of_something_else, _WORD.findall(first)))


def is_an_account(part: str) -> bool:
    """Tell whether a part of a line is no more than somebody's account or address of mail."""
    return _ACCOUNT.fullmatch(part.strip()) is not None


@cache
def _houses() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in lexicon("outlets"))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for _, words in lexicon("common_words") for word in words.split())


def _is_of_something_else(word: str) -> bool:
    low, plain = word.casefold(), anyascii(word).casefold()
    if _GLUED.match(word) or low in _small_words() or low in listed("site_sections"):
        return True
    if low in word_set("words_of_pages", "body") or low in word_set("words_of_pages", "kind_of_place"):
        return True
    return plain in listed("place_words") or is_of_words(low)
