"""A report that speaks to whoever reads it by machine is shown to no model: the rules alone read it.

Signs are words that together, in one sentence, give a model an order or quote what only a model is told, in English and
a dozen other languages; and what only a page, an answer or a talk with a model looks like. They are looked for in plain
letters, however the text spells, spaces, turns, numbers or hides them. News about such orders is left to the rules too,
which costs it only the model's help.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from rashomon.language import lexicon

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+|(?<=。)")
_SPACED = re.compile(r"\b(?:\w[\s.\-_*]){3,}\w\b")
_ENCODED = re.compile(
    r"[A-Za-z0-9+/]{60,}={0,2}|(?:[0-9a-f]{2}\s?){40,}|(?:\\u[0-9a-f]{4}){6,}"
    r"|(?:%[2-7][0-9A-Fa-f]){6,}|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{8,}"
)
_STRUCTURE = re.compile(
    r"```|<\||\|>|</?(?:reports|voices|claims|system|instructions?|tool_\w+|assistant)\b[^>]*>|\{\s*[\"'“”]\w+[\"'“”]\s*:"
    r"|\[\d+ V\d|#\d+=|\{\{|^\s*==+ [^\n]*\|"
    r"|[\"'“”](?:claims?|also|voices|disputes|series|first|one|says|denies|hedges)[\"'“”]\s*:\s*[\[{\d]"
    r"|^(?:human|user):.{0,2000}?^(?:assistant|ai|model):",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_PAIR = 240  # characters of two short sentences that give one order
_LIKE = str.maketrans("аеорсухіɑο", "aeopcyxiao")
_FIGURES = re.compile(r"\b(?=\w*[a-z])(?=\w*\d)\w{3,}\b")
_LETTERS = tuple(str.maketrans("013457", f"o{one}east") for one in "il")
_TAGS = {0xE0000 + n: n for n in range(0x20, 0x7F)}  # letters that are not seen


def addressed(text: str) -> bool:
    """Tell whether `text` speaks to a machine that reads it."""
    if _STRUCTURE.search(text) or _ENCODED.search(text):
        return True
    return any(map(_gives_an_order, dict.fromkeys(_readings(text))))


def _readings(text: str) -> Iterator[str]:
    """The text in plain letters: as it stands, with figures for letters, turned by thirteen, and backwards."""
    plain = _plain(text)
    yield plain
    if _FIGURES.search(plain):
        for letters in _LETTERS:
            yield _FIGURES.sub(lambda m, letters=letters: m.group().translate(letters), plain)  # type: ignore[misc]
    yield codecs.encode(plain, "rot13")
    yield plain[::-1]


def _gives_an_order(plain: str) -> bool:
    rows = [row for row in _signs() if all(column.search(plain) for column in row)]
    if not rows:
        return False
    sentences = [s for s in _SENTENCE.split(plain) if s.strip()]
    pairs = [f"{a} {b}" for a, b in pairwise(sentences) if len(a) + len(b) < _PAIR]
    return any(all(column.search(s) for column in row) for s in (*sentences, *pairs) for row in rows)


def _plain(text: str) -> str:
    """The text in small plain letters, without what only hides them."""
    whole = unicodedata.normalize("NFKD", html.unescape(text).translate(_TAGS))
    kept = "".join(c for c in whole if unicodedata.category(c) not in ("Cf", "Mn", "Co"))
    joined = _SPACED.sub(lambda m: re.sub(r"[\s.\-_*]", "", m.group()), kept.translate(_LIKE))
    return joined.casefold().replace("’", "'")


@cache
def _signs() -> tuple[tuple[re.Pattern[str], ...], ...]:
    rows = (*lexicon("words_to_a_model"), *lexicon("orders_to_a_model"))
    return tuple(tuple(re.compile("|".join(map(_word, column.split("|")))) for column in row) for row in rows)


def _word(part: str) -> str:
    """A part as a pattern: a whole word or words, but where the script sets no spaces."""
    plain = re.escape(_plain(part))
    return plain if unicodedata.category(part[0]) == "Lo" else rf"(?<!\w){plain}(?!\w)"
