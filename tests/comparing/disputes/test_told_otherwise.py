"""What was just told is contested by who does not agree, sees it differently or tells it otherwise."""

from __future__ import annotations

import pytest

from disputed import disputed

# fmt: off
CONTESTED = [
    ("The minister said the fund had been audited in May. The opposition does not share that view.", "does not share that view"),
    ("Coach Anna Berg said the pitch was fit for play. The players' union does not agree. \"It was frozen solid,\" it said.", "does not agree"),
    ("The owner said that \"everything points to a leak in the tank\". Inspector Ivo Lind does not agree.", "what everything points to is told as so"),
    ("Police said the driver had been drinking. His wife gave a different version of events.", "a different version"),
    ("Investigators believe that the gas came from the kitchen. But a fire officer offered another version: that it had leaked from a pipe.", "another version"),
    ("Investigators believe that the gas came from the kitchen. But a fire officer offered the Orsa Post a theory: that it had leaked from a pipe.", "but another theory"),
    ("Villagers say the bells stayed silent. The parish asserts, on the contrary, that the bells were rung at six.", "on the contrary"),
    ("The company says the lake is clean. Fishermen see it differently.", "see it differently"),
    ("The bank said it had paid its staff on time. Two former clerks told a different story.", "a different story"),
    ("The ministry says the harvest was good. Farmers paint a different picture.", "a different picture"),
    ("The mill attributes the flood to \"rains nobody could foresee\". The weather service does not share that view.", "what somebody lays to a cause"),
    ("The finding undercuts the airline's explanation that a bird struck the engine, the board said.", "undercuts"),
    ("The tests belie the dairy's claim that the milk was safe.", "belies"),
]
UNCONTESTED = [
    ("The union asked for five percent more. The company did not agree.", "does not do what is asked"),
    ("The two boys do not share a room.", "no view"),
    ("The minister said taxes would be cut. Her party will not agree to that before June.", "agrees to something"),
    ("The mill offered another version of the tractor. Farmers like it.", "no account"),
    ("The film tells a different story. It opens in Lund.", "another story than none"),
    ("She sees the world differently since the flood, she said.", "sees something differently"),
    ("Police said the driver was 40. He has another view of the sea from his new cell.", "a view of something"),
    ("Prices undercut those of the rivals, the firm said.", "prices"),
    ("The two sides said they met on Monday. They did not agree on a date.", "a date"),
    ("The council said it had evidence to the contrary.", "evidence"),
    ("The chief said that a guard had a swollen face.\n\nJon Berg, who was there, has told a different story.", "in a new paragraph it may be another"),
    ("The vet said the dog was ill. She offered a version of the cure to the farmer.", "no other version"),
]
# fmt: on


@pytest.mark.parametrize(("text", "why"), CONTESTED, ids=[why for _, why in CONTESTED])
def test_what_was_just_told_is_contested(text: str, why: str) -> None:
    assert len(disputed(text)) == 1, why


@pytest.mark.parametrize(("text", "why"), UNCONTESTED, ids=[why for _, why in UNCONTESTED])
def test_nothing_is_contested(text: str, why: str) -> None:
    assert not disputed(text), why


def test_his_own_words_stand_beside_a_bare_denial() -> None:
    text = 'An aide said the deaths had been mentioned at a sitting in May. Spokesman Piet Vos denied this. "The deaths were not raised there," he said.'
    (found,) = disputed(text)
    assert any("were not raised" in text[start:end] for _, start, end in found.sides[0].evidence)
