"""No question can be wrong: what a person types becomes words, phrases and beginnings of words, all to be there."""

from __future__ import annotations

import re

from rashomon.case.forms_of import forms_of

_PART = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_MOST = 24
"""Parts of one question; more narrow nothing that a person could mean."""


def words_of(question: str, *, typing: bool = False) -> str:
    """Give an FTS5 query, "" where the question holds no word.

    A word is found in any of its forms (strike, strikes, striking), "in quotation marks" as it stands, with a * behind
    it as the beginning of a word; `typing` takes the last word for a beginning.
    """
    parts: list[tuple[str, bool]] = []
    exact: set[str] = set()
    for phrase, star, word in _PART.findall(question.replace("\0", " ")):
        text = phrase or word.rstrip("*")
        if any(c.isalnum() for c in text):
            parts.append((text, bool(star) or word.endswith("*")))
            exact.update([phrase] if phrase else [])
    parts = parts[:_MOST]
    if parts and typing and not question.endswith((" ", '"')):
        parts[-1] = (parts[-1][0], True)
    return " AND ".join(f'"{t}"*' if begins else f'"{t}"' if t in exact else _any(t) for t, begins in parts)


def _any(word: str) -> str:
    forms = [f'"{form}"' for form in forms_of(word)]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"
