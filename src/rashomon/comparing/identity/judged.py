"""What people judged of identities is laid over the machine's groups, in the order of its time: the last word holds.

A merge makes the groups of its sides one. A split takes out of the group what leaves it: the bearers of the mentions
that were named, or every bearer of the name that was. A name given to a group stays with the mention it was given at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.comparing.identity.bearers import Bearer
from rashomon.records import Member, Reason, Ruling


@dataclass(slots=True)
class Group:
    """Bearers that are one thing, by their places in the list of bearers, why, and the name that a person gave it."""

    bearers: list[int]
    reasons: list[Reason] = field(default_factory=list)
    name: str = ""


def judged(groups: Iterable[Group], found: Sequence[Bearer], rulings: Iterable[Ruling]) -> list[Group]:
    """Give the groups of `found` as people judged them. A side that no bearer here stands for changes nothing."""
    told = sorted((r for r in rulings if r.kind in ("merge", "split", "rename")), key=lambda r: (r.when, r.id))
    if not told:
        return list(groups)
    judging = _Judging(groups, found)
    for ruling in told:
        if ruling.kind == "merge":
            judging.merge(ruling)
        elif ruling.kind == "split":
            judging.split(ruling)
    for ruling in told:
        if ruling.kind == "rename":
            judging.rename(ruling)
    return judging.groups()


class _Judging:
    def __init__(self, groups: Iterable[Group], found: Sequence[Bearer]) -> None:
        self._found = found
        self._at = {member: i for i, bearer in enumerate(found) for member in bearer.mentions}
        self._group: dict[int, Group] = {}
        for one in groups:
            group = Group(list(one.bearers), list(one.reasons))
            self._group.update(dict.fromkeys(group.bearers, group))

    def groups(self) -> list[Group]:
        return list({id(group): group for _, group in sorted(self._group.items())}.values())

    def _of(self, side: Sequence[Member]) -> Group | None:
        """The group of the first mention of a side that is here."""
        return next((self._group[self._at[m]] for m in side if m in self._at), None)

    def merge(self, ruling: Ruling) -> None:
        here = [group for side in ruling.sides if (group := self._of(side))]
        for first, other in ((here[0], group) for group in here[1:]):
            if other is first:
                continue
            first.bearers = sorted((*first.bearers, *other.bearers))
            first.reasons += other.reasons
            self._group.update(dict.fromkeys(other.bearers, first))
        if len(here) > 1:
            here[0].reasons.append(ruling.because)

    def split(self, ruling: Ruling) -> None:
        group = self._of(ruling.sides[0])
        if group is None or len(ruling.sides) < 2:
            return
        if ruling.value:
            wanted = ruling.value.casefold()
            leaving = {i for i in group.bearers if wanted in {n.casefold() for n in self._found[i].names}}
        else:
            leaving = {self._at[m] for m in ruling.sides[1] if m in self._at} & set(group.bearers)
        staying = [i for i in group.bearers if i not in leaving]
        if not leaving or not staying:
            return
        group.bearers = staying
        group.reasons.append(ruling.because)
        kept = [why for i in sorted(leaving) for why in self._found[i].because]
        left = Group(sorted(leaving), [*kept, ruling.because])
        self._group.update(dict.fromkeys(left.bearers, left))

    def rename(self, ruling: Ruling) -> None:
        group = self._of(ruling.sides[0])
        if group:
            group.name = ruling.value
            group.reasons.append(ruling.because)
