"""Two clauses that cannot both hold; and how two stand to each other: by two, on how distant days, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.comparing.disputes.words import voice
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.origins.who_counts import counts
from rashomon.comparing.term import term
from rashomon.records import ConflictKind, Reason

_SAID = "told"  # on the day on which it was told: "said on Wednesday that it was started by a heater"


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two units that cannot both hold: how surely, of what kind, by which rule; `overtaken` where time explains it.

    All rivals of one `matter` are one dispute, each with its `one` on the same side.
    """

    one: int
    other: int
    probability: float
    kind: ConflictKind
    because: Reason
    overtaken: bool = False
    matter: str = ""


def by_rule(name: str, values: str) -> Reason:
    """Give the reason of a rule by which two values of one thing are rivals: its name, and both values."""
    return Reason("rule").then(Reason(name, values), ":")


def is_told(u: Unit) -> bool:
    """Tell whether a clause tells by itself that something is so: not what somebody says, supposes or denies."""
    c = u.clause
    return c.form == "clause" and c.status in TOLD and not c.negated and c.link in FULL_LINKS and c.content is None


def two_tellers(a: Unit, b: Unit) -> bool:
    """Tell whether two voices tell them, or two reports where either has none."""
    if a.speaker and b.speaker:
        return voice(a) != voice(b)
    return a.report != b.report


def two_counters(a: Unit, b: Unit) -> bool:
    """Tell whether two count: whoever is cited, or puts a number to it ("put the toll at 12"), in two reports else."""
    mine, theirs = counter(a), counter(b)
    if mine and theirs:
        return not (mine & theirs)
    return a.report != b.report


@once
def counter(u: Unit) -> frozenset[str]:
    """Give whoever tells a count: the voice that is cited, with the last word it is called by, or whoever counts."""
    if u.speaker:
        called = voice(u).rpartition(":")[2].split()
        return frozenset({voice(u), *(term(word) for word in called)} if ":" in voice(u) else {voice(u)})
    return frozenset(x.removeprefix("~") for x in u.subjects) if counts(u.clause) else frozenset()


def gap(a: Unit, b: Unit) -> int:
    """Give the days between their reports, 0 where a day is not known."""
    return abs(a.published - b.published) if a.published and b.published else 0


def other_days(a: Unit, b: Unit) -> bool:
    """Tell whether they tell of two days, or of a day and a year that it is not in; the day of telling is none."""
    mine, theirs = (None if u.clause.date_basis.rule == _SAID else u.days or u.within for u in (a, b))
    return bool(mine and theirs and (mine[1] < theirs[0] or theirs[1] < mine[0]))


def of_one_time(a: Unit, b: Unit) -> bool:
    """Tell whether it is known that they tell of about one time: both reports have a day, or both clauses."""
    return bool(a.published and b.published) or bool(a.days and b.days)


def overlap(a: Unit, b: Unit) -> bool:
    """Tell whether they share words of one text."""
    return a.report == b.report and a.span[0] < b.span[1] and b.span[0] < a.span[1]
