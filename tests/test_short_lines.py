"""Which sentences of three words have a line, through the whole pipeline."""

from __future__ import annotations

import pytest

from told import told

_LEAD = "The harbour of Tarn was closed on Monday after a ferry hit the pier near the old market.\n\n"

# a sentence; the line that it has, or None; why
SHORT = [
    ("Six fishermen died, the governor said.", "Six fishermen died.", "a count with a fate"),
    ("Nobody was trampled.", "Nobody was trampled.", "that there was none"),
    ("No one survived.", "No one survived.", "nor of the living"),
    ("All were clean, the agency said.", "All were clean.", "what all were"),
    ("None were armed, the lawyer said.", "None were armed.", "what none was"),
    ("Nothing was stolen, police said.", "Nothing was stolen.", "nothing is a denial too"),
    ("Novak was acquitted.", "Novak was acquitted.", "somebody named, and what became of him"),
    ("That is true, the mayor said.", None, "what is true stands before"),
    ("All is well, the mayor said.", None, "how all is tells nothing"),
    ("Nobody knows, the mayor said.", None, "nor that nobody knows"),
    ("Nothing is certain, an analyst said.", None, "nor that nothing is certain"),
    ("Berg was told.", None, "what he was told stands elsewhere"),
    ("Two others did, the judge said.", None, "what they did stands before"),
    ("The search continues.", None, "a search that nobody tells more of"),
    ("Both have declined.", None, "what they declined is not told"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "why"), SHORT, ids=[s[2] for s in SHORT])
def test_a_short_sentence_that_tells_something_has_a_line(text: str, line: str | None, why: str) -> None:
    lines = told(_LEAD + text).lines()
    short = [x for x in lines if len(x.split()) < 4]
    assert short == ([line] if line else []), why
