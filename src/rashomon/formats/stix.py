"""A case as a STIX 2.1 bundle, written plainly: reports, identities, and each claim as a note with its quotations.

Of two claims that conflict each bears an opinion that disagrees with it, in the voice of the other, and so do the
reports that tell it, by which MISP keeps both (an event a report); a report refers to the claims that it tells. STIX
has no claim, no quotation and no source chain of its own. Ids and times are functions of the case: the same case gives
the same bundle.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

from rashomon.case import Case
from rashomon.exports.in_words import Corrected, mark, span_of_days
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import printable
from rashomon.exports.tellings import standing
from rashomon.formats import Format
from rashomon.records import Claim, Conflict, Entity, Findings, Lineage, MentionKind

_CLASSES: dict[MentionKind, str] = {
    "person": "individual",
    "organisation": "organization",
    "publication": "organization",
    "group": "group",
}
_UNKNOWN = "1970-01-01"


def stix(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the bundle as one JSON object."""
    made = _Bundle(case, case.findings.get(), ledger)
    objects = list(made.objects())
    for entry in made.found.chronicle:
        ledger.lose("line", entry.id, "STIX has no dated line of a chronicle")
    if not objects:
        yield "{}\n"
        return
    bundle = {"type": "bundle", "id": _id("bundle", *(o["id"] for o in objects)), "objects": objects}
    yield json.dumps(bundle, ensure_ascii=False, indent=1)
    yield "\n"


def _id(kind: str, *parts: str) -> str:
    """An id in the form of a UUIDv4, which the specification asks for; the same parts give the same id."""
    told = "|".join(("urn:rashomon", kind, *parts)).encode("utf-8", "backslashreplace")
    return f"{kind}--{UUID(bytes=sha256(told).digest()[:16], version=4)}"


