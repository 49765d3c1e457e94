"""No question can be wrong: what a person types becomes words, phrases and beginnings of words, all to be there."""

from __future__ import annotations

import re

_PART = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_MOST = 24
"""Parts of one question; more narrow nothing that a person could mean."""


def words_of(question: str, *, typing: bool = False) -> str:
    """Give an FTS5 query, "" where the question holds no word.

    Words stand as they are, "in quotation marks" a phrase, with a * behind them the beginning of a word; `typing`
    takes the last word for a beginning.
    """
    parts: list[tuple[str, bool]] = []
    for phrase, star, word in _PART.findall(question.replace("\0", " ")):
        text = phrase or word.rstrip("*")
        if any(c.isalnum() for c in text):
            parts.append((text, bool(star) or word.endswith("*")))
    parts = parts[:_MOST]
    if parts and typing and not question.endswith((" ", '"')):
        parts[-1] = (parts[-1][0], True)
    return " ".join(f'"{text}"{"*" if begins else ""}' for text, begins in parts)
