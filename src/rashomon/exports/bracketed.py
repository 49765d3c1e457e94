"""A title in pieces: the words of a report, and what rashomon added in [brackets]."""

from __future__ import annotations

import re

_ADDED = re.compile(r"(\[[^\[\]]*\])")


def bracketed(text: str) -> list[tuple[str, bool]]:
    """Give the pieces in order, each with whether it was added."""
    return [(piece, bool(_ADDED.fullmatch(piece))) for piece in _ADDED.split(text) if piece]