class _Bundle:
    def __init__(self, case: Case, found: Findings, ledger: Ledger) -> None:
        self.found = found
        self._case = case
        self._ledger = ledger
        self._lookup = Lookup(case)
        self._corrected = Corrected(case)
        self._reports = set(case.reports.ids())
        self._claims = {c.id: c for c in found.claims}
        self._noted: set[str] = set()

    def objects(self) -> Iterator[dict[str, Any]]:
        told: dict[str, list[str]] = {}
        within: dict[str, list[str]] = {}  # what a report holds: the claims that it tells, and who disagrees with them
        for entity in self.found.entities:
            if entity.kind in _CLASSES:
                for report in dict.fromkeys(r for r, _ in entity.mentions):
                    told.setdefault(report, []).append(_id("identity", entity.id))
                yield self._identity(entity)
            else:
                self._ledger.lose("entity", entity.id, "an identity is a person, body or group", entity.kind)
        outlets = {r: self._lookup.outlet(r) for r in sorted(self._reports)}
        for name, first in {name: r for r, name in reversed(outlets.items())}.items():
            yield self._object(
                "identity", ("outlet", name), self._day([first]), name=name, identity_class="organization"
            )
        notes = [note for claim in self.found.claims for note in self._note(claim)]
        opinions = [opinion for conflict in self.found.conflicts for opinion in self._opinions(conflict)]
        for one in (*notes, *opinions):
            for ref in one["object_refs"]:
                within.setdefault(ref, []).append(one["id"])
        for report, outlet in outlets.items():
            held = within.get(_id("report", report), [])
            yield self._report(report, _id("identity", "outlet", outlet), [*told.get(report, []), *held])
        yield from notes
        yield from opinions
        for row in self.found.lineage:
            if row.origin in self._reports and row.report in self._reports:
                yield self._derives(row, row.origin)

    def _day(self, reports: Iterable[str]) -> str:
        days = [d for r in reports if (d := span_of_days(self._lookup.published(r))) and len(d[0]) == len(_UNKNOWN)]
        return f"{min((d[0] for d in days), default=_UNKNOWN)}T00:00:00.000Z"

    @staticmethod
    def _object(kind: str, ids: tuple[str, ...], at: str, **told: Any) -> dict[str, Any]:
        head = {"type": kind, "spec_version": "2.1", "id": _id(kind, *ids), "created": at, "modified": at}
        return {**head, **{name: _clean(value) for name, value in told.items() if value}}

    def _identity(self, entity: Entity) -> dict[str, Any]:
        corrected = self._corrected.of(entity.mentions, *entity.because)
        names = [f"also: {'; '.join(n for n in entity.names if n != entity.name)}"] if len(entity.names) > 1 else []
        return self._object(
            "identity",
            (entity.id,),
            self._day(r for r, _ in entity.mentions),
            name=entity.name,
            description="\n".join((*names, *corrected)),
            identity_class=_CLASSES[entity.kind],
            external_references=[{"source_name": "rashomon", "external_id": entity.id}],
        )

    def _report(self, id_: str, outlet: str, identities: list[str]) -> dict[str, Any]:
        report, reading = self._lookup.report(id_), self._lookup.reading(id_)
        title = (report.title if report else None) or (reading.title if reading else None) or id_
        at = self._day([id_])
        web = {"url": report.url} if report and report.url else {}
        return self._object(
            "report",
            (id_,),
            at,
            name=" ".join(title.split()),
            description="; ".join(self._corrected.of([(id_, "")])),
            published=at,
            object_refs=[outlet, *identities],
            external_references=[{"source_name": self._lookup.outlet(id_), "external_id": id_, **web}],
        )

    def _note(self, claim: Claim) -> Iterator[dict[str, Any]]:
        reports = self._reports_of(claim.id)
        if not reports:
            self._ledger.lose("claim", claim.id, "no report of the case stands behind it")
            return
        quotes = [
            {
                "source_name": self._lookup.outlet(q.report),
                "external_id": f"{q.report}:{q.row}",
                "description": f"[{q.start}, {q.end}) {q.text}",
            }
            for m in claim.members
            if (q := self._lookup.member(m)) and q.text
        ]
        corrected = self._corrected.of(claim.members, claim.because, *(o.because for o in claim.origins))
        self._noted.add(claim.id)
        self._ledger.carry([claim.id])
        yield self._object(
            "note",
            (claim.id,),
            self._day(reports),
            abstract=f"claim, {mark(claim.independent_origins, len(reports))}",
            content="\n".join((claim.text, *corrected)) or claim.id,
            authors=sorted({" ".join(self._lookup.outlet(o.name).split()) for o in claim.origins} - {""}),
            object_refs=[_id("report", r) for r in reports],
            external_references=[{"source_name": "rashomon", "external_id": claim.id}, *quotes],
        )

    def _opinions(self, conflict: Conflict) -> Iterator[dict[str, Any]]:
        if not self._noted.issuperset(conflict.claims):
            self._ledger.lose("conflict", conflict.id, "a claim of it is not in the bundle")
            return
        for side, other in (conflict.claims, conflict.claims[::-1]):
            against = self._claims[other]
            yield self._object(
                "opinion",
                (conflict.id, side),
                self._day(standing(against)),
                opinion="disagree",
                explanation=f"{conflict.kind} ({conflict.because}): {against.text}",
                authors=sorted({" ".join(self._lookup.outlet(o.name).split()) for o in against.origins} - {""}),
                object_refs=[_id("note", side), *(_id("report", r) for r in self._reports_of(side))],
                external_references=[{"source_name": "rashomon", "external_id": conflict.id}],
            )

    def _reports_of(self, claim: str) -> list[str]:
        return [r for r in standing(self._claims[claim]) if r in self._reports]

    def _derives(self, row: Lineage, origin: str) -> dict[str, Any]:
        return self._object(
            "relationship",
            (row.report, origin, row.relation, row.basis),
            self._day([row.report]),
            relationship_type="derived-from",
            description=f"{row.relation}, by {row.basis}: {row.because}",
            source_ref=_id("report", row.report),
            target_ref=_id("report", origin),
        )


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_clean(v) for v in value]
    return {name: _clean(v) for name, v in value.items()} if isinstance(value, dict) else value


FORMAT = Format(
    suffix="stix.json",
    what="a STIX 2.1 bundle",
    opens="OpenCTI, MISP (an event a report)",
    checked="stix2, no custom property; stix2-validator; misp-stix",
    write=stix,
    losses={
        "spans": "offsets and quotation stand in the description of an external reference",
        "conflicts": "an opinion `disagree` on each side, which tells its kind and id as text",
        "lines of the chronicle, stories, events": "left out and named in the loss report: `--to findings`",
        "entities that are no person, body or group": "left out and named in the loss report",
        "the way from the report to the voice": "voices are authors of the note, by name",
        "times": "`created` is the day of the first report that tells it, as the bundle may not depend on the clock",
        "control and steering characters": "shown by their numbers (`\\x1b`)",
    },
)
