"""A judgement stands unless a judgement that stands undoes it; when they were made does not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from rashomon.records import Judgement


def undone(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Give the ids of those that are undone, each with the id of the first undo (by time) that stands.

    An undo can be undone: then what it undid stands again. Raises ValueError on a circle of undos, which no file
    with sound ids can hold: an undo's id is the digest of what it undoes.
    """
    undoing: dict[str, list[str]] = defaultdict(list)
    for judgement in sorted(judgements, key=lambda j: (j.when, j.id)):
        if judgement.kind == "undo":
            undoing[judgement.undoes].append(judgement.id)
    by: dict[str, str] = {}
    try:
        for told in TopologicalSorter(undoing).static_order():
            standing = [undo for undo in undoing.get(told, ()) if undo not in by]
            if standing:
                by[told] = standing[0]
    except CycleError as error:
        raise ValueError("undos in a circle") from error
    return by
