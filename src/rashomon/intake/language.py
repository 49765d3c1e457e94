"""Which language a text is in, as far as its script and its commonest words tell; None where they do not.

A language is told by three different small words of its own and by more of them than the text has English ones. Names
and capitals count for none. A long text with hardly a word of English is in a language that is not known here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.language import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    (re.compile(r"[\u0600-\u06ff]"), "Arabic script"),
    (re.compile(r"[\u0400-\u04ff]"), "Cyrillic script"),
    (re.compile(r"[\u0590-\u05ff]"), "Hebrew script"),
    (re.compile(r"[\u3040-\u30ff]"), "Japanese"),
    (re.compile(r"[\uac00-\ud7af]"), "Korean"),
    (re.compile(r"[\u4e00-\u9fff]"), "Chinese"),
    (re.compile(r"[\u0370-\u03ff]"), "Greek"),
    (re.compile(r"[\u0900-\u097f]"), "Devanagari script"),
    (re.compile(r"[\u0980-\u09ff]"), "Bengali script"),
    (re.compile(r"[\u0a80-\u0aff]"), "Gujarati script"),
    (re.compile(r"[\u0b80-\u0bff]"), "Tamil script"),
    (re.compile(r"[\u0c00-\u0c7f]"), "Telugu script"),
    (re.compile(r"[\u0e00-\u0e7f]"), "Thai"),
    (re.compile(r"[\u1000-\u109f]"), "Burmese script"),
    (re.compile(r"[\u1200-\u137f]"), "Ethiopic script"),
    (re.compile(r"[\u1780-\u17ff]"), "Khmer"),
    (re.compile(r"[\u10a0-\u10ff]"), "Georgian"),
    (re.compile(r"[\u0530-\u058f]"), "Armenian"),
)
_SAMPLE = 20_000  # characters
_ENOUGH = 20  # words; fewer tell nothing
_SHARE = 0.12  # of the words are small words of the language
_FEW = 8  # words in small letters; where there are fewer, capitals are counted with them
_MANY = 40  # words; in so many, more different small words are to be found
_DIFFERENT = 3
_MARGIN = 1.5  # times as many small words as of English
_ENGLISH = "English"
UNKNOWN = "a language that is not known here"
"""What a text is in that is long enough to tell, and is neither English nor any language of `common_words`."""


class Guess(NamedTuple):
    """A language, the share of the words that are small words of it, and the share that are small words of English."""

    name: str
    share: float
    english: float

    def __str__(self) -> str:
        margin = f": {self.share:.0%} of its words, {self.english:.0%} English ones" if self.share else ""
        return self.name + margin


_LABEL = re.compile(r"[^\W\d_]+")
_NOTHING = {"mul", "und", "zxx", "mis", "gb", "us", "uk", "au", "nz", "ca", "ie", "unknown", "none", "default", "auto"}
"""What says nothing of a language: codes for "several" and "unknown", and countries of more than one or of English."""


def says_english(label: str) -> bool | None:
    """Tell whether a label says English, another language (False), or nothing (None)."""
    told = [word.casefold() for word in _LABEL.findall(label)]
    if any(word in ("en", "eng", "english") for word in told):
        return True
    return None if not told or told[0] in _NOTHING else False


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in lexicon("common_words")}


def language(text: str) -> str | None:
    """Give the language's English name, or its script's; looks at the first 20,000 characters."""
    found = guess(text)
    return None if found is None else found.name


def guess(text: str) -> Guess | None:
    """Give the language with its margin over English; the shares are nought where the script alone tells it."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    for script, name in _SCRIPTS:
        if len(script.findall(sample)) * 2 > letters > 10:
            return Guess(name, 0.0, 0.0)
    found = [w.replace("’", "'") for w in _WORD.findall(sample)]
    small = [w for w in found if w.islower()]  # a name or a shortening is nobody's small word: the UN, Le Pen
    words = small if len(small) >= _FEW else [w.casefold() for w in found]
    if len(found) < _ENOUGH:
        return None
    known = set(words)
    shares = {name: sum(w in common for w in words) / len(words) for name, common in _common().items()}
    best = max(shares, key=lambda name: (shares[name], len(_common()[name] & known), name))
    english, different = shares[_ENGLISH], len(_common()[best] & known)
    long = len(small) >= _MANY
    other = shares[best] >= _MARGIN * english and different >= _DIFFERENT + 2 * long
    if best != _ENGLISH and shares[best] >= _SHARE and other:
        return Guess(best, shares[best], english)
    if english >= _SHARE and len(_common()[_ENGLISH] & known) >= _DIFFERENT:
        return Guess(_ENGLISH, english, english)
    return Guess(UNKNOWN, 0.0, english) if long and len(_common()[_ENGLISH] & known) < _DIFFERENT + 1 else None
