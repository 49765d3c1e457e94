"""What "would" and "going to" tell lies ahead where it is announced; what is weighed, or did not come, is no plan."""

from __future__ import annotations

import pytest

from rashomon.reading import read

STANDING = [
    ("A second pump, quoted at the time and declined, would have cost 40,000 euros.", "cost", "hypothetical"),
    ("She said she would not have been told of the transfer.", "tell", "hypothetical"),
    ("They said the vaccine would have saved dozens of calves.", "save", "hypothetical"),
    ("The mayor said it would be impossible to rebuild the school before winter.", "be", "hypothetical"),
    ("It would be easy to blame the weather.", "be", "hypothetical"),
    ("Forty extra crates would not in themselves sink a barge of that size.", "sink", "hypothetical"),
    ("The judge said she would need to see the ledger.", "need", "hypothetical"),
    ("The farmers said they would prefer a dry spring.", "prefer", "hypothetical"),
    ("Nothing would suggest sabotage, the minister said.", "suggest", "hypothetical"),
    ("The coach said he wouldn't know who paid the referee.", "know", "asserted"),
    ("Asked about the audit, the bishop said he would not know about audits.", "know", "asserted"),
    ("He had been going to build houses.", "build", "unrealised"),
    ("They are going to build houses.", "build", "planned"),
    ("The couple are going to the coast.", "go", "asserted"),
    ("She said she'd left the choir.", "leave", "asserted"),
    ("She said she’d been told of the transfer.", "tell", "asserted"),
    ("She said she'd leave the choir.", "leave", "planned"),
    ("She said she’d be told of the transfer.", "tell", "planned"),
    ("The union said drivers would walk out on Monday.", "walk", "planned"),
    ("The ministry said families would be given 900 euros apiece.", "give", "planned"),
    ("The governor said a curfew would be in force from dusk.", "be", "planned"),
    ("The ban on fishing would last at least a month, officials said.", "last", "planned"),
    ("The palace said the verdict would be known within days.", "know", "planned"),
    ("The minister said there would be no amnesty.", "be", "planned"),
    ("The clerk said the office would have new windows by May.", "have", "planned"),
    ("The mayor said the pool would be safe by summer.", "be", "planned"),
    ("The council said it would itself pay for the repairs.", "pay", "planned"),
    ("The airline said it would not fly to the island.", "fly", "planned"),
    ("The doctor said he would see the wounded in the morning.", "see", "planned"),
]


@pytest.mark.parametrize(("text", "lemma", "standing"), STANDING, ids=[row[0] for row in STANDING])
def test_how_what_would_be_stands(text: str, lemma: str, standing: str) -> None:
    assert [c.status for c in read(text).clauses if c.lemma == lemma] == [standing]
