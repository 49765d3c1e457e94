"""What a word tells: one PLOVER type, its mode, the frame that says who is who, and the rule that decided."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.language import lexicon
from rashomon.records import PloverType, Reason

HOSTILE = frozenset({"COERCE", "SANCTION", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
"""The material conflicts and the threat of them."""
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
"""Cooperation in word or deed."""


@dataclass(frozen=True, slots=True)
class Sense:
    """`actors` and `recipients` are slots in order of preference: subj, obj, dat, content, poss, mod or a preposition.

    `words` are the token indices that the lexicon entry matched; `alone`, whether the word tells an event where
    nobody is named.
    """

    type: PloverType
    mode: str | None
    frame: str
    words: tuple[int, ...]
    because: Reason
    alone: bool = True

    @property
    def actors(self) -> tuple[str, ...]:
        """Where the frame's actors stand."""
        return _frames()[self.frame][0]

    @property
    def recipients(self) -> tuple[str, ...]:
        """Where the frame's recipients stand."""
        return _frames()[self.frame][1]

    @property
    def temper(self) -> str:
        """Whether the act is hostile, friendly, or other (asking, accusing, rejecting)."""
        return "hostile" if self.type in HOSTILE else "friendly" if self.type in FRIENDLY else "other"


@cache
def _frames() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {name: (tuple(a.split(",")), tuple(r.split(","))) for name, a, r in lexicon("event_frames")}
