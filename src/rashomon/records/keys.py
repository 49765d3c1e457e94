"""By what a found row is known again, and by what two origins are one voice: the one key of each, for whoever asks.

A row is called by the first place that tells it, so that its name stays as reports are added. It answers to the names
of all its other places too (`case/finding_shelf.py`): one that was joined to another, or that an earlier report has
joined since, is found under the name that it had.

What makes two origins one voice: the one key that claims, counts, accounts and networks go by.

Written as `kind:who`, or `kind:through:who` for somebody without a name, who is known only through whom he spoke to. A
key of its own kind says what may be concluded from it:

| kind | whose | sure to differ from every other |
|---|---|---|
| voice | a person or body with a name, and whoever speaks for it | yes |
| institution | a body known by its office alone ("the health ministry") | yes |
| state | a country as a speaker | from other states |
| role, anonymous, collective, unnamed | somebody without a name | no |
| outlet, report | whoever narrates, or is cited as an outlet | beside a source, no |
| nobody | what nobody puts forward: a refusal to comment | is no voice |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Literal, get_args

from rashomon.records.findings import Origin
from rashomon.records.vocabulary import Evidence, Member, Span, Value

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


VoiceKind = Literal[
    "voice", "institution", "state", "role", "anonymous", "collective", "unnamed", "outlet", "report", "nobody"
]
_KINDS = frozenset(get_args(VoiceKind))
_NARRATORS = frozenset({"outlet", "report"})
_NAMELESS = frozenset({"role", "anonymous", "collective", "unnamed"})


@dataclass(frozen=True, slots=True, order=True)
class VoiceKey:
    """One voice: its kind, who it is, and for somebody without a name the key of the narrator it is known through."""

    kind: str
    who: str
    through: str = ""

    def __str__(self) -> str:
        return ":".join(part for part in (self.kind, self.through, self.who) if part)

    @classmethod
    def of(cls, origin: Origin) -> VoiceKey:
        """Give the key of an origin; one without a key is known by its kind and name."""
        return cls.read(origin.key) if origin.key else cls(origin.kind, origin.name)

    @classmethod
    def read(cls, key: str) -> VoiceKey:
        """Give the key that is written so: of somebody without a name, with whom he is known through in the middle."""
        return _read(key)

    @property
    def narrates(self) -> bool:
        """Whether it is an outlet's or a report's own narration, or an outlet that is cited."""
        return self.kind in _NARRATORS

    @property
    def nameless(self) -> bool:
        """Whether it is somebody without a name, who may be anybody."""
        return self.kind in _NAMELESS

    @property
    def is_state(self) -> bool:
        """Whether it is a country as a speaker."""
        return self.kind == "state"

    @property
    def speaks(self) -> bool:
        """Whether there is a voice at all: nobody tells what a refusal to comment is about."""
        return self.kind != "nobody"

    @property
    def entity(self) -> str | None:
        """The id of the entity that speaks, where the voice has one."""
        return self.who if self.kind == "voice" else None


@lru_cache(maxsize=1 << 13)
def _read(key: str) -> VoiceKey:
    kind, colon, rest = key.partition(":")
    if not colon or kind not in _KINDS:
        return VoiceKey(key, "")
    if kind in _NAMELESS and kind != "unnamed":
        through, _, who = rest.rpartition(":")
        return VoiceKey(kind, who, through)
    return VoiceKey(kind, rest)


def by_voice(origins: Iterable[Origin]) -> dict[str, list[Origin]]:
    """Give origins by the written key of their voice, in the order in which the voices first speak."""
    found: dict[str, list[Origin]] = {}
    for origin in origins:
        key = VoiceKey.of(origin)
        if key.speaks:
            found.setdefault(str(key), []).append(origin)
    return found


def chains(origin: Origin) -> tuple[tuple[Member, ...], ...]:
    """Give the chains that an origin was united from: each stays in its report."""
    found: dict[str, list[Member]] = {}
    for member in origin.chain:
        found.setdefault(member[0], []).append(member)
    return tuple(tuple(chain) for chain in found.values())
