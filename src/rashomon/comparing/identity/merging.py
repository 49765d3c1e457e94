"""Bearers are joined only where nothing forbids it, and every joint has its reason.

Never one entity: two things that are told to be different; a person and a place, or any two kinds that exclude each
other; two bearers of one report whose full names differ; two names that contradict each other.

Reports are about one matter where they name the same people and bodies, states and outlets left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.similarity import similarity
from rashomon.comparing.similarity.parts import parts
from rashomon.records import Reason

_CLASS = {"person": "person", "place": "place"}
_CONTRADICTION = 0.62
"""Two full names of one entity are at least so similar, unless a table or the text joins them."""

_ONE_SPELLING = 0.92
"""Two full names of one report that are less similar are two; the same name may be misspelt in between."""

_COMPARED = 6
"""Names a side that are compared when two groups are joined: enough to find a contradiction, and cost stays linear."""


def class_of(kind: str) -> str:
    """Give the class of kinds that may be one thing: "person", "place" or "body"."""
    return _CLASS.get(kind, "body")


def full_key(name: str, kind: str) -> tuple[str, ...]:
    """Give the parts that tell who is meant; empty for a person's single name, which many may bear."""
    body = class_of(kind)
    found = parts(name, "person" if body == "person" else "body")
    if len(found) == 1 and found[0].role == "people":
        return (f"people of {found[0].key}",)
    keys = tuple(p.key for p in found if p.role not in ("title", "form"))
    return keys if body != "person" or sum(p.role == "name" for p in found) > 1 else ()


class Merging:
    """A union-find over bearers that knows what may not be joined."""

    def __init__(self, found: Sequence[Bearer]) -> None:
        self.bearers = found
        self._parent = list(range(len(found)))
        self._reports: list[dict[str, tuple[int, ...]]] = [{b.report: (i,)} for i, b in enumerate(found)]
        self._told: list[str] = [f"{b.told.kind}:{b.told.name}" if b.told else "" for b in found]
        self._fulls: list[tuple[str, ...]] = [self._full_names(b) for b in found]
        self._aliases: list[frozenset[str]] = [
            self._stated(names, b) for names, b in zip(self._fulls, found, strict=True)
        ]
        self.reasons: list[list[Reason]] = [list(b.because) for b in found]

    @staticmethod
    def _full_names(bearer: Bearer) -> tuple[str, ...]:
        names = (name for name in dict.fromkeys((bearer.name, *bearer.names)) if full_key(name, bearer.kind))
        return tuple(names)[:_COMPARED] if bearer.names else ()

    @staticmethod
    def _stated(names: tuple[str, ...], bearer: Bearer) -> frozenset[str]:
        """Give the full names of a person of whom a report says that two names, not alike, are one's."""
        if class_of(bearer.kind) != "person" or len(names) < 2:
            return frozenset()
        apart = any(similarity(x, y) < _CONTRADICTION for x, y in combinations(names, 2))
        return frozenset(names) if apart else frozenset()

    def root(self, i: int) -> int:
        """Give the bearer that stands for the group of `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def reports(self, i: int) -> dict[str, tuple[int, ...]]:
        """Give the reports of the group of `i`, each with its bearers."""
        return self._reports[self.root(i)]

    def full_names(self, i: int) -> tuple[str, ...]:
        """Give the full names of the group of `i` (a few, where there are many)."""
        return self._fulls[self.root(i)]

    def forbids(self, i: int, j: int, *, sure: bool = False) -> str:
        """Say what forbids that the groups of `i` and `j` are one; empty where nothing does.

        `sure` leaves out the comparison of names: a table joins them.
        """
        a, b = self.root(i), self.root(j)
        first, second = self.bearers[a], self.bearers[b]
        if class_of(first.kind) != class_of(second.kind):
            return "other-kind"
        if self._told[a] and self._told[b] and self._told[a] != self._told[b]:
            return "told-apart"
        if sure:
            return ""
        if clash := self._contradiction(a, b, class_of(first.kind)):
            return clash
        known = self._aliases[a] | self._aliases[b]
        small, large = sorted((self._reports[a], self._reports[b]), key=len)
        apart = any if class_of(first.kind) == "person" else all
        for report, members in small.items():
            pairs = [(x, y) for x in members for y in large.get(report, ())]
            if pairs and apart(self._differ_in_report(x, y, known) for x, y in pairs):
                return f"told-apart-in-report:{report}"
        return ""

    def _contradiction(self, a: int, b: int, body: str) -> str:
        """Say which names contradict: any two of a person's, but all of a body's, which is also known translated."""
        pairs = [(similarity(x, y, body), x, y) for x in self._fulls[a] for y in self._fulls[b]]
        told = body != "person" or self._told[a] or self._told[b] or self._aliases[a] or self._aliases[b]
        score, x, y = (max if told else min)(pairs, default=(1.0, "", ""))
        return f"contradicts:{x}/{y}" if score < _CONTRADICTION else ""

    def _differ_in_report(self, i: int, j: int, known: frozenset[str]) -> bool:
        """Whether one report keeps two bearers apart: it gives both a full name, and no two of these are one.

        Names that another report says to be one person's (`known`) do not.
        """
        first, second = self.bearers[i], self.bearers[j]
        mine, yours = self._full_names(first), self._full_names(second)
        body = class_of(first.kind)
        if known.issuperset((*mine, *yours)):
            return False
        return bool(mine and yours) and all(similarity(x, y, body) < _ONE_SPELLING for x in mine for y in yours)

    def join(self, i: int, j: int, because: Reason, *, sure: bool = False) -> bool:
        """Make the groups of `i` and `j` one, unless something forbids it; says whether they are one now."""
        a, b = self.root(i), self.root(j)
        if a == b:
            return True
        if self.forbids(a, b, sure=sure):
            return False
        if len(self._reports[a]) < len(self._reports[b]) or (len(self._reports[a]) == len(self._reports[b]) and b < a):
            a, b = b, a
        self._parent[b] = a
        for report, members in self._reports[b].items():
            self._reports[a][report] = tuple(sorted((*self._reports[a].get(report, ()), *members)))
        self._told[a] = self._told[a] or self._told[b]
        self._aliases[a] |= self._aliases[b]
        fulls = sorted({*self._fulls[a], *self._fulls[b]}, key=lambda n: (-len(n), n))
        self._fulls[a] = tuple(fulls[:_COMPARED])
        self.reasons[a] += [*self.reasons[b], because]
        self._reports[b], self.reasons[b] = {}, []
        return True


_COMPANY = 20
"""How many of a report's rarest names are looked at to see which other reports are about the same matter."""


class Company:
    """Which reports speak of the same people and bodies, states and outlets left out."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        kept: dict[str, set[int]] = {}
        for i, bearer in enumerate(merging.bearers):
            told_state = bearer.told is not None and bearer.told.because.rule in ("government-of", "state", "seat-of")
            if merging.full_names(i) and bearer.kind not in ("place", "publication") and not told_state:
                kept.setdefault(bearer.report, set()).add(merging.root(i))
        self._of = {
            report: sorted(roots, key=lambda r: (len(merging.reports(r)), r))[:_COMPANY]
            for report, roots in kept.items()
        }

    def keeps(self, report: str, root: int) -> bool:
        """Whether `report` names anyone else whom a report on `root` names too."""
        theirs = self._merging.reports(root).keys()
        return any(
            other != root and not theirs.isdisjoint(self._merging.reports(other).keys())
            for other in self._of.get(report, ())
        )
