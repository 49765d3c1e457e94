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
    ("A port official said that the mayor of Selde had warned the dockers of a storm.", "warned the dockers", {"A port official"}, "that somebody warned is told by who tells of it"),
    ("Lena Abt confirmed in a statement that divers had found the wreck of the ferry.", "divers had found", {"Lena Abt"}, "what fills the statement is what she tells, wherever it hangs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names", "why"), VOICES, ids=[v[-1] for v in VOICES])
def test_whose_word_a_telling_is(text: str, words: str, names: set[str], why: str) -> None:
    claim, _ = told(text).at(words)
    found = {o.name for o in claim.origins}
    assert len(found) == len(names), (why, found)
    assert all(any(name in of for of in found) for name in names), (why, found)
