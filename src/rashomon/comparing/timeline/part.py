"""One eventuality in which the entity of a timeline takes part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records import Eventuality, Member, Reason, Span

PRINTED = frozenset({"published", "published-between"})
"""Bases of what has no day but that of its report."""


@dataclass(frozen=True, slots=True)
class Part:
    """The row, the entity's role in it, who else takes part (entity ids, else words), its day and its sentence.

    `told` is the last day on which its report can have told it, `words` the sentence in single spaces.
    """

    member: Member
    row: Eventuality
    role: Literal["agent", "patient"]
    others: frozenset[str]
    date: str | None
    basis: Reason
    told: str | None
    sentence: Span
    words: str
