"""A conflict is marked at the events that it is about, not at those that only stand in the same sentence."""

from __future__ import annotations

import pytest

from made_reading import MadeReading, entities_of
from rashomon.comparing.claims import claims
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.conflicts.concerned import concerned
from rashomon.comparing.conflicts.rules import rules
from rashomon.comparing.propositions import propositions

NAMES = ("Haddad", "Darwish", "Tell Amar", "Qadesh")


def told(report: str, content: str, *events: tuple[str, str, str]) -> MadeReading:
    source = f"Mansouri of {report}"
    made = MadeReading(report, f"{source} said that {content}.", "2024-03-11")
    for name in NAMES:
        if name in content:
            made.mention(name)
    made.says(source, "said", content)
    for plover, trigger, recipient in events:
        made.tells(plover, trigger, (), (recipient,), attribution="a1", modality="attributed")
    return made


CASES = [
    (
        told("a", "gunmen stormed the depot after the arrest of Haddad", ("COERCE", "arrest", "Haddad")),
        told("b", "gunmen never stormed the depot, whatever the arrest of Haddad"),
        ("a", "e1"),
        False,
        "the storm is denied, not the arrest",
    ),
    (
        told("a", "gunmen stormed the depot after the arrest of Haddad", ("ASSAULT", "stormed", "depot")),
        told("b", "gunmen never stormed the depot, whatever the arrest of Haddad"),
        ("a", "e1"),
        True,
        "the storm is denied",
    ),
    (
        told("a", "the visit of Haddad to Qadesh came as part of routine talks", ("CONSULT", "visit", "Qadesh")),
        told("b", "the visit of Haddad to Qadesh aims to curb the rebels"),
        ("a", "e1"),
        True,
        "the errand itself",
    ),
    (
        told("a", "the visit of Haddad to Qadesh aims to curb attacks on Darwish", ("ASSAULT", "attacks", "Darwish")),
        told("b", "the visit of Haddad to Qadesh came as part of routine talks"),
        ("a", "e1"),
        False,
        "what an errand is to curb is not the errand",
    ),
    (
        told("a", "Darwish is looking for a clash after the attack on Haddad", ("ASSAULT", "attack", "Haddad")),
        told("b", "Darwish wants calm in the south"),
        ("a", "e1"),
        False,
        "what he wants is not the attack",
    ),
    (
        told("a", "19 people were killed in the depot explosion", ("ASSAULT", "killed", "people")),
        told("b", "30 people were killed in the depot explosion"),
        ("a", "e1"),
        True,
        "the event with the figure",
    ),
    (
        told("a", "the depot burned because workers struck Haddad", ("ASSAULT", "struck", "Haddad")),
        told("b", "the depot burned because somebody planted explosives"),
        ("a", "e1"),
        False,
        "a cause that one side gives is not the effect",
    ),
]


@pytest.mark.parametrize(("a", "b", "event", "marked", "why"), CASES, ids=[c[4] for c in CASES])
def test_a_conflict_concerns_what_it_is_about(
    a: MadeReading, b: MadeReading, event: tuple[str, str], marked: bool, why: str
) -> None:
    said = propositions({m.id: m.report() for m in (a, b)}, {m.id: m.reading() for m in (a, b)}, entities_of(a, b))
    put = claims(said, {})
    against = conflicts(put, said)
    assert against, why
    marks = concerned(put, against, said)
    (claim,) = (c.id for c in put if event in c.members)
    assert bool(marks.get(claim)) is marked, (why, against)
    assert all(x.id in marks[side] for x in against for side in x.claims)


def test_the_reason_of_a_conflict_leads_to_its_rule() -> None:
    names = [rule.name for rule in rules()]
    assert not any(a != b and b.startswith(a) for a in names for b in names)
