"""A folded name is lower-case ASCII words; nothing that tells two people apart is lost but case, accents and script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Signs for hamza and ayn, and the marks that stand for them: they are written or left out at will.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʻʼʾʿ′ˈ‛\u0640"))
_CAMEL = re.compile(r"(?<=[a-z][a-z])(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.[\s-]?){2,}(?=\W|$|[A-Za-z]\b)|\b(?:[A-Za-z]\.)+[A-Za-z]\b")
_SPLIT = re.compile(r"[^A-Za-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> tuple[str, ...]:
    """Give the words of `name`, romanised, without accents; dotted initials ("J.-C.", "L.L.C.") as one word.

    Case is kept, because "JC" and "Jc" differ; scripts other than Latin are romanised letter by letter.
    """
    text = _POSSESSIVE.sub("", name).translate(_APOSTROPHES)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        if not text.isascii():
            text = anyascii(text).translate(_APOSTROPHES)
    text = _DOTTED.sub(lambda m: re.sub(r"[^A-Za-z]", "", m.group()).upper() + " ", text)
    return tuple(w for w in _SPLIT.split(_CAMEL.sub(" ", text)) if w)
