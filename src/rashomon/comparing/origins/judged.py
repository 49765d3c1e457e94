"""What people judged of sources is laid over the machine's origins, in the order of its time: the last word holds.

Two statements of one source have one key from then on, wherever that source speaks; where the source is the report's
own narration, only in that report. Two that differ have two keys, and each says that it is told apart from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.records import Member, Origin, Reason, Ruling, SourceKind, VoiceKey

_KNOWN: dict[SourceKind, int] = {"named_person": 3, "institution": 2, "outlet": 1}


def judged(origins: Mapping[Member, Origin], rulings: Iterable[Ruling]) -> dict[Member, Origin]:
    """Give the origins of rows as people judged them. A side without a row here changes nothing."""
    told = sorted(rulings, key=lambda r: (r.when, r.id))
    judging = _Judging(origins)
    for ruling in told:
        if ruling.kind == "re-attribute":
            judging.note(ruling)
        elif ruling.kind in ("same-source", "not-same-source") and len(ruling.sides) == 2:
            sides = [next((m for m in side if m in origins), None) for side in ruling.sides]
            if sides[0] and sides[1]:
                (judging.same if ruling.kind == "same-source" else judging.differ)(ruling, sides[0], sides[1])
    return judging.origins


class _Judging:
    def __init__(self, origins: Mapping[Member, Origin]) -> None:
        self.origins = dict(origins)
        self._of_key: dict[str, set[Member]] = {}
        for member, origin in origins.items():
            self._of_key.setdefault(origin.key, set()).add(member)

    def note(self, ruling: Ruling) -> None:
        for member in ruling.sides[0]:
            if member in self.origins:
                self._give(member, replace(self.origins[member], because=self._because(member, ruling)))

    def same(self, ruling: Ruling, first: Member, second: Member) -> None:
        one, other = self.origins[first], self.origins[second]
        if one.key == other.key:
            return
        better, worse, at = (one, other, second) if _known(one) > _known(other) else (other, one, first)
        for member in self._spoken(worse.key, at):
            origin = self.origins[member]
            apart = tuple(k for k in sorted({*origin.apart, *better.apart}) if k not in (better.key, worse.key))
            self._give(
                member,
                replace(
                    origin,
                    key=better.key,
                    name=better.name,
                    kind=better.kind,
                    certain=better.certain,
                    party=better.party,
                    apart=apart,
                    because=self._because(member, ruling),
                ),
            )

    def differ(self, ruling: Ruling, first: Member, second: Member) -> None:
        one, other = self.origins[first], self.origins[second]
        if one.key == other.key:
            own = f"{other.key}|{ruling.id}"
            for member in sorted(self._of_key[other.key]):
                if member == second or (member[0] == second[0] and first[0] != second[0]):
                    self._give(member, replace(self.origins[member], key=own, because=self._because(member, ruling)))
            other = self.origins[second]
        for key, from_key in ((one.key, other.key), (other.key, one.key)):
            for member in sorted(self._of_key[key]):
                origin = self.origins[member]
                because = self._because(member, ruling) if member in (first, second) else origin.because
                self._give(member, replace(origin, apart=tuple(sorted({*origin.apart, from_key})), because=because))

    def _spoken(self, key: str, at: Member) -> list[Member]:
        """The rows of one voice; of a report's own narration, those of that report alone."""
        members = sorted(self._of_key[key])
        return [m for m in members if m[0] == at[0]] if VoiceKey.read(key).narrates else members

    def _give(self, member: Member, origin: Origin) -> None:
        self._of_key[self.origins[member].key].discard(member)
        self.origins[member] = origin
        self._of_key.setdefault(origin.key, set()).add(member)

    def _because(self, member: Member, ruling: Ruling) -> Reason:
        known = self.origins[member].because
        told = any(step.rule == "judgement" and step.words == ruling.id for step in known.steps)
        return known if told else known.then(ruling.because)


def _known(origin: Origin) -> tuple[bool, int]:
    return origin.certain, 0 if VoiceKey.of(origin).nameless else _KNOWN.get(origin.kind, 0)
