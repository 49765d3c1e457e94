"""Which language a text is in, as far as its script and its commonest words tell; None where they do not."""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicons import lexicon

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
)
_SAMPLE = 20_000  # characters
_ENOUGH = 20  # words; fewer tell nothing


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
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    for script, name in _SCRIPTS:
        if len(script.findall(sample)) * 2 > letters > 10:
            return name
    found = [w.replace("’", "'") for w in _WORD.findall(sample)]
    words = [w for w in found if w.islower()]  # a name or a shortening is nobody's small word: the UN, Le Pen
    if len(words) < _ENOUGH:
        words = [w.casefold() for w in found]
    if len(words) < _ENOUGH:
        return None
    shares = {name: sum(w in common for w in words) / len(words) for name, common in _common().items()}
    best = max(shares, key=lambda name: (shares[name], name))
    return best if shares[best] >= 0.12 else None
