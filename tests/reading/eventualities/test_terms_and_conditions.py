"""What a thing that lies ahead waits for is not told as done, nor what is supposed to be found; what came, came."""

from __future__ import annotations

import pytest

from rashomon.reading import read

STANDING = [
    ("They said they would not free anybody before the army had given back the dead.", "give", "hypothetical"),
    ("The union said it would not return until the company had paid the wages.", "pay", "hypothetical"),
    ("The convoy will not leave until the road is cleared.", "clear", "hypothetical"),
    ("Norway will sign once Sweden has withdrawn its boats.", "withdraw", "hypothetical"),
    ("The bank will pay as soon as the court has ruled.", "rule", "hypothetical"),
    ("Nobody may enter before the police have searched the house.", "search", "hypothetical"),
    ("The court will decide when the lawyers have spoken.", "speak", "hypothetical"),
    ("They refused to talk until the general was freed.", "free", "hypothetical"),
    ("The firm will not reopen the plant unless the inspectors approve the valve.", "approve", "hypothetical"),
    ("Sales should end if it is determined that the envoy was killed there.", "kill", "hypothetical"),
    ("We would act if it turns out that the firm hid the leak.", "hide", "hypothetical"),
    ("If the court rules that the vote was rigged, a new one will be held.", "rig", "hypothetical"),
    ("If there is any truth to reports that agents paid the rebels, he should know.", "pay", "hypothetical"),
    ("The club will sue unless the league admits that it erred.", "err", "hypothetical"),
    ("The trial is on hold until the judge hears the second witness.", "hear", "hypothetical"),
    ("The council put the sale on hold until the mayor has read the report.", "read", "hypothetical"),
    ("Ann Holm stays chairwoman until such time as the board elects a successor.", "elect", "hypothetical"),
    ("The league shut the pit until such time as the owner repairs the roof.", "repair", "hypothetical"),
    ("Guards held the crowd back until the police had arrived.", "arrive", "asserted"),
    ("The fire burned until rain fell on the hills.", "fall", "asserted"),
    ("The board met at such time as suited the chairman and elected Berg.", "elect", "asserted"),
    ("The bells rang as the board elected a successor.", "elect", "asserted"),
    ("The trial was to start on Saturday.", "start", "planned"),
    ("The two presidents are to meet in Oslo.", "meet", "planned"),
    ("Ann Holm was to be sworn in as mayor of Orsa.", "swear", "planned"),
    ("The aim of the raid was to win back the port.", "win", "planned"),
    ("The task of the divers is to find the hull.", "find", "planned"),
    ("The bridge is to be sold, the council said.", "sell", "planned"),
    ("His first act was to close the port.", "close", "asserted"),
    ("The answer of the owners was to sack nine men.", "sack", "asserted"),
    ("The frost was to blame for the crack.", "blame", "asserted"),
    ("It was wise to leave the port.", "leave", "asserted"),
    ("The mayor was glad to leave the hall.", "leave", "asserted"),
    ("The wreck was to be seen from the pier.", "see", "asserted"),
    ("The rumour was to prove true.", "prove", "asserted"),
    ("Nothing in the letters supports theories that the minutes were changed.", "change", "hypothetical"),
    ("No letter backs the claim that the clerk burned the minutes.", "burn", "hypothetical"),
    ("The letters do not support the theory that the clerk burned the minutes.", "burn", "hypothetical"),
    ("The tape could be the core of a case that the mayor obstructed the inquiry.", "obstruct", "hedged"),
    ("The news that the clerk burned the minutes shocked Orsa.", "burn", "asserted"),
    ("Nobody liked the fact that the clerk burned the minutes.", "burn", "asserted"),
    ("Asked if he knew that the bridge had collapsed, he nodded.", "collapse", "asserted"),
    ("The court ruled that the vote was rigged.", "rig", "asserted"),
    ("Reports that agents paid the rebels angered him.", "pay", "hedged"),
    ("The crew did not leave until the rain stopped.", "stop", "asserted"),
    ("The family left before the police searched the house.", "search", "asserted"),
    ("She wanted to leave before the rain came.", "come", "asserted"),
    ("They will be tried after the police found the knife.", "find", "asserted"),
]


@pytest.mark.parametrize(("text", "lemma", "standing"), STANDING, ids=[row[0] for row in STANDING])
def test_how_what_is_waited_for_stands(text: str, lemma: str, standing: str) -> None:
    assert [c.status for c in read(text).clauses if c.lemma == lemma] == [standing]
