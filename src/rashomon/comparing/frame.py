"""What comparing a part of a case is told of the rest: how it is parted, and what is known from all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.comparing.lineage.near_duplicates import U64
from rashomon.records import Story


@dataclass(frozen=True, slots=True)
class Frame:
    """The stories of a part, `common` 3-grams (sorted hashes) and names of outlets of the case, and ids in use there.

    The readings of a part bear the outlets and footers already that the whole case tells.
    """

    stories: Sequence[Story]
    common: U64
    outlets: frozenset[str]
    taken: frozenset[str] = frozenset()
