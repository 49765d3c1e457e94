"""What one says and another answers right behind it: of one thing, with another value."""

from __future__ import annotations

import pytest

from disputed import disputed

# fmt: off
ANSWERED = [
    ("Residents accuse the mill of dumping acid in the river. The mill says it has never dumped acid.", "denial", "what he is accused of"),
    ("Police said the shots came from the crowd. Marchers said the shots came from the roof of the bank.", "identity", "where something came from"),
    ("The army said the convoy carried weapons. The charity said it carried flour.", "identity", "what was carried"),
    ("The firm said the parcel contained books. Customs said it contained a pistol.", "identity", "what it held"),
    ("The army said it had captured Orsa. The rebels said the town remained in their hands.", "status", "taken, and still held"),
    ("The army said it had captured Orsa. A rebel commander said his men still held the town.", "status", "taken, and held by another"),
    ("The rebels seized the airport, their commander said. The army said the airport was under its control.", "status", "seized, and under control"),
    ("The council said the school would close. The headmaster said it would stay open.", "status", "contraries to come"),
    ("The hospital said the boy had died of fever. His parents blame a wrong injection.", "cause", "something else is blamed for a death"),
    ("The police said the house was searched with a warrant. His lawyer said there was no warrant.", "denial", "there was none"),
    ("The minister said the boat had been warned to stop. Survivors said there was no warning.", "denial", "a deed, of which there was none"),
    ("Opposition leaders said the vote was rigged. The commission said it was free and fair.", "status", "rigged, free and fair"),
    ("The editor said the photo was real. The agency said it had been staged.", "status", "real, and staged"),
    ("The minister said the talks had failed. The envoy insisted that they were still under way.", "status", "failed, and under way"),
    ("Norvia said its planes had struck a weapons depot. Aid workers said the bombs had hit a clinic.", "identity", "what was struck"),
]
OF_TWO_THINGS = [
    ("Norvia said its planes had struck a weapons depot. Aid workers said shells had hit a clinic on Monday.", "other shells"),
    ("Norvia said its planes had struck a weapons depot. Sarkand said its guns had hit a bridge.", "each tells of its own"),
    ("The state called it a riot. Students called it a peaceful march.", "what two think of it"),
    ("The vet called the dog healthy. The owner called it Rex.", "a name"),
    ("The editor said the photo was real. The agency said the match had been staged.", "a photo and a match"),
    ("Residents accuse the mill of dumping acid in the river. The mill says it has never dumped oil.", "another thing"),
    ("Residents accuse the mill of dumping acid in the river. The dairy says it has never dumped acid.", "another firm"),
    ("Police said the shots came from the crowd. Marchers said the stones came from the roof.", "shots and stones"),
    ("The army said the convoy carried weapons. The charity said another convoy carried flour.", "another convoy"),
    ("The bank said it held 40 accounts. The clerk said it held 12.", "a count"),
    ("The army said it had captured Orsa. A shopkeeper said the keys were in her hands.", "keys"),
    ("The army said it had captured a sniper. The rebels said the town was in their hands.", "a man"),
    ("The army said it had captured Colonel Ole Dahl. The rebels said the town was in their hands.", "a man by name"),
    ("The army said it had captured Orsa. The army's spokesman said the town was in its hands.", "one side"),
    ("The council said the school would close. The headmaster said the shop would stay open.", "a school and a shop"),
    ("The hospital said the boy had died of fever. His parents blame the hospital.", "whose fault it was"),
    ("The police said the house was searched with a warrant. His lawyer said there was no hurry.", "none of something else"),
    ("The minister said a deal was near. The envoy said there was no deal.", "nothing was done yet"),
    ("Opposition leaders said the vote was rigged. The commission said the count was orderly.", "a vote and a count"),
    ("The mayor said the vote was fair. The baker said the bread was stolen.", "a vote and bread"),
]
# fmt: on


@pytest.mark.parametrize(("text", "kind", "why"), ANSWERED, ids=[why for *_, why in ANSWERED])
def test_what_is_answered_is_disputed(text: str, kind: str, why: str) -> None:
    assert [c.kind for c in disputed(text)] == [kind], why


@pytest.mark.parametrize(("text", "why"), OF_TWO_THINGS, ids=[why for _, why in OF_TWO_THINGS])
def test_two_who_tell_of_two_things_do_not_dispute(text: str, why: str) -> None:
    assert not disputed(text), why
