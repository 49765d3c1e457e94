"""The reports as brat standoff: the text untouched, its rows in a file beside it, claims as notes on what tells them.

A text-bound row that runs over a line break or tab is parted there, as the format asks; offsets are code points. Rows
of the same characters share one annotation, as strict readers ask: a person who is the source of a statement is a
Person that the statement names by `SaidBy`. An event's trigger alone keeps its type in any case.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.case import Case
from rashomon.exports.in_words import Corrected
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import FileNames, printable
from rashomon.formats import Format
from rashomon.outputs import whole
from rashomon.records import Attribution, Event, Mention, Reading, Span

_BREAK = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONF = """[entities]
Person
Organisation
Group
Place
Facility
Office
Publication
Other
Time
Source
Cue
Content
Narration

[relations]
SaidBy\tArg1:<ANY>, Arg2:<ANY>
CuedBy\tArg1:<ANY>, Arg2:<ANY>
Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive

[events]
{events}

[attributes]
Quote\tArg:<ANY>, Value:direct|mixed|indirect
Voice\tArg:<ANY>, Value:named_person|institution|anonymous|outlet|collective
Negated\tArg:<ANY>
Modality\tArg:<EVENT>, Value:asserted|attributed|denied|hypothetical|planned|demanded
"""


def brat(case: Case, folder: Path, ledger: Ledger) -> None:
    """Write a .txt and an .ann file a report into `folder`, with annotation.conf and reports.json beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    notes: dict[str, dict[str, list[str]]] = {}
    for claim in case.findings.get().claims:
        for told_in, row in claim.members:
            notes.setdefault(told_in, {}).setdefault(row, []).append(claim.id)
    lookup, corrected = Lookup(case), Corrected(case)
    names: dict[str, str] = {}
    given = FileNames()
    types: set[str] = set()
    for report in case.reports:
        reading = lookup.reading(report.id)
        if reading is None:
            continue
        name = given.new(report.id)
        names[name] = report.id
        standoff = _Standoff(report.text, reading, notes.get(report.id, {}), corrected)
        with whole(folder / f"{name}.txt") as file:
            file.write(report.text)
        with whole(folder / f"{name}.ann") as file:
            file.writelines(f"{line}\n" for line in standoff.lines())
        ledger.carry(standoff.claims)
        types |= {e.type for e in reading.events}
    with whole(folder / "annotation.conf") as file:
        told = "Actor*:<ENTITY>, Recipient*:<ENTITY>, Place?:<ENTITY>"  # unmarked, brat asks for exactly one
        file.write(_CONF.format(events="\n".join(f"{t}\t{told}" for t in sorted(types))))
    with whole(folder / "reports.json") as file:
        json.dump(names, file, ensure_ascii=False, indent=1)


