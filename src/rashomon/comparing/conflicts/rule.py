"""A rule finds one kind of conflict: it knows cheaply whether a proposition has what it goes by, and compares two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights


class Rule(Protocol):
    """One kind of conflict. `alone` where one side's ground is enough, else both must have theirs.

    The reason of every conflict that it finds begins with its `name`. `once` where what it compares happens once: two
    claims that one report tells side by side are then two matters.
    """

    name: str
    alone: bool
    once: bool

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`: cheap, and most propositions have nothing."""
        ...

    def keys(self, p: Proposition) -> Iterable[str]:
        """Give what propositions that may conflict by this rule have in common, where that is not their words."""
        ...

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do. Neither the order of the two nor other propositions matter."""
        ...

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """Whether what `side` and `other` differ about is `event`, which shares characters with `side`."""
        ...
