"""What makes two origins one voice: the one key that claims, counts, accounts and networks go by.

Written as `kind:who`, or `kind:through:who` for somebody without a name, who is known only through whom he spoke to.
A key of its own kind says what may be concluded from it:

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
from typing import Literal, get_args

from rashomon.records.findings import Origin
from rashomon.records.vocabulary import Member

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
        kind, colon, rest = key.partition(":")
        if not colon or kind not in _KINDS:
            return cls(key, "")
        if kind in _NAMELESS and kind != "unnamed":
            through, _, who = rest.rpartition(":")
            return cls(kind, who, through)
        return cls(kind, rest)

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
