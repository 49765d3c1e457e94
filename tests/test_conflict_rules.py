"""Each rule of conflict on made cases: what it must find, and the look-alikes that it must not."""

from __future__ import annotations

import pytest

from made_reading import MadeReading, entities_of
from rashomon.comparing.claims import claims
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.propositions import propositions
from rashomon.lexicons import lexicon
from rashomon.records import Story

NAMES = ("Iraq", "Norway", "Qadesh", "Zahria", "Darwish", "Tell Amar", "Haddad")


def told(report: str, content: str, said: str = "2024-03-11") -> MadeReading:
    source = f"Mansouri of {report}"
    made = MadeReading(report, f"{source} said that {content}.", said)
    for name in NAMES:
        if name in content:
            made.mention(name)
    return made.says(source, "said", content)


def found(*made: MadeReading, stories: tuple[Story, ...] = ()) -> list[tuple[str, str]]:
    said = propositions({m.id: m.report() for m in made}, {m.id: m.reading() for m in made}, entities_of(*made))
    return [(c.kind, c.because.split(":")[0]) for c in conflicts(claims(said, {}), said, stories)]


WILL = [
    ("Darwish wants calm in the south", "Darwish is looking for a clash with the union", True, "calm or a clash"),
    ("Darwish is trying to avoid a war", "Darwish seeks confrontation at the border", True, "to avoid a war is calm"),
    ("Darwish did not take an escalating stance", "Darwish wants chaos in the harbour", True, "a stance not taken"),
    ("Darwish wants calm in the south", "Haddad wants a clash with the union", False, "two people want two things"),
    ("Darwish wants calm in the south", "Darwish hopes to prevent violence", False, "both are calm"),
    ("Darwish wants calm in the south", "a clash in the south hurt two", False, "a clash that nobody is said to want"),
    ("Darwish wants talks on tolls", "critics of Darwish in the press seek revenge", False, "the cue is another's"),
]


@pytest.mark.parametrize(("a", "b", "differ", "why"), WILL, ids=[w[3] for w in WILL])
def test_what_a_party_is_said_to_want(a: str, b: str, differ: bool, why: str) -> None:
    assert (("stance", "wants") in found(told("x", a), told("y", b))) is differ, why


ROLE = [
    ("the militias Qadesh backs in Zahria fired", "Qadesh does not interfere in Zahria", True, "it backs, it does not"),
    ("Qadesh-backed rebels took the pass", "Qadesh has no role in the fighting", True, "backed, no role"),
    ("rebels armed by Qadesh took the pass", "Qadesh denied any involvement", True, "armed by it, denies involvement"),
    ("Qadesh will not deny responsibility", "Qadesh is helping without meddling", True, "responsibility not denied"),
    ("pro-Qadesh rebels took the pass", "Qadesh does not interfere in Zahria", False, "a sympathy is no hand in it"),
    ("rebels armed by Qadesh took the pass", "Zahria does not interfere", False, "two parties"),
    ("rebels armed by Qadesh took the pass", "Qadesh does not export grain", False, "another thing denied"),
]


@pytest.mark.parametrize(("a", "b", "differ", "why"), ROLE, ids=[r[3] for r in ROLE])
def test_who_has_a_hand_in_it(a: str, b: str, differ: bool, why: str) -> None:
    assert (("denial", "role") in found(told("x", a), told("y", b))) is differ, why


ERRAND = [
    (
        "the visit to Qadesh came as part of routine talks",
        "the trip to Qadesh aims to curb the rebels",
        True,
        "routine",
    ),
    (
        "the envoy came to Qadesh to mediate",
        "the envoy went to Qadesh to warn the court",
        True,
        "mediation or a warning",
    ),
    ("the delegation to Qadesh will talk about tolls only", "the mission to Qadesh includes a request", True, "only"),
    (
        "the envoy came to Qadesh to ask for grain",
        "the envoy came to Qadesh to request seed",
        False,
        "one class of aim",
    ),
    ("the envoy came to Qadesh to mediate", "the envoy came to Zahria to warn the court", False, "two errands"),
    ("the envoy came to Qadesh to mediate", "Qadesh aims to curb the rebels", False, "one is no errand"),
]


@pytest.mark.parametrize(("a", "b", "differ", "why"), ERRAND, ids=[e[3] for e in ERRAND])
def test_what_an_errand_is_for(a: str, b: str, differ: bool, why: str) -> None:
    assert (("purpose", "errand") in found(told("x", a), told("y", b))) is differ, why


