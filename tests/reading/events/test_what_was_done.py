"""What is told as done, by whom, and what is not: what was refused, stopped, nearly done, played or only spoken of."""

from __future__ import annotations

import pytest

from rashomon.reading import read

# a text, the events that it tells (type, who is among the doers), the types of which nothing may be told as done
TOLD: list[tuple[str, list[tuple[str, str | None]], list[str]]] = [
    ("Residents did not come out to meet the envoy.", [], ["CONSULT"]),
    ("The union would not meet the demands of the ministry.", [], ["CONSULT"]),
    ("Norvia rejected an invitation to talks with Lund.", [("REJECT", None)], ["CONSULT"]),
    ("There is no evidence that the army shelled the school.", [], ["ASSAULT"]),
    ("Police found no proof that rebels had burned the mill.", [], ["ASSAULT"]),
    ("Guards stopped two men who were trying to kill the judge.", [], ["ASSAULT"]),
    ("A plan to bomb the embassy was uncovered by police.", [], ["ASSAULT"]),
    ("The strike on the port was called off at the last minute.", [], ["ASSAULT"]),
    ("The army came close to shelling the town.", [], ["ASSAULT"]),
    ("Rebels almost captured the bridge on Monday.", [], ["ASSAULT"]),
    ("The minister narrowly escaped an attack by gunmen.", [], []),
    ("The government refused to release the prisoners.", [("REJECT", None)], ["RETREAT"]),
    ("The rebels failed to free the hostages.", [], ["AID", "RETREAT"]),
    ("Norvia ruled out sending troops to Lund.", [], ["MOBILIZE"]),
    ("The general warned against attacking the island.", [], ["ASSAULT"]),
    ("The court blamed the militia for killing nine farmers.", [("ASSAULT", "militia")], []),
    ("The president praised the rebels for freeing the nurses.", [("RETREAT", "rebels")], []),
    ("The army thanked the villagers for handing over the pilot.", [], []),
    ("Lund condemned Norvia for bombing the port.", [("ASSAULT", "Norvia")], []),
    ("Police detained two officers for beating a student.", [("ASSAULT", "officers")], []),
    ("The UN fined the firm for selling arms to the rebels.", [], []),
    ("The rebels abducted nine nurses in Orsa.", [("ASSAULT", "rebels")], []),
    ("The militia is holding two aid workers hostage.", [("ASSAULT", "militia")], []),
    ("The navy blockaded the port of Lund.", [("COERCE", "navy")], []),
    ("Norvia gave Lund nine tanks.", [("AID", "Norvia")], []),
    ("Norvia transferred two prisoners to Lund.", [], []),
    ("The junta freed ninety prisoners on Sunday.", [("RETREAT", "junta")], []),
    ("The government eased the curfew in Orsa.", [("CONCEDE", "government")], []),
    ("The envoy, who was wounded in a raid in 1998, met the president on Monday.", [("CONSULT", "envoy")], []),
    ("The town, shelled by the army in the war of 1991, voted on Sunday.", [], []),
    ("The former rebel, jailed in 1985 for killing a judge, spoke on Monday.", [], []),
    ("Lund beat Norvia in the final on Sunday.", [], ["ASSAULT"]),
    ("The striker fired a shot over the bar.", [], ["ASSAULT"]),
    ("Shares were hammered after the bank cut its forecast.", [], ["ASSAULT"]),
    ("The firm killed the project in March.", [], ["ASSAULT"]),
    ("The storm killed nine people in Orsa.", [], ["ASSAULT"]),
    ("A truck crash killed four soldiers near Lund.", [], ["ASSAULT"]),
    ("Soldiers practised storming a building during the exercise.", [], ["ASSAULT"]),
    ("The company test-fired an engine on Monday.", [], ["ASSAULT"]),
    ("The senator attacked the plan in a speech.", [], ["ASSAULT"]),
    ("The bank attacked inflation with a higher rate.", [], ["ASSAULT"]),
    ("Investors fled the currency on Monday.", [], ["RETREAT", "SANCTION"]),
    ("The minister said the talks were useful.", [], ["CONSULT"]),
    ("The army besieged the town for nine days.", [("ASSAULT", "army")], []),
    ("Villagers blockaded the road to the mine.", [("PROTEST", "Villagers")], ["COERCE"]),
    ("Soldiers blockaded the airport on Sunday.", [("COERCE", "Soldiers")], ["PROTEST"]),
    ("The mayor assailed the ruling on Monday.", [], ["ASSAULT"]),
    ("The goalkeeper struck the post.", [], ["ASSAULT"]),
    ("Oslo accused Oman for months of shelling the port.", [("ACCUSE", "Oslo")], []),
    ("The court jailed the officer for torturing a prisoner.", [("ASSAULT", "officer")], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "never"), TOLD, ids=[row[0][:50] for row in TOLD])
def test_what_was_done_and_by_whom(text: str, told: list[tuple[str, str | None]], never: list[str]) -> None:
    reading = read(text)
    spans = {m.id: text[m.start : m.end] for m in reading.mentions}
    rows = [(e.type, [spans[a] for a in e.actors]) for e in reading.events]
    for kind, who in told:
        assert any(kind == k and (who is None or any(who in w for w in whom)) for k, whom in rows), rows
    done = {e.type for e in reading.events if e.modality in ("asserted", "attributed")}
    assert not done & set(never), rows
