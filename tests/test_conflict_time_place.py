"""One event on two days, or in two places, and what only looks like it."""

from __future__ import annotations

import pytest

from made_reading import MadeReading, entities_of
from rashomon.comparing.claims import claims
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.places_apart import places_apart
from rashomon.comparing.propositions import propositions
from rashomon.lexicons import lexicon

NAMES = ("Haddad", "Darwish", "Basra", "Mosul", "Iraq", "Iran", "Karm", "Karm province", "Halim province", "Qadesh")
CLAUSE = {"date_basis": "clause:told"}


def event(
    report: str, text: str, kind: str, trigger: str, parties: tuple[str, ...], said: str = "2024-03-11", **more: object
) -> MadeReading:
    made = MadeReading(report, text, said)
    for name in NAMES:
        if f" {name} " in f" {text.rstrip('.')} ":
            made.mention(name)
    if isinstance(more.get("place"), str):
        more["place"] = made.mention(str(more["place"]), "place")
    return made.tells(kind, trigger, parties[:1], parties[1:], **more)


def kinds(*made: MadeReading) -> list[str]:
    said = propositions({m.id: m.report() for m in made}, {m.id: m.reading() for m in made}, entities_of(*made))
    return [f"{c.kind} {c.because}" for c in conflicts(claims(said, {}), said)]


def visit(report: str, day: str, text: str = "Haddad visited Qadesh.", **more: object) -> MadeReading:
    return event(report, text, "CONSULT", "visited", ("Haddad", "Qadesh"), date=day, **{**CLAUSE, **more})


def death(report: str, day: str, text: str = "Darwish was killed.", **more: object) -> MadeReading:
    made = event(report, text, "ASSAULT", "killed", (), date=day, **{**CLAUSE, **more})
    made.events[0:] = [type(made.events[0])(**_as_dict(made.events[0]) | {"recipients": (made.mention("Darwish"),)})]
    return made


def _as_dict(row: object) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__slots__}  # type: ignore[attr-defined]


TIMES = [
    (visit("a", "2024-03-05"), visit("b", "2024-03-08"), True, "one visit, two days"),
    (death("a", "2024-03-05"), death("b", "2024-03-09"), True, "one death, two days"),
    (visit("a", "2024-03-05"), visit("b", "2024-03-06"), False, "a night lies between"),
    (visit("a", "2024-03-05"), visit("b", "2024-03-29"), False, "three weeks apart are two visits"),
    (visit("a", "2024-03-05"), visit("b", "2024-03"), False, "a month holds the day"),
    (visit("a", "2024-03-05"), visit("b", "2024-03-08", date_basis="news-day:e1"), False, "the day of the news only"),
    (visit("a", "2024-03-05"), visit("b", "2024-03-08", "Haddad visited Qadesh again."), False, "again is another"),
    (visit("a", "2024-03-05"), visit("b", "2024-03-08", modality="planned"), False, "a target is not a result"),
    (
        death("a", "2024-03-05"),
        death("b", "2024-03-09", "The anniversary of the day that Darwish was killed."),
        False,
        "an anniversary is not the event",
    ),
]


@pytest.mark.parametrize(("a", "b", "differ", "why"), TIMES, ids=[t[3] for t in TIMES])
def test_one_event_on_two_days(a: MadeReading, b: MadeReading, differ: bool, why: str) -> None:
    assert any(row.startswith("time time: 2024") for row in kinds(a, b)) is differ, why


def test_two_visits_that_one_report_tells_stay_two() -> None:
    both = visit("a", "2024-03-05", "Haddad visited Qadesh.\nThen Haddad came to Qadesh, which he visited on Friday.")
    both.events.append(
        type(both.events[0])(**_as_dict(both.events[0]) | {"id": "e2", "date": "2024-03-08", "trigger": (60, 67)})
    )
    assert both.text[slice(*both.events[1].trigger)] == "visited"
    assert not any(row.startswith("time") for row in kinds(both, visit("b", "2024-03-08")))


def raid(report: str, where: str, said: str = "2024-03-11", **more: object) -> MadeReading:
    text = f"Haddad killed Darwish in {where}."
    return event(report, text, "ASSAULT", "killed", ("Haddad", "Darwish"), said, place=where, **more)


PLACES = [
    (raid("a", "Basra"), raid("b", "Mosul"), True, "two towns"),
    (raid("a", "Iraq"), raid("b", "Iran"), True, "two states"),
    (raid("a", "Basra"), raid("b", "Iran"), True, "a town in another state"),
    (raid("a", "Karm province"), raid("b", "Halim province"), True, "two provinces"),
    (raid("a", "Basra"), raid("b", "Iraq"), False, "the town is in the state"),
    (raid("a", "Karm"), raid("b", "Basra"), False, "nobody knows where Karm lies"),
    (raid("a", "Karm"), raid("b", "Karm province"), False, "a town and a province"),
    (raid("a", "Basra"), raid("b", "Mosul", "2024-03-20"), False, "reports of two weeks"),
    (raid("a", "Basra"), raid("b", "Mosul", modality="planned"), False, "a target is not a result"),
]


@pytest.mark.parametrize(("a", "b", "differ", "why"), PLACES, ids=[p[3] for p in PLACES])
def test_one_event_in_two_places(a: MadeReading, b: MadeReading, differ: bool, why: str) -> None:
    assert any(row.startswith("place place: ") for row in kinds(a, b)) is differ, why


def test_every_town_lies_in_a_state_and_is_no_capital() -> None:
    states = {row[0]: row for row in lexicon("countries")}
    for name, state in lexicon("towns"):
        assert name not in states[state][2].split("|"), name
        assert not places_apart(name, f"@{state}")
        assert places_apart(name, "@Iceland")


@pytest.mark.parametrize(("one", "other"), [("Basra", "Mosul"), ("@Iraq", "@Iran"), ("Karm", "Basra"), ("A", "A")])
def test_apart_is_mutual(one: str, other: str) -> None:
    assert places_apart(one, other) is places_apart(other, one)
