"""Whose word a telling is, where it is wider than what was said, or told by one who has it from another."""

from __future__ import annotations

import pytest

from told import told

# a text of the paper, words of a telling in it, the names of the claim's origins, why
VOICES = [
    ("Fear spread in the port after the union admitted on Monday that its cranes had crushed two dockers.", "cranes had crushed", {"union"}, "a statement that fills a wider sentence"),
    ("Lena Abt and the Dock Union denied the existence of a blacklist.", "existence of a blacklist", {"Lena Abt", "Dock Union"}, "two deny in one breath"),
    ("Lena Abt said that Karim Dost told her the ferry had sunk off Selde.", "the ferry had sunk", {"Lena Abt"}, "what she was told is her word"),
    ("Lena Abt said that Karim Dost denied that he had sold the ferry.", "sold the ferry", {"Karim Dost"}, "who denies answers for it, whoever tells of it"),
    ("Reuters reported that Karim Dost concluded the ferry had sunk off Selde.", "the ferry had sunk", {"Karim Dost"}, "a paper passes on"),
    ("Johnson and another witness both say the guards fired first.", "guards fired first", {"Johnson", "witness"}, "one who is named and one who is not"),
    ("Police and neighbours of the mill said the guards fired first.", "guards fired first", {"Police", "neighbours"}, "people beside a body"),
    ("Guards had offered the money to miners of the union, Karim Dost said.", "offered the money", {"Karim Dost"}, "to whom it was offered is no saying"),
    ("Norvian authorities believe two sailors who came from Selde on Monday had mined the ferry.", "had mined the ferry", {"orvia"}, "what is believed is its holder's"),
    ("Sailors said the ferry would leave on Friday, according to Reuters.", "ferry would leave", {"ailors"}, "a paper named within has it from them"),
    ("The ferry was mined, according to a sailor familiar with the inquiry.", "ferry was mined", {"sailor"}, "an adjective behind its noun"),
    ("The New York Times said that dockers had left the port. The newspaper reported that the ferry was mined off Selde.", "ferry was mined", {"The New York Times"}, "the newspaper is the one named before"),
    ("Sailors tried to save the ferry off Selde, and then called for a tug.", "tried to save the ferry", {"The Paper 1"}, "what they called for is a small part of it"),
    ("A number of owners said the ferry was mined.", "ferry was mined", {"owners"}, "so many of them"),
    ("A port official said that the mayor of Selde had warned the dockers of a storm.", "warned the dockers", {"A port official"}, "that somebody warned is told by who tells of it"),
    ("Lena Abt confirmed in a statement that divers had found the wreck of the ferry.", "divers had found", {"Lena Abt"}, "what fills the statement is what she tells, wherever it hangs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names", "why"), VOICES, ids=[v[-1] for v in VOICES])
def test_whose_word_a_telling_is(text: str, words: str, names: set[str], why: str) -> None:
    claim, _ = told(text).at(words)
    found = {o.name for o in claim.origins}
    assert len(found) == len(names), (why, found)
    assert all(any(name in of for of in found) for name in names), (why, found)


# a text of the paper, words of a telling in it, a name that is in nobody's mouth, why
UNSAID = [
    ("Papers suggest that Norvia would soon release a report that rebels mined the dam.", "rebels mined the dam", "Norvia", "what it would report"),
    ("The minister is expected to announce that rebels mined the dam.", "rebels mined the dam", "minister", "what he is expected to say"),
    ("Lena Abt demanded that Karim Dost admit that he sold the bridge.", "he sold the bridge", "Karim Dost", "what he is asked to admit"),
    ("Karim Dost did not say that rebels mined the dam.", "rebels mined the dam", "Karim Dost", "what he did not say"),
    ("If Karim Dost says that rebels mined the dam, the price of bread will rise.", "rebels mined the dam", "Karim Dost", "what he may say"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "why"), UNSAID, ids=[u[-1] for u in UNSAID])
def test_what_nobody_said_is_in_nobodys_mouth(text: str, words: str, name: str, why: str) -> None:
    claim, _ = told(text).at(words)
    assert not any(name in o.name for o in claim.origins), (why, claim.origins)


def test_who_calls_reports_false_denies_what_they_tell() -> None:
    found = told(
        "A guard said that Lena Abt ordered the raid on the mill in Orsa.",
        "Lena Abt ordered the raid on the mill in Orsa, a baker said.",
        "The mayor said that reports that Lena Abt ordered the raid on the mill in Orsa were false.",
    )
    claim, _ = found.at("Lena Abt ordered the raid")
    assert {t.report: t.stance for t in claim.tellings} == {"r1": "says", "r2": "says", "r3": "denies"}
    assert not any("mayor" in o.name for o in claim.origins)


def test_a_body_and_the_people_who_speak_for_it_are_shown_as_one_voice() -> None:
    claim, _ = told(
        "The Norvian Coast Guard said that the ferry Halda sank off Selde on Monday.",
        "Norvian Coast Guard spokesman Karim Dost said that the ferry Halda sank off Selde on Monday.",
    ).at("ferry Halda sank off Selde")
    assert [o.name for o in claim.origins] == ["Norvian Coast Guard (Karim Dost)"]
