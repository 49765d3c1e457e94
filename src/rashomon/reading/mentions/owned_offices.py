"""An office bears the name of whose it is: "Norway's Foreign Ministry" is not Sweden's, nor any "Office" the Mayor's.

The mention stays the office's own words; its name and key are those of the whole.
"""

from __future__ import annotations

from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.name_key import name_key
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.trimming import is_role

_MINISTRIES = ("Department of", "Ministry for", "Ministry of")
_LONGEST_STATE = 3  # words
_BARE = frozenset({"Bureau", "Department", "Office"})
_LONGEST_TITLE = 4  # words
_MARKS = ("'s", "’s", "'", "’")


def owned_offices(page: Page, drafts: list[Draft]) -> None:
    """Give the offices among `drafts` that stand behind whose they are, a state or a holder, the name of the whole."""
    ends = {d.j: d for d in drafts if d.text in atlas().states}
    for d in drafts:
        owner = ends.get(d.i - 1) if d.i > 1 and page.tags[d.i - 1] in tags.GENITIVE else None
        if owner is not None and d.kind == "organisation" and _is_an_office(d.text):
            d.text = page.text(owner.i, d.j)
            d.key = (*name_key(owner.text), *d.key)
        elif (
            d.text in _BARE
            and d.i > 1
            and page.tags[d.i - 1] in tags.GENITIVE
            and (first := _holder(page, d.i - 1)) >= 0
        ):
            d.text = page.text(first, d.j)
            d.key = (*name_key(page.text(first, d.i - 1)), *d.key)


def _holder(page: Page, end: int) -> int:
    """Give where the title of an office-holder that ends at `end` begins: "Prosecutor General"; -1 where none does."""
    first = end
    while first > 0 and page.name_word(first - 1) and not page.shouting[first - 1] and end - first < _LONGEST_TITLE:
        first -= 1
    while first < end and (page.text(first, end) in atlas().states or atlas().demonym(page.words[first])):
        first += 1
    named = any(page.labels[k] in ner.PERSON for k in range(first, end))
    return first if first < end and is_role(page.lower[end - 1]) and not named else -1


def state_of_office(name: str) -> tuple[str, str] | None:
    """Read "Norway's Foreign Ministry", "Norwegian foreign ministry": the state and its office; None of other names."""
    words = name.split()
    for n in range(1, min(len(words), _LONGEST_STATE + 1)):
        first, rest = " ".join(words[:n]), " ".join(words[n:])
        for mark in _MARKS:
            first = first.removesuffix(mark)
        state = atlas().demonym(first) or atlas().states.get(first, "")
        if state and _is_an_office(rest):
            return state, rest
    return None


def _is_an_office(name: str) -> bool:
    return gazetteer().institution(name.split()) == "organisation" or name.startswith(_MINISTRIES)