class _Standoff:
    def __init__(self, text: str, reading: Reading, notes: dict[str, list[str]], corrected: Corrected) -> None:
        self._text = text
        self._reading = reading
        self._notes = notes
        self._corrected = corrected
        self._number = dict.fromkeys("TERA#", 0)
        self._bound_at: dict[tuple[Span, ...], tuple[str, str]] = {}
        self.claims: list[str] = []

    def lines(self) -> Iterator[str]:
        reading = self._reading
        marked: dict[str, str] = {}
        triggers: dict[str, str] = {}
        for event in reading.events:
            yield from self._bound(triggers, event.id, event.type, [event.trigger], own=True)
        for mention in reading.mentions:
            yield from self._bound(marked, mention.id, mention.kind.capitalize(), [(mention.start, mention.end)])
            yield from self._noted(mention, marked.get(mention.id))
        chains: dict[str, list[str]] = {}
        for mention in reading.mentions:
            if mention.id in marked:
                chains.setdefault(mention.chain, []).append(marked[mention.id])
        yield from (f"*\tEquiv {' '.join(same)}" for same in chains.values() if len(same) > 1)
        for time in reading.times:
            yield from self._bound(marked, "", "Time", [(time.start, time.end)], time.value)
        for statement in reading.attributions:
            yield from self._statement(statement)
        for event in reading.events:
            yield from self._event(event, marked, triggers)
        for number, span in enumerate(reading.sentences, 1):
            if f"s{number}" in self._notes:
                yield from self._bound(marked, f"s{number}", "Narration", [span])
                yield from self._note(f"s{number}", marked.get(f"s{number}"))

    def _next(self, kind: str) -> str:
        self._number[kind] += 1
        return f"{kind}{self._number[kind]}"

    def _bound(
        self, marked: dict[str, str], row: str, kind: str, spans: Iterable[Span], note: str = "", own: bool = False
    ) -> Iterator[str]:
        """Bind a row to its characters, as what stands there already; one that is its `own` to what has its type."""
        pieces = [piece for span in sorted(set(spans)) for piece in _pieces(self._text, span)]
        if not pieces:
            return
        bound, before = self._bound_at.get(tuple(pieces), ("", ""))
        if bound and (not own or before == kind):
            marked[row] = bound
            if note:
                yield f"{self._next('#')}\tAnnotatorNotes {bound}\t{_line(note)}"
            return
        marked[row] = id_ = self._next("T")
        self._bound_at.setdefault(tuple(pieces), (id_, kind))
        words = " ".join(self._text[start:end] for start, end in pieces)
        yield f"{id_}\t{kind} {';'.join(f'{start} {end}' for start, end in pieces)}\t{words}"
        if note:
            yield f"{self._next('#')}\tAnnotatorNotes {id_}\t{_line(note)}"

    def _statement(self, a: Attribution) -> Iterator[str]:
        parts: dict[str, str] = {}
        for part, spans in (("Content", a.content), ("Source", a.source), ("Cue", a.cue)):
            yield from self._bound(parts, part, part, spans)
        content = parts.get("Content") or parts.get("Source") or parts.get("Cue")
        if content is None:
            return
        for relation, part in (("SaidBy", "Source"), ("CuedBy", "Cue")):
            if part in parts and "Content" in parts:
                yield f"{self._next('R')}\t{relation} Arg1:{content} Arg2:{parts[part]}"
        if "Content" in parts:
            yield f"{self._next('A')}\tQuote {content} {a.quote}"
            yield f"{self._next('A')}\tVoice {content} {a.source_kind}"
            if a.negated:
                yield f"{self._next('A')}\tNegated {content}"
        yield from self._noted(a, content)

    def _event(self, e: Event, marked: dict[str, str], triggers: dict[str, str]) -> Iterator[str]:
        if e.id not in triggers:
            return
        event = self._next("E")
        roles = [("Actor", m) for m in e.actors] + [("Recipient", m) for m in e.recipients]
        roles += [("Place", e.place)] if e.place else []
        told = [f"{role}{self._nth(roles, i)}:{marked[m]}" for i, (role, m) in enumerate(roles) if m in marked]
        yield " ".join((f"{event}\t{e.type}:{triggers[e.id]}", *told))
        yield f"{self._next('A')}\tModality {event} {e.modality}"
        if e.date:
            yield f"{self._next('#')}\tAnnotatorNotes {event}\tdate {_line(f'{e.date}, {e.date_basis}')}"
        yield from self._noted(e, event)

    @staticmethod
    def _nth(roles: list[tuple[str, str]], index: int) -> str:
        before = sum(role == roles[index][0] for role, _ in roles[:index])
        return str(before + 1) if before else ""

    def _noted(self, row: Mention | Attribution | Event, target: str | None) -> Iterator[str]:
        yield from self._note(row.id, target)
        for told in self._corrected.of([(self._reading.report, row.id)]):
            if target:
                yield f"{self._next('#')}\tAnnotatorNotes {target}\t{_line(told)}"

    def _note(self, row: str, target: str | None) -> Iterator[str]:
        if target:
            for claim in self._notes.get(row, ()):
                self.claims.append(claim)
                yield f"{self._next('#')}\tAnnotatorNotes {target}\tclaim {claim} told by {_line(row)}"


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The parts of a span between the breaks inside it."""
    at, end = span
    for found in _BREAK.finditer(text, at, end):
        if found.start() > at:
            yield at, found.start()
        at = found.end()
    if at < end:
        yield at, end


def _line(words: str) -> str:
    return printable(" ".join(words.split()))


FORMAT = Format(
    suffix="brat",
    what="a folder of texts with standoff annotation",
    opens="brat",
    checked="pybrat; every span cut again",
    write=brat,
    shape="folder",
    lost="none of its rows has characters in a report",
    losses={
        "of which part a statement's words are, where something else has the same characters": "its relations tell",
        "what was found across reports but claims": "`--to findings`; a claim is a note on each row that tells it",
        "entities": "mentions of one thing in one report are marked as such (`Equiv`)",
        "rows of white space alone": "left out: the format has no empty span",
        "regions, credits, eventualities, clauses": "`--to readings`",
        "a report's name": "made one that any file system takes; reports.json tells the id of each file",
    },
)
