"""Whether a report speaks to whoever reads it by machine: such a report is shown to no model, the rules alone read it.

Signs are words that together, in one sentence, give a model an order or quote what only a model is told; they are
looked for in plain letters, however the text spells or spaces them. News about such orders is left to the rules too,
which costs it only the model's help.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

from rashomon.language import lexicon

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_SPACED = re.compile(r"\b(?:\w[\s.\-_*]){3,}\w\b")
_ENCODED = re.compile(r"(?:[A-Za-z0-9+/]{60,}={0,2}|(?:[0-9a-f]{2}\s?){40,}|(?:\\u[0-9a-f]{4}){6,})")
_STRUCTURE = re.compile(
    r"```|<\||\|>|</?(?:reports|voices|system|instructions?)>|\{\s*[\"'“”]\w+[\"'“”]\s*:|\[\d+ V\d|#\d+="
)
_PAIR = 240  # characters of two short sentences that give one order
_LIKE = str.maketrans("аеорсухіɑο０１３４５７", "aeopcyxiaoOIEASt")


def addressed(text: str) -> bool:
    """Tell whether `text` speaks to a machine that reads it."""
    if _STRUCTURE.search(text) or _ENCODED.search(text):
        return True
    plain = _plain(text)
    sentences = [s for s in _SENTENCE.split(plain) if s.strip()]
    pairs = [f"{a} {b}" for a, b in pairwise(sentences) if len(a) + len(b) < _PAIR]
    return any(all(column.search(s) for column in row) for s in (*sentences, *pairs) for row in _signs())


def _plain(text: str) -> str:
    """The text in small plain letters, without what only hides them."""
    kept = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in ("Cf", "Mn", "Co"))
    joined = _SPACED.sub(lambda m: re.sub(r"[\s.\-_*]", "", m.group()), kept.translate(_LIKE))
    return joined.casefold().replace("’", "'")


@cache
def _signs() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(
        tuple(
            re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(part) for part in column.split('|'))})(?!\w)") for column in row
        )
        for row in lexicon("words_to_a_model")
    )
