"""One value of one property of one FollowTheMoney entity: which report it comes from, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """`dataset` is the report's id ("" where it is of none), `origin` the rule that gave it."""

    entity: str
    schema: str
    prop: str
    value: str
    dataset: str = ""
    origin: str = ""