FREQUENCY = [
    (
        "it was the first time Darwish spoke of the harbour tax",
        "Darwish has often spoken of the harbour tax",
        True,
        "often",
    ),
    (
        "it was the first time Darwish spoke of the harbour tax",
        "Darwish spoke of the harbour tax",
        False,
        "no frequency",
    ),
    (
        "it was the first time Darwish spoke of the harbour tax",
        "Haddad has often sailed north",
        False,
        "another matter",
    ),
]


@pytest.mark.parametrize(("a", "b", "differ", "why"), FREQUENCY, ids=[f[3] for f in FREQUENCY])
def test_the_first_time_or_often(a: str, b: str, differ: bool, why: str) -> None:
    assert (("number", "frequency") in found(told("x", a), told("y", b))) is differ, why


DENIALS = [
    ("Haddad did not attack the depot", "Haddad attacked the depot with drones", "a verb under a negation"),
    ("Haddad is not to blame for the depot fire", "Haddad is to blame for the depot fire", "not to blame"),
    ("Haddad never cut the fuel grants", "Haddad cut the fuel grants of the harbour", "never"),
    ("Haddad has not changed his vote on tolls", "Haddad changed his vote on tolls in March", "the same thing changed"),
]


@pytest.mark.parametrize(("a", "b", "why"), DENIALS, ids=[row[2] for row in DENIALS])
def test_a_denial_conflicts_with_what_it_denies(a: str, b: str, why: str) -> None:
    assert ("denial", "denied") in found(told("x", a), told("y", b)), why


LOOK_ALIKES = [
    ("Haddad is not the right candidate", "Haddad praised the right candidate", "it names what is not meant"),
    ("there is no tax on bread", "Haddad answered allegations about a tax on bread", "an allegation is no assertion"),
    ("Haddad led by 11 percent", "Darwish held 9 percent of the southern vote", "percent of what"),
    ("20 people were injured in the depot fire", "five of the injured in the depot fire died", "five of them"),
    (
        "if Haddad does not resign, the fleet will sail",
        "Haddad will resign and the fleet will sail",
        "a condition denies nothing",
    ),
    (
        "Haddad was warned not to cut the fuel grants",
        "Haddad cut the fuel grants of the harbour",
        "an order denies nothing",
    ),
    (
        "the court will not take up the harbour bill",
        "Haddad praised the harbour bill of the court",
        "a verb that says little turns no noun",
    ),
    (
        "Haddad has not changed his vote on tolls",
        "Darwish opposed changes of the law on tolls by Haddad",
        "another thing changed",
    ),
    ("2,000 French soldiers are in Iraq", "there are 25,000 French soldiers in Norway", "two countries"),
    (
        "the hunters killed deer in two districts",
        "the rule is for deer killed between March 2016 and May 2018",
        "a year is no toll",
    ),
    (
        "the fleet will sail without a harbour tax deal of Haddad",
        "Haddad wants a harbour tax deal",
        "without a thing denies no deed",
    ),
    (
        "Haddad disputes the account of the depot fire",
        "the account of the depot fire by Haddad is long",
        "an account is no deed",
    ),
    (
        "Haddad should not meet the union of the harbour",
        "Haddad will meet the union of the harbour",
        "advice denies nothing",
    ),
    (
        "the toll law can be changed by Haddad only by a vote",
        "the toll law cannot be changed by Haddad",
        "under a condition",
    ),
    (
        "the law is for non-members of the harbour union",
        "Haddad is among the members of the harbour union",
        "a non-member",
    ),
    ("the review came in response to questions", "the audit came in response to a leak of fuel", "two effects"),
]


@pytest.mark.parametrize(("a", "b", "why"), LOOK_ALIKES, ids=[row[2] for row in LOOK_ALIKES])
def test_look_alikes_do_not_conflict(a: str, b: str, why: str) -> None:
    assert found(told("x", a), told("y", b)) == [], why


def test_reports_of_two_stories_must_share_much() -> None:
    a, b = told("x", "Darwish wants calm in the south"), told("y", "Darwish is looking for a clash with the union")
    apart = tuple(Story(i, "", (i,), None, None) for i in ("x", "y"))
    assert found(a, b)
    assert found(a, b, stories=apart) == []


def test_of_one_reason_a_claim_keeps_one_conflict() -> None:
    wants = [told(f"c{i}", f"Darwish is looking for a clash with the {union}") for i, union in enumerate("abcd")]
    rows = found(told("x", "Darwish wants calm in the south"), *wants)
    assert len(rows) == 1


@pytest.mark.parametrize("name", ["poles", "errands"])
def test_a_word_stands_in_one_class(name: str) -> None:
    words = [row[0] for row in lexicon(name)]
    assert len(words) == len(set(words))
    assert {row[1] for row in lexicon(name)} <= {"calm", "clash", "turn", "routine", "demand", "mediation", "warning"}
