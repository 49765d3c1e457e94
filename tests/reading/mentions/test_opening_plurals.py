"""A plural that opens a sentence is a common noun, a name that is a plural stays one; verbs that end in e."""

from __future__ import annotations

import pytest

from mentioned import unmarked
from rashomon.reading import read

ACTORS = [
    ("Rebels attacked the airport on Monday.", "Rebels", "ASSAULT"),
    ("Militants attacked a convoy near Lund.", "Militants", "ASSAULT"),
    ("Insurgents killed nine soldiers in the valley.", "Insurgents", "ASSAULT"),
    ("Fighters attacked a hospital on Sunday.", "Fighters", "ASSAULT"),
    ("Soldiers arrested the mayor at dawn.", "Soldiers", "COERCE"),
    ("Gunmen kidnapped two nurses in Orsa.", "Gunmen", "ASSAULT"),
    ("Militias shelled the port for two days.", "Militias", "ASSAULT"),
    ("Protesters blocked the bridge on Friday.", "Protesters", "PROTEST"),
    ("Jihadists attacked the army base.", "Jihadists", "ASSAULT"),
    ("Separatists seized the town hall.", "Separatists", "COERCE"),
    ("Troops withdrew from the city at noon.", "Troops", "RETREAT"),
    ("Policemen beat a student in Lund.", "Policemen", "ASSAULT"),
    ("Guerrillas ambushed an army patrol.", "Guerrillas", "ASSAULT"),
    ("Diplomats from both states met in Oslo.", "Diplomats", "CONSULT"),
    ("Lawmakers rejected the budget of the government.", "Lawmakers", "REJECT"),
    ("Nurses called off a strike on Friday.", "Nurses", "CONCEDE"),
    ("Ministers met the envoy in Lund.", "Ministers", "CONSULT"),
    ("Prosecutors charged the general with murder.", "Prosecutors", "ACCUSE"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "kind"), ACTORS, ids=[row[0] for row in ACTORS])
def test_who_opens_the_sentence_acts(text: str, who: str, kind: str) -> None:
    reading = read(text)
    spans = {m.id: text[m.start : m.end] for m in reading.mentions}
    assert any(e.type == kind and who in [spans[a] for a in e.actors] for e in reading.events), [
        (e.type, e.actors) for e in reading.events
    ]


@pytest.mark.parametrize("text", ["Guards Brigades left the port.", "Maldives hotels shut."])
def test_a_part_of_a_name_is_none(text: str) -> None:
    assert unmarked(text)[0].lemma_ == text.split()[0]


ENDS_IN_E = [
    ("The mayor hoped that the mill would open.", "hoped", "hope"),
    ("She hopes to win the race.", "hopes", "hope"),
    ("The court fined the brewer on Monday.", "fined", "fine"),
    ("Two nurses were raped in the camp.", "raped", "rape"),
    ("They waged war on the valley.", "waged", "wage"),
    ("The fire raged for six days.", "raged", "rage"),
    ("The agency rated the bond.", "rated", "rate"),
    ("The guard taped the door.", "taped", "tape"),
    ("The noise scared the horses.", "scared", "scare"),
    ("The rabbit hopped over the wall.", "hopped", "hop"),
    ("Thieves robbed the bank.", "robbed", "rob"),
    ("The council planned a new bridge.", "planned", "plan"),
    ("The crew raided the farm.", "raided", "raid"),
    ("The town opened its gates.", "opened", "open"),
    ("The envoy visited the port.", "visited", "visit"),
    ("The city bused the pupils to Lund.", "bused", "bus"),
    ("He mixed the paint.", "mixed", "mix"),
    ("The wind showed no mercy.", "showed", "show"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "lemma"), ENDS_IN_E, ids=[row[1] for row in ENDS_IN_E])
def test_a_single_consonant_tells_that_a_short_verb_ends_in_e(text: str, form: str, lemma: str) -> None:
    assert [w.lemma for w in read(text).words if text[w.start : w.end] == form] == [lemma]
