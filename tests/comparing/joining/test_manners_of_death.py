"""How somebody died: what a clause tells of it, and two accounts of it."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.other_values import how_died
from rashomon.comparing.joining.unit import units
from rashomon.language import lexicon
from rashomon.reading import read
from rashomon.records import Report

# a sentence, a verb, the means, the hands, why
TOLD = [
    ("Lena Berg died in a fall from her window.", "die", {"fall"}, set(), "what stands beside the death"),
    ("Lena Berg was strangled at the embassy.", "strangle", {"breath"}, {"another's"}, "the word alone"),
    ("Omar Saleh was beaten to death in his cell.", "beat", {"blows"}, {"another's"}, "to death"),
    ("Omar Saleh was beaten in his cell.", "beat", set(), set(), "who is beaten need not die"),
    ("Omar Saleh was killed at the embassy.", "kill", set(), set(), "killed, and not how"),
    ("Omar Saleh was not strangled.", "strangle", set(), set(), "what is not so"),
    ("The wall fell on Monday.", "fall", set(), set(), "no death"),
]


@pytest.mark.parametrize(("text", "verb", "means", "hands", "why"), TOLD, ids=[row[-1] for row in TOLD])
def test_a_clause_tells_how_somebody_died(text: str, verb: str, means: set[str], hands: set[str], why: str) -> None:
    readings = {r.report: r for r in read([Report("r0", text, published="2031-05-12")])}
    (unit,) = (u for u in units(readings, identity(readings), {}) if u.clause.lemma == verb)
    assert how_died(unit) == (means, hands), why


DISPUTED = [
    (("The governor said the journalist Lena Berg died in a fall from her window. Her lawyer, Omar Saleh, said she was strangled.",), "fall", "strangled", "she, of whom the sentence before tells"),
    (("Selim officials said Omar Saleh was killed in a brawl at the embassy.", "Omar Saleh was strangled at the embassy by a team of agents, the police in Tarn said."), "brawl", "strangled", "one name in two reports"),
    (("The pilot was shot, a doctor at the hospital said. The army said the pilot drowned.",), "shot", "drowned", "one word, side by side"),
    (("Police said the prisoner Omar Saleh hanged himself in his cell. His family said he was beaten to death.",), "hanged himself", "beaten", "two means"),
]  # fmt: skip

UNDISPUTED = [
    (("Omar Saleh was stabbed in the street, police said. He was stabbed three times, a doctor said.",), "one means"),
    (("Omar Saleh was beaten and strangled, the police said. A doctor said he was strangled.",), "one of two means"),
    (("Lena Berg drowned in the harbour on Monday, police said. Omar Saleh was shot in the harbour on Monday, a doctor said.",), "two dead"),
    (("The mayor said nine people had drowned. The governor said two people were shot.",), "two counts of dead"),
]  # fmt: skip


def _sides(*texts: str) -> list[list[str]]:
    reports = [Report(f"r{n}", t, outlet=f"Outlet {n}", published="2024-05-08") for n, t in enumerate(texts)]
    stored = {r.id: r.text for r in reports}
    found = compare(reports, read(reports)).conflicts
    return [[" | ".join(stored[r][a:b] for r, a, b in side.evidence) for side in c.sides] for c in found]


@pytest.mark.parametrize(("texts", "one", "other", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_two_manners_of_one_death_dispute(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    found = _sides(*texts)
    assert any((one in a and other in b) or (one in b and other in a) for a, b in found), (why, found)


@pytest.mark.parametrize(("texts", "why"), UNDISPUTED, ids=[row[-1] for row in UNDISPUTED])
def test_no_dispute_of_manner(texts: tuple[str, ...], why: str) -> None:
    assert not _sides(*texts), why


def test_every_manner_has_a_means_or_a_hand() -> None:
    assert all((means, hand) != ("-", "-") for _, means, hand, *_ in lexicon("manners_of_death"))
