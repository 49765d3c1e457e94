"""Each row of a case as one Web Annotation: its targets are the characters it rests on, its body the row itself.

Characters are pointed at by position and by quotation with its context; positions are code points, as the model asks,
and so are ours. What a row is called outside its case is an address that holds any id and gives the same row in every
export: `urn:rashomon:report:ID`, `urn:rashomon:row:REPORT:LAYER:ROW`, `urn:rashomon:claim:ID` …, ids percent-encoded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from rashomon.case import Case
from rashomon.exports.in_words import Corrected, value
from rashomon.exports.lookup import Lookup
from rashomon.records import (
    Attribution,
    Chain,
    ChronicleEntry,
    Claim,
    Clause,
    Conflict,
    Credit,
    Entity,
    Event,
    Eventuality,
    Findings,
    Judgement,
    Lineage,
    Mention,
    Reading,
    Reason,
    Region,
    Report,
    Series,
    Span,
    Story,
    Timex,
)
from rashomon.records.interchange import as_json


def name(kind: str, *ids: str) -> str:
    """Give the address of a row of one kind."""
    return ":".join(("urn:rashomon", kind, *(quote(i, safe="-._~", errors="backslashreplace") for i in ids)))


_AROUND = 32


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """Give a TextPositionSelector and a TextQuoteSelector of the same characters."""
    start, end = span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]


LAYERS = ("regions", "mentions", "chains", "times", "attributions", "events", "eventualities", "clauses", "credits")
_Target = dict[str, Any] | str
_MOTIVATIONS = {
    "report": "describing",
    "reading": "describing",
    "regions": "classifying",
    "mentions": "identifying",
    "chains": "identifying",
    "times": "tagging",
    "attributions": "describing",
    "events": "describing",
    "eventualities": "describing",
    "clauses": "describing",
    "credits": "linking",
    "entities": "identifying",
    "lineage": "linking",
    "stories": "classifying",
    "claims": "describing",
    "conflicts": "linking",
    "chronicle": "describing",
    "series": "describing",
    "judgement": "editing",
    "refusal": "commenting",
    "known": "commenting",
}
"""What each kind of row is for, in the model's words; the keys are the kinds."""
_CASE = "urn:rashomon:case"
SOFTWARE = {"id": "urn:rashomon:software", "type": "Software", "name": "rashomon"}
"""Who makes a row that no person made. Which version and language model read a report stands in `reader`."""


