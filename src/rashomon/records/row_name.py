"""What a found row is called: by the first place that tells it, so that its name stays as reports are added.

A row answers to the names of all its other places too (`case/finding_shelf.py`): one that was joined to another, or
that an earlier report has joined since, is found under the name that it had.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from rashomon.records.vocabulary import Evidence, Span, Value

_SIZE = 5
_TWINS = 4


def _named(letter: str, place: str) -> str:
    return f"{letter}-{blake2b(place.encode('utf-8', 'backslashreplace'), digest_size=_SIZE).hexdigest()}"


def _twin(name: str, number: int) -> str:
    return _named(name[0], f"{name}|{number}")


def twins(name: str) -> tuple[str, ...]:
    """Give a name, and those by which the next that would bear it are told apart."""
    return name, *(_twin(name, number) for number in range(2, _TWINS + 1))


def distinct(names: Iterable[str], taken: set[str]) -> list[str]:
    """Give the names with none that is `taken`, and take them: who bears another's is told apart by his number."""
    made: list[str] = []
    for name in names:
        free, number = name, 1
        while free in taken:
            number += 1
            free = _twin(name, number)
        taken.add(free)
        made.append(free)
    return made


def claim_name(place: Evidence) -> str:
    """Give the name of a claim first told at `place`."""
    return _named("k", f"{place[0]}|{place[1:]}")


def entity_name(report: str, span: Span) -> str:
    """Give the name of an entity first mentioned there."""
    return _named("n", repr((report, span)))


def name_of_entity(kind: str, key: Iterable[str]) -> str:
    """Give the name of an entity that goes by its full name, wherever it is mentioned."""
    return _named("n", repr((kind, *key)))


def story_name(report: str) -> str:
    """Give the name of a story that begins with a report."""
    return _named("s", report)


def conflict_name(place: Evidence) -> str:
    """Give the name of a conflict in which somebody first contests something at `place`.

    What he contests is told again by report after report, in clauses that tell it better; the denial itself stays.
    """
    return _named("x", f"{place[0]}|{place[1:]}")


def conflict_name_of_two(one: Evidence, other: Evidence) -> str:
    """Give the name that a conflict had by both its sides, until the matter of either could change without it."""
    return _named("x", "|".join(map(str, sorted((one, other)))))


def series_name(place: Evidence, value: Value) -> str:
    """Give the name of a series whose first figure stands there."""
    return _named("f", f"{place}|{[v if v is None else float(v) for v in value]}")


def line_name(claim: str) -> str:
    """Give the name of the line that tells a claim."""
    return _named("e", claim)
