"""A single name may shorten a full name only where what stands with it fits: a woman's title no man, a king no prince.

What is told with a single name chooses among those who bear it; it never makes somebody the bearer.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.identity.offices import office_of
from rashomon.comparing.similarity.fold import fold
from rashomon.comparing.similarity.parts import parts
from rashomon.language import lexicon


@cache
def _genders() -> dict[str, str]:
    """Give the genders that titles and given names tell, by their folded words."""
    told = [(words, *more) for table in ("given_names", "titles") for words, *more in lexicon(table)]
    return {" ".join(fold(words)).lower(): more[0] for words, *more in told if more and more[0]}


def gender_of(held: Iterable[Bearer]) -> str:
    """Give the one gender ("m", "f") that the titles and given names of `held` tell; empty where none or both."""
    told = set()
    for bearer in held:
        words = [" ".join(fold(title)).lower() for title in bearer.titles]
        words += [fold(name)[0].lower() for name in bearer.names if " " in name and fold(name)]
        told |= {_genders()[word] for word in words if word in _genders()}
    return told.pop() if len(told) == 1 else ""


def offices_of(held: Iterable[Bearer]) -> set[tuple[str, str]]:
    """Give the offices that `held` have now, each with its state."""
    found = [office_of(role) for bearer in held for role in bearer.roles]
    return {(office.state, office.office) for office in found if office and not office.past}


def is_fathers_name(name: str, full: str) -> bool:
    """Whether the single `name` is the father's in `full`: "Faisal" in "Turki bin Faisal", though not "bin Faisal"."""
    one = parts(name, "person")
    if len(one) != 1 or one[0].before == "son" or name.casefold().split()[0] in ("bin", "ibn"):
        return False
    return any(p.before == "son" and p.key == one[0].key for p in parts(full, "person"))


@cache
def _family_first() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("family_first"))


def is_family_name(name: str, full: str) -> bool:
    """Whether the single `name` is the family name that stands first in `full`: "Han" of "Han Ji-won"."""
    one = [p for p in parts(name, "person") if p.role == "name"]
    whole = [p for p in parts(full, "person") if p.role == "name"]
    return len(one) == 1 and len(whole) > 1 and one[0].key == whole[0].key and one[0].key in _family_first()


def is_given_name(name: str, full: str) -> bool:
    """Whether the single `name` stands first in `full`: "Col. Peter" of "Peter Holm"."""
    one, whole = ([p for p in parts(n, "person") if p.role == "name"] for n in (name, full))
    return len(one) == 1 and len(whole) > 1 and one[0].key == whole[0].key
