"""A reading with the corrections laid over it: the machine's reading itself is never touched.

Of several judgements of one row the later one applies: what was rejected and later dated stands, under the new date.

What a person corrected says so wherever it is shown: "corrected by A. on 2031-05-02: why [j-…]".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from rashomon.case.corrections.contradictions import Contradictions
from rashomon.case.corrections.judge import UNKNOWN
from rashomon.records import (
    Attribution,
    Chain,
    Clause,
    Event,
    Judgement,
    Member,
    Mention,
    MentionKind,
    Reading,
    Reason,
    Report,
    Ruling,
    SourceKind,
)

CORRECTED = "corrected by"
"""The rule of a row that a judgement made."""


def correction_note(judgement: Judgement) -> Reason:
    """Give the `because` of rows that a judgement made or changed."""
    why = " ".join(judgement.because.split()) or "no reason given"
    told = Reason(CORRECTED, f"{judgement.who or 'somebody'} on {judgement.when[:10]}: {why}")
    return told.then(Reason("judgement", judgement.id), " ")


_KINDS: dict[SourceKind, MentionKind] = {
    "named_person": "person",
    "institution": "organisation",
    "outlet": "publication",
    "anonymous": "person",
    "collective": "group",
}


_Dated = TypeVar("_Dated", Event, Clause)


class Overlay:
    """The judgements that stand in a case today: `rulings` for comparing, `over` for the readings; `told` are all."""

    def __init__(self, rulings: Iterable[Ruling], report: Callable[[str], Report | None]) -> None:
        """`report` gives a stored report by its id; asked only for reports whose chains a judgement parts."""
        self._report = report
        self._rejected: dict[Member, Ruling] = {}
        self._dated: dict[Member, Ruling] = {}
        self._sourced: dict[Member, Ruling] = {}
        self._parted: dict[str, list[tuple[Ruling, frozenset[str]]]] = {}
        self._touched: set[str] = set()
        self.told = tuple(sorted(rulings, key=lambda r: (r.when, r.id)))
        void = Contradictions((r for r in self.told if r.kind.endswith("same-source")), lambda _: "").overruled
        holding = [r for r in self.told if r.id not in void]
        for ruling in holding:
            self._sort(ruling)
        self.rulings = (*holding, *self._links())

    def _sort(self, ruling: Ruling) -> None:
        members = ruling.sides[0] if ruling.sides else ()
        if ruling.kind == "reject" and len(ruling.sides) == 1:
            self._rejected.update(dict.fromkeys(members, ruling))
        elif ruling.kind in ("re-date", "re-attribute"):
            table = self._dated if ruling.kind == "re-date" else self._sourced
            for member in members:
                table[member] = ruling
                self._rejected.pop(member, None)  # who dates or attributes a row takes it for one
        elif ruling.kind == "split" and not ruling.value:
            of_report: dict[str, set[str]] = {}
            for report, mention in ruling.sides[1]:
                of_report.setdefault(report, set()).add(mention)
            for report, mentions in of_report.items():
                self._parted.setdefault(report, []).append((ruling, frozenset(mentions)))
        else:
            return
        self._touched.update(report for side in ruling.sides for report, _ in side)

    def _links(self) -> Iterable[Ruling]:
        """A source told anew is one with the entity that was named for it."""
        for member, ruling in sorted(self._sourced.items()):
            if len(ruling.sides) > 1:
                mention = (member[0], _source_mention(ruling, member[1]))
                yield replace(ruling, id=f"{ruling.id}/{member[1]}", kind="merge", sides=((mention,), ruling.sides[1]))

    @property
    def touched(self) -> frozenset[str]:
        """The ids of the reports whose readings a judgement may change."""
        return frozenset(self._touched)

    def over(self, reading: Reading) -> Reading:
        """Give the reading as corrected; the same object where nothing in it is."""
        if reading.report not in self._touched:
            return reading
        for ruling, mentions in self._parted.get(reading.report, ()):
            reading = self._apart(reading, ruling, mentions)
        return self._rows(self._without(reading))

    def _rows(self, reading: Reading) -> Reading:
        report = reading.report
        mentions, chains, attributions = list(reading.mentions), list(reading.chains), []
        for a in reading.attributions:
            ruling = self._sourced.get((report, a.id))
            if ruling is not None:
                mention, chain = _source(a, ruling)
                mentions.append(mention)
                chains.append(chain)
                a = replace(a, source_mention=mention.id, source_kind=ruling.source_kind or a.source_kind)
                a = replace(a, because=a.because.then(ruling.because))
            attributions.append(a)
        events = tuple(_dated(e, ruling) if (ruling := self._dated.get((report, e.id))) else e for e in reading.events)
        told = {row: ruling for (of, row), ruling in self._dated.items() if of == report}
        clauses = tuple(_dated(c, told[c.event]) if c.event in told else c for c in reading.clauses)
        return replace(
            reading,
            clauses=clauses,
            mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
            chains=tuple(chains),
            attributions=tuple(attributions),
            events=events,
        )

    def _without(self, reading: Reading) -> Reading:
        gone = {row for report, row in self._rejected if report == reading.report}
        if not gone:
            return reading
        outer = {a.id: a.nested_in for a in reading.attributions}
        mentions = tuple(m for m in reading.mentions if m.id not in gone)
        held = {m.chain for m in mentions}
        clauses = _told_still(reading, gone)
        told = {c.id for c in clauses}
        return replace(
            reading,
            mentions=mentions,
            chains=tuple(c for c in reading.chains if c.id in held or c.id not in {m.chain for m in reading.mentions}),
            attributions=tuple(_unmentioned(a, gone, outer) for a in reading.attributions if a.id not in gone),
            events=tuple(_still(e, gone, outer) for e in reading.events if e.id not in gone),
            eventualities=tuple(
                replace(v, attribution=_outside(v.attribution, gone, outer)) for v in reading.eventualities
            ),
            credits=tuple(replace(c, mention=None) if c.mention in gone else c for c in reading.credits),
            clauses=tuple(_left(c, gone, told, outer) for c in clauses),
        )

    def _apart(self, reading: Reading, ruling: Ruling, leaving: frozenset[str]) -> Reading:
        """Give the mentions that leave a chain of which others stay a chain of their own."""
        stay = {m.chain for m in reading.mentions if m.id not in leaving}
        parted = {m.chain for m in reading.mentions if m.id in leaving} & stay
        if not parted:
            return reading
        report = self._report(reading.report)
        text = report.text if report else ""
        chains: list[Chain] = []
        for chain in reading.chains:
            if chain.id not in parted:
                chains.append(chain)
                continue
            own = [m for m in reading.mentions if m.chain == chain.id]
            kept, left = _names(own, text, leaving, stay=True), _names(own, text, leaving, stay=False)
            chains.append(replace(chain, name=chain.name if chain.name in kept or not kept else kept[0], names=kept))
            described = [" ".join(text[m.start : m.end].split()) for m in own if m.id in leaving]
            name = max(left, key=len) if left else described[0]
            chains.append(Chain(_parted_id(chain.id, ruling), name, chain.kind, left, (), ruling.because))
        return replace(
            reading,
            chains=tuple(chains),
            mentions=tuple(
                replace(m, chain=_parted_id(m.chain, ruling)) if m.id in leaving and m.chain in parted else m
                for m in reading.mentions
            ),
        )


def _parted_id(chain: str, ruling: Ruling) -> str:
    return f"{chain}/{ruling.id}"


def _source_mention(ruling: Ruling, row: str) -> str:
    return f"{ruling.id}/{row}"


def _names(mentions: Iterable[Mention], text: str, leaving: frozenset[str], *, stay: bool) -> tuple[str, ...]:
    chosen = (m for m in mentions if m.form == "name" and (m.id not in leaving) == stay)
    return tuple(dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in chosen))


def _source(a: Attribution, ruling: Ruling) -> tuple[Mention, Chain]:
    """The source that a person named, standing at the words that the report has for it."""
    start, end = (*a.source, *a.cue, *a.content, (0, 0))[0]
    source = ruling.source_kind or a.source_kind
    named = source not in ("anonymous", "collective")
    row = _source_mention(ruling, a.id)
    mention = Mention(row, start, end, _KINDS[source], "name" if named else "nominal", row, ruling.because)
    return mention, Chain(row, ruling.value, _KINDS[source], (ruling.value,) if named else (), (), ruling.because)


def _dated(e: _Dated, ruling: Ruling) -> _Dated:
    return replace(e, date=None if ruling.value == UNKNOWN else ruling.value, date_basis=ruling.because)


def _told_still(reading: Reading, gone: set[str]) -> list[Clause]:
    """The clauses that are left: none that was rejected, and none that only says one that was ("X said that …")."""
    kept = [c for c in reading.clauses if c.event not in gone and c.id not in gone]
    lost = {c.id for c in reading.clauses} - {c.id for c in kept}
    says = [cue for a in reading.attributions if a.polarity == "assert" and not a.negated for cue in a.cue]
    while silent := {
        c.id
        for c in kept
        if c.content in lost and c.event is None and any(start <= c.head[0] < end for start, end in says)
    }:
        kept, lost = [c for c in kept if c.id not in silent], lost | silent
    return kept


def _outside(row: str | None, gone: set[str], outer: Mapping[str, str | None]) -> str | None:
    """The statement around a rejected one."""
    seen: set[str] = set()
    while row in gone and row not in seen:
        seen.add(row)
        row = outer.get(row)
    return None if row in gone else row


def _unmentioned(a: Attribution, gone: set[str], outer: Mapping[str, str | None]) -> Attribution:
    return replace(
        a,
        source_mention=None if a.source_mention in gone else a.source_mention,
        channel=None if a.channel in gone else a.channel,
        nested_in=_outside(a.nested_in, gone, outer),
    )


def _still(e: Event, gone: set[str], outer: Mapping[str, str | None]) -> Event:
    said = _outside(e.attribution, gone, outer)
    return replace(
        e,
        actors=tuple(m for m in e.actors if m not in gone),
        recipients=tuple(m for m in e.recipients if m not in gone),
        place=None if e.place in gone else e.place,
        attribution=said,
        modality="asserted" if e.modality == "attributed" and said is None and e.attribution else e.modality,
    )


def _left(c: Clause, gone: set[str], told: set[str], outer: Mapping[str, str | None]) -> Clause:
    return replace(
        c,
        within=c.within if c.within in told else None,
        content=c.content if c.content in told else None,
        attribution=_outside(c.attribution, gone, outer),
        place=None if c.place in gone else c.place,
        arguments=tuple(replace(a, mention=None) if a.mention in gone else a for a in c.arguments),
    )
