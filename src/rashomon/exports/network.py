"""The network of a case: reports, entities, voices, claims and lines as nodes; who tells, says, derives and differs.

| edge | from | to |
|---|---|---|
| tells | report | claim |
| says | voice | claim |
| derives | report | report |
| differs | claim | claim |
| rests on | line | claim |
| actor, recipient, place | entity | line |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.case import Case
from rashomon.exports.deeds import Deeds
from rashomon.exports.in_words import Corrected, span_of_days
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.records import Findings, VoiceKey, by_voice

LOSSES = {
    "offsets and quotations": "`--to annotations` holds them; ids are the same",
    "what was read and no line or claim rests on": "`--to readings`",
    "links of a chain between the report and the voice": "a voice is linked to its claim; `--to findings`",
    "control and steering characters": "shown by their numbers (`\\x1b`); XML cannot hold them",
}
FIELDS: dict[str, type] = {
    "kind": str,
    "label": str,
    "start": str,
    "end": str,
    "origins_at_least": int,
    "origins_at_most": int,
    "certain": bool,
    "score": float,
    "because": str,
    "corrected_by": str,
}
"""What a node or edge may tell, and as what."""
Facts = dict[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the case under an address of its kind and id."""

    id: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes."""

    source: str
    target: str
    facts: Facts


def network(case: Case, ledger: Ledger) -> tuple[list[Node], list[Edge]]:
    """Give the nodes, each once, and the edges between them."""
    made = _Network(case, case.findings.get())
    ledger.carry(case.findings.claim_ids())
    return list(made.nodes()), list(made.edges())


class _Network:
    def __init__(self, case: Case, found: Findings) -> None:
        self._case = case
        self._found = found
        self._lookup = Lookup(case)
        self._corrected = Corrected(case)
        self._deeds = Deeds(case, found)
        self._reports = set(case.reports.ids())
        self._claims = {c.id for c in found.claims}

    def nodes(self) -> Iterator[Node]:
        for report in self._case.reports.ids():
            day = self._lookup.published(report) or ""
            told = self._facts("report", self._lookup.outlet(report), start=day, end=day)
            yield Node(f"report:{report}", told | self._told(self._corrected.of([(report, "")])))
        for e in self._found.entities:
            told = self._facts(e.kind, e.name, because="; ".join(map(str, e.because)))
            yield Node(f"entity:{e.id}", told | self._told(self._corrected.of(e.mentions, *e.because)))
        known = {e.id for e in self._found.entities}
        for key, (kind, name) in self._voices().items():
            if VoiceKey.read(key).entity not in known:
                yield Node(self._voice(key), self._facts(kind, self._lookup.outlet(name)))
        for c in self._found.claims:
            least, most = c.independent_origins
            told = self._facts("claim", c.text, because=str(c.because), origins_at_least=least, origins_at_most=most)
            reasons = (c.because, *(o.because for o in c.origins))
            yield Node(f"claim:{c.id}", told | self._told(self._corrected.of(c.members, *reasons)))
        for line in self._found.chronicle:
            least, most = line.independent_origins
            start, end = span_of_days(line.date) or ("", "")
            told = self._facts(
                "line",
                line.title,
                start=start,
                end=end,
                because=str(line.because),
                origins_at_least=least,
                origins_at_most=most,
            )
            yield Node(f"line:{line.id}", told | self._told(self._corrected.of(line.events, line.because)))

    def edges(self) -> Iterator[Edge]:
        known = {e.id for e in self._found.entities}
        for c in self._found.claims:
            for report in dict.fromkeys(r for r, _ in c.members if r in self._reports):
                stances = {s.stance for s in c.stances if any(r == report for r, _ in s.rows)}
                label = ", ".join(sorted(stances)) or "says"
                yield Edge(f"report:{report}", f"claim:{c.id}", self._facts("tells", label))
            for key, (origin, *_) in sorted(by_voice(c.origins).items()):
                entity = VoiceKey.read(key).entity
                source = f"entity:{entity}" if entity in known else self._voice(key)
                told = self._facts("says", origin.kind, because=str(origin.because))
                yield Edge(source, f"claim:{c.id}", told | {"certain": origin.certain})
        for row in self._found.lineage:
            if row.origin in self._reports and row.report in self._reports:
                told = self._facts("derives", row.relation, because=str(row.because))
                yield Edge(f"report:{row.report}", f"report:{row.origin}", told | {"score": row.score})
        for conflict in self._found.conflicts:
            if self._claims.issuperset(conflict.claims):
                first, second = conflict.claims
                told = self._facts("differs", conflict.kind, because=str(conflict.because))
                yield Edge(f"claim:{first}", f"claim:{second}", told)
        for line in self._found.chronicle:
            for claim in line.claims:
                if claim in self._claims:
                    yield Edge(f"line:{line.id}", f"claim:{claim}", self._facts("rests on", ""))
            deed = self._deeds.of(line)
            for role, parties in (
                ("actor", deed.actors if deed else ()),
                ("recipient", deed.recipients if deed else ()),
                ("place", deed.places if deed else ()),
            ):
                for party in parties:
                    if party.entity:
                        yield Edge(f"entity:{party.entity.id}", f"line:{line.id}", self._facts(role, party.raw))

    def _voices(self) -> dict[str, tuple[str, str]]:
        voices = by_voice(o for c in self._found.claims for o in c.origins)
        return {key: (same[-1].kind, same[-1].name) for key, same in sorted(voices.items())}

    @staticmethod
    def _voice(key: str) -> str:
        return f"voice:{key.removeprefix('voice:')}"

    @staticmethod
    def _told(corrections: tuple[str, ...]) -> Facts:
        return {"corrected_by": "; ".join(corrections)} if corrections else {}

    @staticmethod
    def _facts(kind: str, label: str, **more: str | int) -> Facts:
        told: Facts = {"kind": kind, "label": " ".join(label.split()), **more}
        return {name: value for name, value in told.items() if value != ""}
