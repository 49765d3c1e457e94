"""Whether a text calls something the first of its kind, or says that it happens often."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

_FIRST = re.compile(r"\b(?:first time|first ever|never before|unprecedented)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:has|have|had|was|were) (?:long |already )?(?:often|repeatedly|regularly|frequently|always|routinely)\b"
    r"|\b(?:not|hardly) the first time\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 15)
def frequency(text: str) -> Literal["first", "often"] | None:
    """Give "first" or "often"; None where `text` tells neither."""
    if _OFTEN.search(text):
        return "often"
    return "first" if _FIRST.search(text) else None
