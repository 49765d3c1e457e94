"""What stands in a line of the chronicle: which events are one, and which words of a report tell them."""

from __future__ import annotations

import pytest

from made_reading import MadeReading, entities_of
from rashomon.comparing.claims import claims
from rashomon.comparing.propositions import propositions
from rashomon.records import Entity


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
