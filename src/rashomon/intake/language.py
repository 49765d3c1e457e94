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
    words = [w.replace("’", "'") for w in _WORD.findall(sample.casefold())]
    if len(words) < _ENOUGH:
        return None
    shares = {name: sum(w in common for w in words) / len(words) for name, common in _common().items()}
    best = max(shares, key=lambda name: (shares[name], name))
    return best if shares[best] >= 0.12 else None
