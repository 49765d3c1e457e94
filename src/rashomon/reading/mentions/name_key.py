"""Two writings of one name share a key: case, accents, apostrophes, hyphens, particles and the article left out."""

from __future__ import annotations

from rashomon.reading.mentions.page import PARTICLES
from rashomon.reading.mentions.plain import plain

_BREAKS = str.maketrans(dict.fromkeys("-‐‑–\n\r\t\xa0", " "))


def name_key(text: str) -> tuple[str, ...]:
    """Give the words of `text` that tell names apart ("the Al-Hurra" → ("hurra",)); never empty for a word."""
    words = plain(text.translate(_BREAKS)).split()
    core = [w for w in words if w not in PARTICLES or w == "abu"]
    core = core[1:] if len(core) > 1 and core[0] == "the" else core
    return tuple(core or words)
