"""All rules of conflict; where two find the same, the one with the higher score tells it."""

from __future__ import annotations

from functools import cache

from rashomon.comparing.conflicts.cause import Cause
from rashomon.comparing.conflicts.denial import Denial
from rashomon.comparing.conflicts.doer import Doer
from rashomon.comparing.conflicts.errand import Errand
from rashomon.comparing.conflicts.frequency import Frequency
from rashomon.comparing.conflicts.headed import Headed
from rashomon.comparing.conflicts.number import Number
from rashomon.comparing.conflicts.opposition import Opposition
from rashomon.comparing.conflicts.place import Place
from rashomon.comparing.conflicts.role import Role
from rashomon.comparing.conflicts.rule import Rule
from rashomon.comparing.conflicts.time import Time
from rashomon.comparing.conflicts.will import Will


@cache
def rules() -> tuple[Rule, ...]:
    """Give one of each rule, always in the same order."""
    return (
        Denial(),
        Role(),
        Opposition(),
        Will(),
        Number(),
        Frequency(),
        Errand(),
        Cause(),
        Headed(),
        Doer(),
        Time(),
        Place(),
    )