class Made:
    """Makes the annotations of one open case, in a fixed order."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._lookup = Lookup(case)
        self._corrected = Corrected(case)

    def all(self) -> Iterator[dict[str, Any]]:
        """Give every annotation: reports and readings by report, then findings, then what people and models said."""
        if told := self._case.known_entities:
            yield self._one("known", (), {"lines": told}, [_CASE])
        readers = self._case.readings.readers()
        for report in self._case.reports:
            yield self._report(report)
            reading = self._case.readings.get(report.id)
            if reading is not None:
                yield from self._reading(report, reading, readers[report.id])
        yield from self._findings(self._case.findings.get())
        yield from map(self._judgement, self._case.corrections)
        columns, rows = self._case.table("refusal")
        for row in rows:
            refusal = dict(zip(columns, row, strict=True))
            target = name("report", refusal["report"]) if refusal["report"] else _CASE
            yield self._one("refusal", (refusal["input"], refusal["report"]), refusal, [target])

    def _one(
        self, kind: str, ids: tuple[str, ...], row: Any, targets: Iterable[_Target], says: str = "", **body: Any
    ) -> dict[str, Any]:
        listed = list(targets)
        dataset = {"type": "Dataset", "kind": kind, **body, "row": row}
        people = [{"type": "TextualBody", "value": " ".join(says.split()), "format": "text/plain"}] if says else []
        return {
            "id": name(kind, *ids),
            "type": "Annotation",
            "motivation": _MOTIVATIONS[kind],
            "creator": SOFTWARE["id"],
            "body": [*people, dataset],
            "target": listed[0] if len(listed) == 1 else listed or _CASE,
        }

    def _report(self, report: Report) -> dict[str, Any]:
        row = asdict(report)
        text: dict[str, Any] = {"type": "TextualBody", "value": row.pop("text"), "format": "text/plain"}
        if report.language:
            text["language"] = report.language
        ways = [list(way) for way in self._case.reports.ways(report.id)]
        told: dict[str, Any] = {"ways": ways} if ways else {}
        made = self._one("report", (report.id,), row, [name("report-text", report.id)], **told)
        created = {"created": ways[0][2]} if ways else {}
        return {**made, **created, "body": [text, *made["body"]], **self._marked([(report.id, "")])}

    def _marked(self, members: Iterable[tuple[str, str]], *because: Reason) -> dict[str, Any]:
        told = self._corrected.of(members, *because)
        return {"corrected_by": list(told)} if told else {}

    def _reading(self, report: Report, reading: Reading, reader: str) -> Iterator[dict[str, Any]]:
        whole = as_json(reading)
        layers = {layer: whole.pop(layer) for layer in LAYERS}
        source = name("report-text", report.id)
        machine = {layer: as_json(rows) for layer, rows in self._case.readings.aside(report.id).items()}
        told = {"reader": reader, "machine": machine} if machine else {"reader": reader}
        yield self._one("reading", (report.id,), whole, [source], **told)
        mentions: dict[str, list[Mention]] = {}
        for mention in reading.mentions:
            mentions.setdefault(mention.chain, []).append(mention)
        for layer in LAYERS:
            for position, (row, told) in enumerate(zip(getattr(reading, layer), layers[layer], strict=True)):
                id_ = str(getattr(row, "id", position))
                if layer == "chains":
                    targets: list[_Target] = [name("mentions", report.id, m.id) for m in mentions.get(id_, ())] or [
                        source
                    ]
                else:
                    targets = [
                        {
                            "type": "SpecificResource",
                            "source": source,
                            "part": part,
                            "selector": selectors(report.text, s),
                        }
                        for part, s in _spans(row)
                    ]
                yield {
                    **self._one(
                        layer, (report.id, id_), told, targets, _says(row), report=report.id, position=position
                    ),
                    **self._marked([(report.id, id_)], *_reason(row)),
                }

    def _findings(self, found: Findings) -> Iterator[dict[str, Any]]:
        claims = {c.id: c for c in found.claims}
        whole = as_json(found)
        for kind in ("entities", "lineage", "stories", "claims", "conflicts", "chronicle", "series"):
            for position, (row, told) in enumerate(zip(getattr(found, kind), whole[kind], strict=True)):
                ids = (str(getattr(row, "id", position)),)
                yield {
                    **self._one(kind, ids, told, self._about(row), _says(row), position=position),
                    **self._marked(*_resting(row, claims)),
                }

    def _about(self, row: Any) -> Iterator[_Target]:
        if isinstance(row, Entity):
            yield from (name("mentions", report, mention) for report, mention in row.mentions)
        elif isinstance(row, Story):
            yield from (name("report-text", report) for report in row.reports)
        elif isinstance(row, Conflict):
            yield from (name("claims", claim) for claim in row.claims)
        elif isinstance(row, ChronicleEntry):
            yield from self._cut([row.evidence] if row.evidence else [])
            yield from (name("claims", claim) for claim in row.claims)
        elif isinstance(row, Series):
            yield from self._cut(point.evidence for point in row.points)
        elif isinstance(row, Lineage):
            yield from self._cut(row.evidence)
            if not row.evidence:
                yield name("report-text", row.report)
        elif isinstance(row, Claim):
            yield from self._cut(row.evidence)
            if not row.evidence:
                yield from (name("report-text", report) for report in dict.fromkeys(r for r, _ in row.members))

    def _cut(self, evidence: Iterable[tuple[str, int, int]]) -> Iterator[_Target]:
        for id_, start, end in evidence:
            report = self._lookup.report(id_)
            source = name("report-text", id_)
            if report is None:
                yield source
            else:
                position, quoted = selectors(report.text, (start, end))
                yield {"type": "SpecificResource", "source": source, "selector": [position, quoted]}
                if (report.url or "").startswith(("http://", "https://")):  # where it stands on the page is not known
                    yield {"type": "SpecificResource", "source": report.url, "selector": quoted}

    def _judgement(self, judgement: Judgement) -> dict[str, Any]:
        targets: list[_Target] = [name("judgement", judgement.undoes)] if judgement.undoes else []
        for anchor in (a for side in judgement.sides for a in side):
            source = name("report-text", anchor.report)
            quote = {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            }
            position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
            if anchor.part == "report":
                targets.append(source)
            else:
                targets.append({"type": "SpecificResource", "source": source, "selector": [position, quote]})
        made = self._one("judgement", (judgement.id,), asdict(judgement), targets, judgement.because)
        return {**made, "creator": {"type": "Person", "name": judgement.who}, "created": judgement.when}


def _reason(row: Any) -> tuple[Reason, ...]:
    return (row.because,) if isinstance(row, Mention | Chain | Attribution | Event) else ()


def _spans(row: Any) -> Iterator[tuple[str, Span]]:
    """The characters of a row of a reading, each with the part that it plays."""
    if isinstance(row, Attribution):
        for part in ("source", "cue", "content"):
            yield from ((part, span) for span in getattr(row, part))
    elif isinstance(row, Event):
        yield "trigger", row.trigger
        yield "evidence", row.evidence
    elif isinstance(row, Region | Mention | Timex | Credit | Eventuality | Clause):
        yield "extent", (row.start, row.end)


def _says(row: Any) -> str:
    """A row in words, for people who look at it in another program."""
    if isinstance(row, Attribution):
        return f"statement: {row.source_kind}, {row.quote}, {row.polarity}{', negated' if row.negated else ''}"
    if isinstance(row, Event):
        return f"event: {row.type}{f'/{row.mode}' if row.mode else ''}, {row.modality}, {row.date or 'undated'}"
    if isinstance(row, Claim):
        least, most = row.independent_origins
        return f"claim: {row.text} ({least if least == most else f'{least} to {most}'} independent origins)"
    if isinstance(row, Conflict):
        return f"conflict: {row.kind}, {row.status}: {' / '.join(f'“{s.said}”' for s in row.sides if s.said)}"
    if isinstance(row, Entity):
        return f"{row.kind}: {row.name}"
    if isinstance(row, ChronicleEntry):
        return f"{row.date or 'undated'}: {row.title}"
    if isinstance(row, Series):
        points = ", ".join(f"{value(p.value)} ({p.as_of or 'undated'})" for p in row.points)
        return f"figure in time: {row.what}: {points}"
    return f"story: {row.title}" if isinstance(row, Story) else ""


def _resting(row: Any, claims: dict[str, Claim]) -> tuple[Any, ...]:
    """What `Corrected.of` is asked about a finding: the rows behind it, and its reasons."""
    if isinstance(row, Entity):
        return (row.mentions, *row.because)
    if isinstance(row, Claim):
        return (row.members, row.because, *(o.because for o in row.origins))
    if isinstance(row, Lineage):
        return ([(row.report, "")], row.because)
    resting = [point.claim for point in row.points] if isinstance(row, Series) else getattr(row, "claims", ())
    told = [claims[c] for c in dict.fromkeys(resting) if c in claims]
    members = [*getattr(row, "events", ()), *(m for c in told for m in c.members)]
    return (members, row.because, *(c.because for c in told))
