"""Words that are too long for a line end at a word, and say so."""

from __future__ import annotations


def cut_short(text: str, most: int = 180) -> str:
    """Give `text` on one line, of at most `most` characters and then an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
