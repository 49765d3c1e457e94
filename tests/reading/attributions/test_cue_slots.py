"""Nouns and adjectives with the slot of what they are about; blows that are no words."""


# fmt: off

from voiced import Row, missed

SLOTS: list[tuple[str, list[Row]]] = [
    ("The mayor's decision to close the bridge angered drivers.", [("The mayor", "to close the bridge", None)]),
    ("The council's refusal to pay was no surprise.", [("The council", "to pay", None)]),
    ("Worries about a new flood have grown among farmers.", [("farmers", "a new flood", None)]),
    ("The ministry's claims of victory were premature.", [("The ministry", "victory", None)]),
    ("Brandt was dismissive of the report.", [("Brandt", "the report", None)]),
    ("Seidel is critical of the plan to sell the port.", [("Seidel", "the plan to sell the port", None)]),
    ("The union was sceptical that the mine would reopen.", [("The union", "that the mine would reopen", None)]),
    ("There were calls from the opposition for an inquiry.", [("the opposition", "an inquiry", None)]),
    ("Criticism of the raid came from the bishops.", [("the bishops", "the raid", None)]),
    ("The bishops' criticism of the raid was muted.", [("The bishops", "the raid", None)]),
    ("The idea won praise from the unions.", [("the unions", "The idea", None)]),
    ("The plan drew criticism from farmers.", [("farmers", "The plan", None)]),
    ("The proposal met with opposition from teachers.", [("teachers", "The proposal", None)]),
    ("The raid drew condemnation from Norvia.", [("Norvia", "The raid", None)]),
    ("The mayor unleashed a fierce attack on the editor.", [("The mayor", "the editor", None)]),
    ("The court issued a ruling that the sale was void.", [("The court", "that the sale was void", None)]),
    ("In the mayor's view, the bridge is safe.", [("the mayor", "the bridge is safe", None)]),
    ("The mayor made it clear that the bridge would stay shut.", [("The mayor", "that the bridge would stay shut", None)]),
    ("Norvia was adamant that the border stay shut.", [("Norvia", "that the border stay shut", None)]),
    ("The general voiced his fear of a long war.", [("The general", "a long war", None)]),
    ("Prosecutors' allegations of fraud against the bank were dropped.", [("Prosecutors", "fraud against the bank", None)]),
    ("The minister took aim at the courts.", [("The minister", "the courts", None)]),
    ("The army's version of events is that the convoy fired first.", [("The army", "that the convoy fired first", None)]),
    ("The party's position is that the vote was stolen.", [("The party", "that the vote was stolen", None)]),
    ("The fear among villagers is that the dam will burst.", [("villagers", "that the dam will burst", None)]),
    ("The minister was of the opinion that the vote was fair.", [("The minister", "that the vote was fair", None)]),
    ("The governor, under pressure, acknowledged mistakes and expressed regret for the deaths.", [("The governor", "the deaths", None)]),
]

BLOWS: list[tuple[str, list[Row]]] = [
    ("The militia attacked the mayor's house.", []),
    ("Rebels attacked the convoy near Lund on Monday.", []),
    ("Jets hit the depot and blasted the port.", []),
    ("Rebels attacked the airport on Monday.", []),
    ("Gunmen attacked worshippers in Orsa.", []),
    ("The army shot down a drone over Halim.", []),
    ("Drones attacked the refinery overnight.", []),
    ("Protesters stormed and attacked the embassy.", []),
    ("Two drones were shot down over Tarn on Tuesday.", []),
    ("The army attacked positions held by the rebels.", []),
    ("Settlers attacked farmers with stones.", []),
    ("The rebels attacked the general's car.", []),
    ("Police attacked marchers with batons.", []),
    ("A mob attacked the editor outside his office.", []),
    ("The ship was attacked by pirates.", []),
    ("Fighters challenged the army's grip on the town.", []),
    ("The navy blasted the pier with rockets.", []),
    ("A court backed out of the case.", []),
    ("Troops defended the bridge against tanks.", []),
    ("Guards protected the convoy.", []),
    ("The senator attacked the mayor as a liar.", [("The senator", None, None)]),
    ("The senator attacked the plan.", [("The senator", "the plan", None)]),
    ("Brandt defended her decision to resign.", [("Brandt", None, None)]),
    ("The paper attacked the minister's record on housing.", [("The paper", "the minister's record on housing", None)]),
]


def test_nine_in_ten_of_slots_are_read() -> None:
    left = missed(SLOTS)
    assert len(left) <= 0.1 * len(SLOTS), left


def test_nine_in_ten_of_blows_are_read() -> None:
    left = missed(BLOWS)
    assert len(left) <= 0.1 * len(BLOWS), left
