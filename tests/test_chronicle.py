"""What stands in a line of the chronicle: which events are one, and which words of a report tell them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_reading import MadeReading, entities_of
from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import claims
from rashomon.comparing.extract import extract
from rashomon.comparing.propositions import propositions
from rashomon.records import Entity, Reading


def attack(report: str, text: str, said: str, days: str | None, *, by: str | None = None) -> MadeReading:
    made = MadeReading(report, text, said)
    made.mention("Qadesh embassy", "facility")
    return made.tells("ASSAULT", "attacked", (by,) if by else (), ("Qadesh embassy",), date=days)


def kinds(*made: MadeReading) -> tuple[Entity, ...]:
    kind = {name: c.kind for m in made for name, c in ((c.name, c) for c in m.chains.values())}
    return tuple(Entity(e.id, e.name, kind[e.name], e.names, e.mentions) for e in entities_of(*made))


DATED = attack("a", "Rockets attacked the Qadesh embassy on Sunday.", "2024-12-22", "2024-12-20")
PAIRS = [
    (DATED, attack("b", "Someone attacked the Qadesh embassy.", "2024-12-22", "2024-12-20"), True, "one day, one place"),
    (DATED, attack("b", "Someone attacked the Qadesh embassy.", "2024-12-22", "2024-05-01/2024-12-31"), False, "bounds of months: place and kind of deed alone"),
    (DATED, attack("b", "Someone attacked the Qadesh embassy.", "2024-12-22", None), False, "no day: place and kind of deed alone"),
    (
        attack("a", "Jund Halim attacked the Qadesh embassy on Sunday.", "2024-12-22", "2024-12-20", by="Jund Halim"),
        attack("b", "Jund Halim attacked the Qadesh embassy.", "2024-12-22", "2024-05-01/2024-12-31", by="Jund Halim"),
        True,
        "bounds of months, but the doers too",
    ),
    (
        attack("a", "With 21 rockets men attacked the Qadesh embassy, 21 rockets in all.", "2024-12-22", "2024-12-20", by="21 rockets in all"),
        attack("b", "Somebody attacked the Qadesh embassy with 21 rockets in all.", "2024-12-22", "2024-05-01/2024-12-31", by="21 rockets in all"),
        True,
        "bounds of months, but the figures too",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "one", "why"), PAIRS, ids=[p[-1] for p in PAIRS])
def test_attacks_on_one_building_are_many(a: MadeReading, b: MadeReading, one: bool, why: str) -> None:
    made = {m.id: m for m in (a, b)}
    said = propositions(
        {i: m.report() for i, m in made.items()}, {i: m.reading() for i, m in made.items()}, kinds(a, b)
    )
    put = claims(said, {})
    assert any({("a", "e1"), ("b", "e1")} <= set(c.members) for c in put) is one


# ------------------------------------------------------------------------------------------------- words that tell

LONG = (
    "The mayor of Port Halim, Lena Abt, closed the northern quay on Monday, hours after divers had found two mines "
    "beside the grain terminal that serves the whole of the coast, apparently in an attempt to calm the dockers and "
    "the owners of the ships that wait in the roads, while the harbour authority said that nothing had been decided "
    "and that it would meet again on the following morning."
)
QUOTED = (
    "An official of the harbour authority, who has followed the talks between the two cities since they began in the "
    "spring and who asked for his name to be left out because the matter is before a court in the capital, told the "
    'paper at the gate of the terminal on a wet morning late in March: "Gunmen attacked the Halim depot and we shall '
    'not forget it."'
)
LINES = [
    ("Gunmen attacked the depot, and the quay was closed.", "attacked", "Gunmen attacked the depot, and the quay was closed.", "a short sentence whole"),
    ("Rain fell. Gunmen attacked the depot. Nobody was hurt.", "attacked", "Gunmen attacked the depot.", "the sentence, not its neighbours"),
    ("PORT HALIM (Harbour News) - Gunmen attacked the depot.", "attacked", "Gunmen attacked the depot.", "without its dateline"),
    (LONG, "closed", LONG[: LONG.index(", while")], "a long sentence up to the end of a clause"),
    (LONG, "meet", LONG, "a long sentence whole where the event ends it"),
    (QUOTED, "attacked", QUOTED[QUOTED.index("Gunmen") - 1 :], "far in a long sentence, the quotation"),
    ("He said: “We will not forget.\n\nGunmen attacked the depot.”", "attacked", "Gunmen attacked the depot.", "no mark that has no other"),
    ("Gunmen attacked the\n\ndepot in the\n\nharbour.", "attacked", "Gunmen attacked the depot in the harbour.", "pieces that the parse broke"),
    ("Meanwhile, in the\n\nharbour gunmen attacked the\n\ndepot.", "attacked", "Meanwhile, in the harbour gunmen attacked the depot.", "from the piece that begins"),
    ("- Gunmen attacked the depot.", "attacked", "Gunmen attacked the depot.", "without the mark of a list"),
]  # fmt: skip


def reading_of(text: str, trigger: str) -> tuple[MadeReading, Reading]:
    made = MadeReading("a", text, "2024-03-12").tells("ASSAULT", trigger)
    ends = [m.end() for m in re.finditer(r"[.!?][”\"]?(?=\s|$)|\n\n|\Z", text)]
    starts = [0, *ends]
    sentences = []
    for start, end in zip(starts, ends, strict=False):
        piece = text[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            sentences.append((first, start + len(piece.rstrip())))
    event = made.events[0]
    own = next(s for s in sentences if s[0] <= event.trigger[0] < s[1])
    return made, replace(made.reading(), sentences=tuple(sentences), events=(replace(event, evidence=own),))


@pytest.mark.parametrize(("text", "trigger", "words", "why"), LINES, ids=[line[-1] for line in LINES])
def test_the_words_that_tell_an_event(text: str, trigger: str, words: str, why: str) -> None:
    _, reading = reading_of(text, trigger)
    told = extract(reading.events[0], reading, text)
    assert " ".join(text[slice(*told.span)].split()) == words
    assert told.begins


def test_words_that_begin_in_mid_sentence_say_so() -> None:
    _, reading = reading_of("and then gunmen attacked the depot.", "attacked")
    assert not extract(reading.events[0], reading, "and then gunmen attacked the depot.").begins


def test_a_line_prefers_the_sentence_that_begins_one() -> None:
    a, first = reading_of("and on Sunday in Halim gunmen attacked the Halim depot.", "attacked")
    b, second = reading_of("Gunmen attacked the Halim depot.", "attacked")
    b.id = "b"
    second = replace(second, report="b")
    for made in (a, b):
        made.mention("Halim depot")
    reports = {"a": a.report(), "b": b.report()}
    readings = {"a": replace(first, mentions=tuple(a.mentions)), "b": replace(second, mentions=tuple(b.mentions))}
    readings = {
        i: replace(r, events=(replace(r.events[0], recipients=(r.mentions[0].id,), date="2024-03-10"),))
        for i, r in readings.items()
    }
    said = propositions(reports, readings, entities_of(a, b))
    (line,) = chronicle(reports, readings, (), claims(said, {}), (), said)
    assert line.title == "Gunmen attacked the Halim depot."


@given(st.text(alphabet="aZ .,;:“”\"'()\n–-\u00e9\U0001f600", max_size=400), st.data())
def test_an_extract_is_a_stretch_of_the_report_around_its_event(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    full = f"{text[:at]} struck {text[at:]}"
    trigger = (at + 1, at + 7)
    cuts = sorted({0, len(full), *data.draw(st.lists(st.integers(0, len(full)), max_size=4))})
    sentences = tuple(s for s in itertools.pairwise(cuts) if full[slice(*s)].strip())
    evidence = next(s for s in (*sentences, (0, len(full))) if s[0] <= trigger[0] and trigger[1] <= s[1])
    reading = replace(MadeReading("a", full, None).reading(), sentences=sentences)
    event = replace(
        MadeReading("a", full, None).tells("ASSAULT", "struck").events[0], trigger=trigger, evidence=evidence
    )
    start, end = extract(event, reading, full).span
    assert 0 <= start <= trigger[0] < trigger[1] <= end <= len(full)
