"""A deed that was stopped, tried, nearly done or laid to somebody is not told as done, and not as its stopper's."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Modality

NOT_DONE: list[tuple[str, str, Modality]] = [
    ("The army nearly killed the mayor of Lund.", "killed", "hypothetical"),
    ("The rebels almost captured the airport.", "captured", "hypothetical"),
    ("Rebels tried to kill the governor on Monday.", "kill", "hypothetical"),
    ("Gunmen attempted to storm the palace of the mayor.", "storm", "hypothetical"),
    ("The militia was about to attack the base.", "attack", "planned"),
    ("Police foiled an attempt by the rebels to assassinate the governor.", "assassinate", "hypothetical"),
    ("Police thwarted a plot to kill the mayor.", "kill", "hypothetical"),
    ("The guards prevented the rebels from seizing the port.", "seizing", "hypothetical"),
    ("The navy stopped the militia from attacking the convoy.", "attacking", "hypothetical"),
    ("There is no evidence that the army bombed the hospital.", "bombed", "hypothetical"),
    ("The army has yet to withdraw from Tarn.", "withdraw", "denied"),
    ("Rebels killed two men while trying to storm the base.", "storm", "hypothetical"),
    ("Neither side has acknowledged shelling the clinic.", "shelling", "hypothetical"),
    ("No group has admitted planting the bomb.", "planting", "hypothetical"),
    ("The army has not acknowledged bombing the village.", "bombing", "hypothetical"),
    ("The panel cleared the officer of beating the student.", "beating", "denied"),
    ("The general was cleared of bombing the village.", "bombing", "denied"),
]
DONE = [
    ("The police cleared the square after beating several students.", "beating"),
    ("The army managed to capture the bridge.", "capture"),
    ("The army succeeded in taking the bridge.", "taking"),
    ("Rebels killed nearly forty soldiers.", "killed"),
    ("Rebels killed two men while trying to storm the base.", "killed"),
    ("The army killed almost all of the rebels on Monday.", "killed"),
]


def modality(text: str, word: str) -> Modality:
    """How the event told by `word` stands."""
    at = text.index(word)
    [event] = [e for e in read(text).events if e.trigger[0] <= at < e.trigger[1]]
    return event.modality


@pytest.mark.parametrize(("text", "word", "how"), NOT_DONE, ids=[row[0] for row in NOT_DONE])
def test_what_was_not_carried_out_is_not_asserted(text: str, word: str, how: Modality) -> None:
    assert modality(text, word) == how
    at = text.index(word)
    [clause] = [c for c in read(text).clauses if c.head[0] <= at < c.head[1]]
    assert clause.status != "asserted"


@pytest.mark.parametrize(("text", "word"), DONE, ids=[row[0] for row in DONE])
def test_what_was_carried_out_is_asserted(text: str, word: str) -> None:
    assert modality(text, word) == "asserted"


DOERS = [
    ("The United States sanctioned the Elm Brigades for attacking villagers.", "attacking", "Elm Brigades"),
    ("Police arrested Omar Seidel for attacking a church in Lund.", "attacking", "Omar Seidel"),
    ("The court jailed two officers for shooting a farmer.", "shooting", "two officers"),
    ("The minister praised the troops for seizing the bridge.", "seizing", "the troops"),
    ("The union blamed the police for killing a striker.", "killing", "the police"),
    ("The council condemned the militia for shelling the town.", "shelling", "the militia"),
    ("Police foiled an attempt by the rebels to assassinate the governor.", "assassinate", "the rebels"),
    ("Police thwarted a plot to kill the mayor.", "kill", ""),
    ("Guards uncovered a plan by two officers to kidnap the judge.", "kidnap", "two officers"),
    ("Omar Seidel was arrested for attacking a church in Lund.", "attacking", "Omar Seidel"),
]


@pytest.mark.parametrize(("text", "word", "doer"), DOERS, ids=[row[0] for row in DOERS])
def test_who_did_what_others_punish_or_stop(text: str, word: str, doer: str) -> None:
    at = text.index(word)
    reading = read(text)
    mentions = {m.id: text[m.start : m.end] for m in reading.mentions}
    [event] = [e for e in reading.events if e.trigger[0] <= at < e.trigger[1]]
    assert " ".join(mentions[a] for a in event.actors).casefold() == doer.casefold()


@pytest.mark.parametrize("verb", ["arrested", "jailed", "sanctioned", "fined"])
def test_what_somebody_is_punished_for_is_laid_to_him(verb: str) -> None:
    assert modality(f"The government {verb} Omar Seidel for attacking a church.", "attacking") == "attributed"


COULD = [
    ("The nurse could be jailed for three years.", "jailed", "hypothetical"),
    ("The storm could reach the coast on Friday.", "reach", "hypothetical"),
    ("The strike could have killed the envoy.", "killed", "hypothetical"),
    ("Shots could be heard across the town.", "heard", "asserted"),
    ("Villagers could see the smoke.", "see", "asserted"),
    ("The boats could not leave the port.", "leave", "asserted"),
]


@pytest.mark.parametrize(("text", "word", "status"), COULD, ids=[row[0] for row in COULD])
def test_could_supposes_unless_it_is_denied_or_perceived(text: str, word: str, status: str) -> None:
    [clause] = [c for c in read(text).clauses if text[slice(*c.head)] == word]
    assert clause.status == status
