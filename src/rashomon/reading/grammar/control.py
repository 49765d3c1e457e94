"""Whose deed a clause without a subject tells: of some verbs above it their object's, of all others their subject's."""

from __future__ import annotations

from functools import cache
from typing import Literal

from rashomon.language import lexicon


@cache
def object_control(asking: Literal["event", "source", "deed"]) -> frozenset[str]:
    """Give the verbs, by lemma, whose object does what the clause below them says, as one kind of reader takes them.

    >>> "ask" in object_control("event"), "promise" in object_control("event")
    (True, False)
    """
    return frozenset(verb for verb, readers in lexicon("object_control") if asking in readers.split())
