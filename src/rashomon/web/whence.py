"""Who has what they tell from whom, over a whole story: outlets with words of their own, who carries them, voices.

What a report only carries counts for the outlet whose words it carries: a reprint hears nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.case.views import Heard
from rashomon.exports.families import carries
from rashomon.records import Lineage, VoiceKey


@dataclass(slots=True)
class Outlet:
    """One outlet: its reports in its own words and those that carry another's, by whose.

    `itself` are the claims that it tells in its own voice, `hears` those it has from each voice (by key); `held` is
    False for one that is only credited. `carriers` are the outlets that carry its words, each with how many reports.
    """

    name: str
    own: int = 0
    carried: Counter[str] = field(default_factory=Counter)
    itself: set[str] = field(default_factory=set)
    hears: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    carriers: Counter[str] = field(default_factory=Counter)
    held: bool = False

    @property
    def speaks(self) -> bool:
        """Whether anything stands in its own words."""
        return bool(self.own or self.itself or self.hears)

    @property
    def heard(self) -> list[tuple[str, int]]:
        """The voices it hears by their keys, each with how many claims, most first."""
        return sorted(((key, len(of)) for key, of in self.hears.items()), key=lambda pair: -pair[1])

    @property
    def weight(self) -> int:
        """How much it tells: claims of its own and of others."""
        return len(self.itself) + sum(map(len, self.hears.values()))


@dataclass(slots=True)
class Voice:
    """Who stands at the start of what is told: whose claims reach us through which outlets.

    `sure` is False where it may be another's wherever it speaks; `entity` is its entity's id, "" where it has none.
    """

    key: str
    name: str
    kind: str
    entity: str
    sure: bool = False
    claims: set[str] = field(default_factory=set)
    through: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def ways(self) -> list[tuple[str, int]]:
        """The outlets that it reaches us through, each with how many claims, most first."""
        return sorted(((name, len(of)) for name, of in self.through.items()), key=lambda pair: -pair[1])


@dataclass(frozen=True, slots=True)
class Whence:
    """The outlets that speak, the weightiest first; those that only carry; the voices, the most widely heard first."""

    outlets: tuple[Outlet, ...]
    carrying: tuple[Outlet, ...]
    voices: tuple[Voice, ...]

    @property
    def held(self) -> int:
        """How many outlets there are reports of."""
        return sum(o.held for o in (*self.outlets, *self.carrying))

    @property
    def widely(self) -> int:
        """How many voices reach us through more than one outlet."""
        return sum(len(v.through) > 1 for v in self.voices)


def whence(
    reports: Sequence[str], outlets: Mapping[str, str], derived: Iterable[Lineage], heard: Iterable[Heard]
) -> Whence:
    """Lay out who has what from whom. `outlets` names the outlet of a report, `derived` are the story's derivations."""
    known = {name.casefold(): name for name in sorted((outlets[r] for r in reports), reverse=True)}

    def called(name: str) -> str:
        name = " ".join(outlets.get(name, name).split())
        return known.get(name.casefold(), name)

    roots = _roots(reports, derived)
    of: dict[str, Outlet] = {}

    def outlet(name: str) -> Outlet:
        return of.setdefault(name, Outlet(name))

    for report in reports:
        here, root = outlet(called(report)), called(roots.get(report, report))
        here.held = True
        if root == here.name:
            here.own += 1
        else:
            here.carried[root] += 1
            outlet(root).carriers[here.name] += 1
    voices: dict[str, Voice] = {}
    for row in heard:
        teller = outlet(called(roots.get(row.report, row.report)))
        key = VoiceKey.read(row.key) if row.key else VoiceKey(row.kind, row.name)
        name = called(row.name)
        if key.narrates and name == teller.name:
            teller.itself.add(row.claim)
            continue
        if not key.speaks:
            continue
        voice = voices.setdefault(str(key), Voice(str(key), name, row.kind, key.entity or ""))
        voice.sure = voice.sure or bool(row.certain)
        voice.claims.add(row.claim)
        voice.through[teller.name].add(row.claim)
        teller.hears[voice.key].add(row.claim)
    every = sorted(of.values(), key=lambda o: (-o.weight, -sum(o.carriers.values()), o.name.casefold()))
    return Whence(
        tuple(o for o in every if o.speaks),
        tuple(o for o in every if not o.speaks),
        tuple(sorted(voices.values(), key=lambda v: (-len(v.through), -len(v.claims), v.name.casefold(), v.key))),
    )


def _roots(reports: Sequence[str], derived: Iterable[Lineage]) -> dict[str, str]:
    """What each report that carries another's words carries in the end: a report, or an outlet's name."""
    origin: dict[str, Lineage] = {}
    for row in derived:
        best = origin.get(row.report)
        if carries(row) and (best is None or (row.basis == "text", row.score) > (best.basis == "text", best.score)):
            origin[row.report] = row
    roots = {}
    for report in reports:
        at, passed = report, {report}
        while (parent := origin.get(at)) and parent.origin and parent.origin not in passed:
            at = parent.origin
            passed.add(at)
        if at != report:
            roots[report] = at
    return roots
