"""A small case of our own for the tests of corrections: five reports of an attack on a depot, read by hand, compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from made_reading import MadeReading
from rashomon.case import Case
from rashomon.engines import compare_again
from rashomon.exports import interchange
from rashomon.records import Reading, Report

OUTLETS = {"a": "Halim Post", "b": "Delta Wire", "c": "Evening Lamp", "d": "Kestrel Daily", "e": "Harbour Times"}
TEXTS = {
    "a": "Gunmen attacked the Halim depot with drones on Sunday.\n"
    "Omar Sadiq said that the bank of Lanse had lost forty clerks.",
    "b": "Gunmen attacked the Halim depot with drones on Sunday.\n"
    "Abu Karim said that the bank of Lanse had lost forty clerks.\n"
    "Karim Aziz visited Port Lanse.",
    "c": "A port official said that a convoy of six lorries left the depot at dawn.",
    "d": "A customs official said that a convoy of six lorries left the depot at dawn.",
    "e": "Gunmen attacked the Halim depot with drones.\nAbu Karim rejected the talks.",
}
LOST = "the bank of Lanse had lost forty clerks"
CONVOY = "a convoy of six lorries left the depot at dawn"
ATTACK = ("ASSAULT", "attacked", ("Gunmen",), ("Halim depot",))


def _made() -> list[MadeReading]:
    a, b, c, d, e = (MadeReading(i, text, "2031-03-11") for i, text in TEXTS.items())
    for one, source in ((a, "Omar Sadiq"), (b, "Abu Karim")):
        one.mention("Halim depot", "facility")
        one.tells(*ATTACK, date="2031-03-09").says(source, "said", LOST)
    b.tells("CONSULT", "visited", ("Karim Aziz",), (), date="2031-03-10", place=b.mention("Port Lanse", "place"))
    c.says("A port official", "said", CONVOY, source_kind="anonymous")
    d.says("A customs official", "said", CONVOY, source_kind="anonymous")
    for one in (c, d):  # nobody is named there
        one.mentions = [replace(m, form="nominal") for m in one.mentions]
        one.chains = {i: replace(chain, names=()) for i, chain in one.chains.items()}
    e.mention("Halim depot", "facility")
    e.tells(*ATTACK, date=None)
    e.tells("REJECT", "rejected", ("Abu Karim",), (), date="2031-03-11")
    return [one.told() for one in (a, b, c, d, e)]


REPORTS = tuple(replace(m.report(), outlet=OUTLETS[m.id]) for m in _made())
READINGS = tuple(replace(m.reading(), outlet=OUTLETS[m.id]) for m in _made())


def keep(case: Case, reports: Iterable[Report] = REPORTS, readings: Iterable[Reading] = READINGS) -> Case:
    """Put reports and readings into an open case and compare them."""
    with case.transaction():
        for report in reports:
            case.reports.add(report)
        case.readings.keep(readings, "by hand")
    compare_again(case)
    return case


def found(case: Case) -> str:
    """The findings of a case, every byte of them."""
    return json.dumps(interchange(case.findings.get()), ensure_ascii=False)


def renumbered(reading: Reading) -> Reading:
    """The same rows under other ids, as another model or version may give them."""
    new = {m.id: f"m{100 - i}" for i, m in enumerate(reading.mentions)}
    rows = {a.id: f"a{50 + i}" for i, a in enumerate(reading.attributions)}
    events = {e.id: f"e{70 + i}" for i, e in enumerate(reading.events)}
    return replace(
        reading,
        mentions=tuple(replace(m, id=new[m.id], chain=f"x-{m.chain}") for m in reading.mentions),
        chains=tuple(replace(c, id=f"x-{c.id}") for c in reading.chains),
        attributions=tuple(
            replace(a, id=rows[a.id], source_mention=new.get(a.source_mention or "")) for a in reading.attributions
        ),
        events=tuple(
            replace(
                e,
                id=events[e.id],
                actors=tuple(new[m] for m in e.actors),
                recipients=tuple(new[m] for m in e.recipients),
                place=new.get(e.place or ""),
            )
            for e in reading.events
        ),
        clauses=tuple(
            replace(
                c,
                event=events.get(c.event or ""),
                attribution=rows.get(c.attribution or ""),
                arguments=tuple(replace(a, mention=new.get(a.mention or "")) for a in c.arguments),
            )
            for c in reading.clauses
        ),
    )
