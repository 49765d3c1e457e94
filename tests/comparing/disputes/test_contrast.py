"""What a clause names only to say that it is not that, and whom it is held against."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Clause, Report


def _clause(text: str, lemma: str) -> Clause:
    (reading,) = read([Report("r0", text, published="2031-05-12")])
    return next(c for c in reading.clauses if c.lemma == lemma and c.form == "clause")


# a sentence, a verb, who else takes part, what is denied, whether the clause is negated, why
READ = [
    ("The boat carried cement, not food.", "carry", {"boat", "cement"}, {"food"}, False, "X, not Y: that it carried is told"),
    ("They fired rubber bullets, not live rounds.", "fire", {"they", "bullet"}, {"round"}, False, "with its adjective"),
    ("The mill was burned by soldiers, not by rebels.", "burn", {"soldier", "mill"}, {"rebel"}, False, "behind a preposition"),
    ("The shells came from the army, and not from the rebels.", "come", {"shell", "army"}, {"rebel"}, False, "and not"),
    ("Soldiers, not rebels, burned the mill.", "burn", {"soldier", "mill"}, {"rebel"}, False, "of the subject"),
    ("The shells had hit not a barracks but a school.", "hit", {"shell", "school"}, {"barracks"}, False, "not Y but X"),
    ("The raid was not by rebels but by soldiers.", "be", {"raid", "soldier"}, {"rebel"}, False, "not by Y but by X"),
    ("The wall failed because of neglect rather than an earthquake.", "fail", {"wall", "neglect"}, {"earthquake"}, False, "rather than"),
    ("He was a fisherman, not a smuggler.", "be", {"he", "fisherman"}, {"smuggler"}, False, "what somebody was"),
    ("The talks ended without agreement.", "end", {"talk"}, {"agreement"}, False, "without"),
    ("The ship left port without its captain.", "leave", {"ship", "port"}, {"captain"}, False, "without somebody"),
    ("Rebels left the town not without a fight.", "leave", {"rebel", "town"}, set(), False, "not without"),
    ("The boat did not carry food.", "carry", {"boat", "food"}, set(), True, "a plain negation"),
    ("In the end, not a single house burned.", "burn", {"house"}, set(), True, "not a single one is none"),
    ("He sold fish, not only to the poor.", "sell", {"he", "fish"}, set(), False, "not only"),
    ("She was not a thief, but she fled.", "be", {"she", "thief"}, set(), True, "a clause behind the but"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "part", "denied", "negated", "why"), READ, ids=[row[-1] for row in READ])
def test_what_is_denied_takes_no_part(text: str, verb: str, part: set[str], denied: set[str], negated: bool, why: str) -> None:  # fmt: skip
    clause = _clause(text, verb)
    found = {a.lemma for a in clause.arguments if a.role == "denied"}
    assert (found, clause.negated) == (denied, negated), why
    assert part <= {a.lemma for a in clause.arguments if a.role != "denied"}, why


# texts, a side, the other, why
DISPUTED = [
    (("The boat carried food and water, the coast guard of Chad said.", "The navy said the boat carried cement, not food."), "food and water", "not food", "what was carried"),
    (("The army said rebels burned the mill in Tarn. Omar Saleh, a resident, said the mill in Tarn was burned by soldiers, not by rebels.",), "rebels burned", "not by rebels", "who did it"),
    (("The governor, Omar Saleh, said the wall of the dam failed because of an earthquake.", "Engineers said the wall of the dam failed because of neglect rather than an earthquake."), "because of an earthquake", "rather than", "why"),
    (("The man was a smuggler, the police in Halim said. His sister, Lena Berg, said he was a fisherman, not a smuggler.",), "a smuggler", "a fisherman", "what he was"),
    (("The army said that the shells had hit a barracks in Karm. Residents said that the shells had hit not a barracks but a school in Karm.",), "hit a barracks", "not a barracks", "what was hit"),
]  # fmt: skip

UNDISPUTED = [
    (("The rebels fired on the school, not the barracks, the army said.", "The shells hit the school in Karm, the mayor said."), "what both tell"),
    (("The minister said the talks were useful, not easy.", "The talks were useful, the envoy, Omar Saleh, said."), "what both say"),
    (("The army said that the trucks carried cement, not food. The mayor said that the people in Tarn had no food.",), "another deed"),
]  # fmt: skip


def _sides(*texts: str) -> list[list[str]]:
    reports = [Report(f"r{n}", t, outlet=f"Outlet {n}", published="2024-05-08") for n, t in enumerate(texts)]
    stored = {r.id: r.text for r in reports}
    found = compare(reports, read(reports))
    return [[" | ".join(stored[r][a:b] for r, a, b in side.evidence) for side in c.sides] for c in found.conflicts]


@pytest.mark.parametrize(("texts", "one", "other", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_who_says_that_it_is_not_that_disputes(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    found = _sides(*texts)
    assert any((one in a and other in b) or (one in b and other in a) for a, b in found), (why, found)


@pytest.mark.parametrize(("texts", "why"), UNDISPUTED, ids=[row[-1] for row in UNDISPUTED])
def test_who_names_it_in_passing_does_not(texts: tuple[str, ...], why: str) -> None:
    assert not _sides(*texts), why


def test_cement_and_not_food_is_never_joined_with_food() -> None:
    texts = ("The boat off Selim carried food, the navy said.", "The boat off Selim carried cement, not food, the navy said.")  # fmt: skip
    reports = [Report(f"r{n}", t, outlet=f"Outlet {n}", published="2024-05-08") for n, t in enumerate(texts)]
    claims = compare(reports, read(reports)).claims
    assert all(len({t.report for t in c.tellings}) == 1 for c in claims)
