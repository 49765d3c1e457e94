"""A wall: one thing that two clauses rule out, looked for among many pairs at once.

What hangs on a clause alone is worked out for each once, what arrays can tell for all pairs together; only what is left
is asked pair by pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.incidence import Ints, Likely, distinct
from rashomon.comparing.joining.unit import Unit

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Wall:
    """One thing that two clauses rule out: asked only of pairs of which both (or `either`) have what it `needs`.

    Of these `may` tells, of all at once, for which it may stand; where nothing is asked pair by pair, it does. Where it
    hangs on nothing but what `by` gives, and on whether both are of one report, two pairs that are alike in that are
    asked once.
    """

    stands: Callable[[Unit, Unit], bool] | None
    needs: Callable[[Unit], bool]
    either: bool = False
    may: Callable[[Sequence[Unit], Ints, Ints], Flags] | None = None
    by: Callable[[Unit], Hashable] | None = None

    def among(self, units: Sequence[Unit], one: Ints, other: Ints) -> Flags:
        """Tell between which pairs it stands."""
        has = np.fromiter(map(self.needs, units), np.bool_, len(units))
        if not has.any():
            return np.zeros(len(one), np.bool_)
        found = has[one] | has[other] if self.either else has[one] & has[other]
        at = np.flatnonzero(found)
        names, one, other = Likely(one[at], other[at], np.zeros(0)).within(len(units))
        some = [units[n] for n in names.tolist()]
        if self.may is not None and len(at):
            found[at] = may = self.may(some, one, other)
            at, one, other = at[may], one[may], other[may]
        if self.stands is not None and len(at):
            asked, same = self._unlike(some, one, other)
            both = zip(one[asked].tolist(), other[asked].tolist(), strict=True)
            found[at] = np.array([self.stands(some[n], some[m]) for n, m in both], np.bool_)[same]
        return found

    def _unlike(self, units: Sequence[Unit], one: Ints, other: Ints) -> tuple[Ints, Ints]:
        """Give the numbers of the pairs that are to be asked, and for each pair which of them it is like."""
        if self.by is None:
            every = np.arange(len(one))
            return every, every
        number: defaultdict[Hashable, int] = defaultdict(count().__next__)
        of = np.fromiter((number[self.by(u)] for u in units), np.int64, len(units))
        reports: defaultdict[str, int] = defaultdict(count().__next__)
        report = np.fromiter((reports[u.report] for u in units), np.int64, len(units))
        return distinct((of[one] * len(number) + of[other]) * 2 + (report[one] == report[other]))


def standing(walls: Sequence[Wall], units: Sequence[Unit], one: Ints, other: Ints, found: Flags) -> Flags:
    """Add to `found` the pairs between which one of `walls` stands: where one does, no other is looked for."""
    open_ = np.flatnonzero(~found)
    one, other = one[open_], other[open_]
    for wall in walls:
        stands = wall.among(units, one, other)
        if stands.any():
            found[open_[stands]] = True
            open_, one, other = open_[~stands], one[~stands], other[~stands]
    return found
