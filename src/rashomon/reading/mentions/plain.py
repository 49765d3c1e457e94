"""Plain text is lower case, without accents, apostrophes and hyphens: what two spellings have in common."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """Give `text` in lower case, without accents, apostrophes and hyphens."""
    bare = unicodedata.normalize("NFKD", text) if not text.isascii() else text
    return "".join(c for c in bare.lower() if c.isalnum() or c == " ")
