"""What is called false stands as denied, and so does the clause that calls it so."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

# a text, the lemma of a clause in it, how that stands, why
STANDING = [
    ("The mayor said that reports that Lena Abt ordered the raid were false.", "order", "denied", "read with the predicate inside"),
    ("Lena Abt said allegations the mayor had ordered the raid were false.", "order", "denied", "without a that"),
    ("The claim that the army shelled the mill is untrue, the minister said.", "shell", "denied", "a claim is untrue"),
    ("The claim that the army shelled the mill is untrue, the minister said.", "be", "denied", "what calls it untrue puts nothing forward"),
    ("The suggestion that guards shot the miner is a lie.", "shoot", "denied", "a lie"),
    ("Reports that the dam had burst proved untrue.", "burst", "denied", "proved so"),
    ("The story that the mill burned down is fake news, the mayor said.", "burn", "denied", "by what stands beside the predicate"),
    ("It is not true that guards shot the miner, Lena Abt said.", "shoot", "denied", "not true"),
    ("The minister said the finding that guards shot the miner was not accurate.", "shoot", "denied", "not accurate"),
    ("There is no truth to the allegation that the mayor sold the bridge, his lawyer said.", "sell", "denied", "no truth to it"),
    ("Officials called the reports that the dam had burst baseless.", "burst", "denied", "somebody calls it so"),
    ("The ministry dismissed as false a report that the ferry had sunk.", "sink", "denied", "dismissed"),
    ("Karim Dost said the report that the ferry sank was true.", "be", "asserted", "true"),
    ("Reports that guards shot the miner are not supported by our records, the firm said.", "shoot", "denied", "not supported"),
    ("The claim that the boat was armed was never substantiated.", "be", "denied", "never substantiated"),
    ("An earlier statement that the boat carried food was incomplete, he said.", "carry", "denied", "incomplete"),
    ("Reports that guards shot the miner were not confirmed.", "shoot", "hedged", "not confirmed is not denied"),
    ("The charge that he lied is not false, she said.", "lie", "asserted", "not false"),
    ("The reports that guards shot the miner could be false, Lena Abt said.", "shoot", "asserted", "may be, may be not"),
    ("It is wrong that guards shot the miner, Lena Abt said.", "shoot", "asserted", "a deed is blamed, not doubted"),
    ("The report says that the mill burned down because of a false alarm.", "burn", "asserted", "something else is false"),
    ("The claim that the dam burst is in the report, and it is a lie.", "burst", "hedged", "a predicate of another clause"),
    ("The ambassador mocked the assertion that boats had entered the bay.", "enter", "hedged", "only named, in the mouth of who mocks it"),
    ("Lena Orr said she laughed at the suggestion that she had lied.", "lie", "hedged", "what one laughs at"),
    ("Omar Diallo said he was hurt by the insinuation that he had stolen the paintings.", "steal", "hedged", "what hurts him"),
    ("Ida Holm said she was aware of reports that the bridge had been sold.", "sell", "hedged", "what one is aware of"),
    ("Villagers gathered after a report that the well had been poisoned.", "poison", "hedged", "in nobody's mouth"),
    ("The ambassador confirmed a report that boats had entered the bay.", "enter", "asserted", "who confirms it says so"),
    ("Emil Novak repeated the claim that the drug had caused the fever.", "cause", "asserted", "who repeats it says so"),
    ("Police cited a report that the pump had failed.", "fail", "asserted", "who cites it rests on it"),
    ("Ida Holm welcomed the news that the bridge had been sold.", "sell", "asserted", "news is so"),
    ("The army's claim that rebels had mined the road angered the mayor.", "mine", "asserted", "whose claim it is is told"),
    ("The report that the mayor wrote was long.", "write", "asserted", "no content of it"),
    ("The firm said in a statement that the ship was struck.", "strike", "asserted", "where it is said"),
    ("He stood by his claim that the plant was attacked.", "attack", "asserted", "who stands by it says so"),
    ("Hanna Sorg said it was a lie that she had met the smugglers.", "meet", "denied", "it was a lie that"),
    ("Hanna Sorg said it was a pity that she had met the smugglers.", "meet", "asserted", "it was a pity that"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "status", "why"), STANDING, ids=[f"{s[1]}: {s[-1]}" for s in STANDING])
def test_what_is_called_false_is_denied(text: str, lemma: str, status: str, why: str) -> None:
    (reading,) = read([Report("a", text, published="2031-05-08")])
    found = {c.status for c in reading.clauses if c.lemma == lemma}
    assert status in found, (why, found)
    if status != "denied":
        assert "denied" not in found, why
