"""Nobody dies twice: a death that one report tells with its day was on that day in every other.

A day counts where a clause gives it with the death of one named person; where reports differ, the one that most give,
and none where as many give another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from rashomon.comparing.joining.rarity import is_entity
from rashomon.comparing.joining.two_fates import fates_of
from rashomon.comparing.joining.unit import TOLD, Unit

_DEAD, _FOUND = "dead", "find"
_WRITTEN = frozenset({"clause", "known-event", "same-death", "sentence"})


def who_died(unit: Unit) -> str | None:
    """Give the id of the one named person whose death a clause tells as done; None where it tells of no such death.

    Who is charged with two murders is not dead: the verb tells the death, and no figure.
    """
    clause = unit.clause
    found_dead = clause.lemma == _FOUND and _DEAD in unit.own
    died = found_dead or _DEAD in fates_of(clause.predicate)
    if not died or not unit.one or clause.negated or clause.status not in TOLD:
        return None
    dying = {who for who in unit.objects or unit.subjects if is_entity(who)}
    return next(iter(dying)) if len(dying) == 1 else None


def days_of_death(units: Iterable[Unit]) -> Mapping[str, str]:
    """Give the ISO day of the death of each person for whom one is told, by id."""
    told: dict[str, Counter[str]] = {}
    for unit in units:
        who = who_died(unit)
        day = unit.clause.date if unit.clause.date_basis.rule in _WRITTEN else None
        if who is not None and day is not None and _is_a_day(day):
            told.setdefault(who, Counter())[day] += 1
    found: dict[str, str] = {}
    for who, days in told.items():
        (most, often), *others = days.most_common()
        if not others or others[0][1] < often:
            found[who] = most
    return found


def _is_a_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
