"""Who comes in as another's relative: "Berg's mother, Ada Berg", "his cousin, Jon Berg", "Ada Berg, the widow of Berg".

In a report that speaks of another of that name, the surname alone is the other's.
"""

from __future__ import annotations

from rashomon.reading.grammar import tags
from rashomon.reading.mentions.beside import personal_words
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.nominal_heads import nominal_heads
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.verbs import before_then, dies, utters, verb_of

_OWNS = tags.GENITIVE | tags.OWNING_PRONOUN
_BETWEEN = tags.ANY_ADJECTIVE | tags.NUMERAL | tags.HYPHEN | tags.COMMON_NOUN | tags.PARTICIPLE
_WORDS = 4


def relative(page: Page, d: Draft) -> str | None:
    """Give the gender of somebody's relative who is introduced by the name `d` ("" where open); None for others."""
    end = d.title[0] if d.title else d.i
    before = end - 1 - (end > 1 and page.words[end - 1] == ",")
    if before > 0 and _is_kin(page, before) and _is_owned(page, before):
        return _gender(page, before)
    behind = d.j
    if behind >= len(page) or page.words[behind] != ",":
        return None
    for k in range(behind + 1, min(behind + 2 + _WORDS, len(page))):
        if _is_kin(page, k) and (_is_owned(page, k) or _is_of(page, k)):
            return _gender(page, k)
        if page.tags[k] not in _BETWEEN | _OWNS | (tags.ARTICLE | tags.NAME):
            return None
    return None


def may_speak(page: Page, d: Draft) -> bool:
    """Whether the name is the subject of a verb of speaking that tells of no earlier time."""
    verb = None if page.quoted[d.i] else verb_of(page.doc[d.head])
    return verb is not None and utters(verb) and not before_then(verb)


def goes_on(page: Page, drafts: list[Draft], d: Draft) -> bool:
    """Whether one of the mentions is the subject of the sentence right before that of `d`."""
    start = page.doc[d.head].sent.start
    if not start:
        return False
    before = page.doc[start - 1].sent.start
    return any(before <= o.head < start and verb_of(page.doc[o.head]) is not None for o in drafts)


def has_spoken(page: Page, drafts: list[Draft], d: Draft) -> bool:
    """Whether one of the mentions before `d` is the subject of a verb of speaking."""
    return any(o.start < d.start and may_speak(page, o) for o in drafts)


def is_dead(page: Page, drafts: list[Draft]) -> bool:
    """Whether one of the mentions tells that he died."""
    return any(d.late or dies(page.doc[d.head]) for d in drafts)


def _is_kin(page: Page, k: int) -> bool:
    return page.lower[k] in personal_words("family")


def _gender(page: Page, k: int) -> str:
    return nominal_heads().get(page.lower[k], ("", ""))[1]


def _is_owned(page: Page, k: int) -> bool:
    """Whether the relative at `k` is somebody's by the words before: "his younger brother", "the victim's mother"."""
    at = k - 1
    while at > max(0, k - _WORDS) and page.tags[at] in _BETWEEN:
        at -= 1
    return at >= 0 and page.tags[at] in _OWNS


def _is_of(page: Page, k: int) -> bool:
    """Whether the relative at `k` is somebody's by the words behind: "a cousin of the dead man", not "of three"."""
    of = k + 2 < len(page) and page.lower[k + 1] == "of"
    return of and page.tags[k + 2] not in tags.NUMERAL
