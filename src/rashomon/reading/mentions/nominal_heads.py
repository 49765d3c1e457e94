"""Which nouns refer to somebody or something, of what kind and gender; from lexicons/nominal_heads.txt."""

from __future__ import annotations

from functools import cache
from typing import cast

from rashomon.lexicons import lexicon
from rashomon.records import MentionKind


@cache
def nominal_heads() -> dict[str, tuple[MentionKind, str]]:
    """Give head noun → kind and gender, from lexicons/nominal_heads.txt."""
    return {row[0]: (cast(MentionKind, row[1]), row[2] if len(row) > 2 else "") for row in lexicon("nominal_heads")}
