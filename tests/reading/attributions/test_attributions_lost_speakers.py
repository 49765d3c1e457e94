"""Who says something where the parser loses him, or takes the verb of saying for another word."""

import pytest

from rashomon.reading import read

CASES = [
    ("The judge let Mr Aldo Ferri go, finding that he had slept.", "The judge", "who lets go finds"),
    ("Former national coordinator Abel Kiptoo said the money was spent on cars.", "Abel Kiptoo", "no money says so"),
    ("Internal e-mails seen by the Ledger show that the valve was known to be faulty in March.", "mails", "a noun"),
    (
        "Pavel Dusek, 52, slept. The 52-year-old told officers he had fallen asleep.",
        "52-year-old",
        "so is a participle",
    ),
    ("Special Envoy for Sahel Peace Marc Daho said the talks had stalled.", "Marc Daho", "an office of three words"),
    ("Kenya Power said the blackout began at Elm.", "Kenya Power", "a state in a body's name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_who_says_so(text: str, expected: str, why: str) -> None:
    said = read(text).attributions[-1]
    assert expected in " ".join(text[start:end] for start, end in said.source), why


NAMES = [
    ("Counselor to the President Ann Berg said the list was a draft.", ["Ann Berg"], "the President takes no name"),
    ("An adviser to the Prime Minister Ann Berg said so.", ["An adviser", "Ann Berg"], "an article makes two"),
    ("Special Envoy for Sahel Peace Marc Daho said the talks had stalled.", ["Marc Daho"], "his office is no person"),
    ("Kenya Power said the blackout began at noon.", ["Kenya Power"], "a state in a body's name"),
    ("On Wednesday Berg's lawyer left.", ["Berg", "Berg's lawyer"], "a day is no part of him"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NAMES, ids=[c[2] for c in NAMES])
def test_who_is_told_of(text: str, expected: list[str], why: str) -> None:
    kinds = ("person", "organisation")
    assert sorted(text[m.start : m.end] for m in read(text).mentions if m.kind in kinds) == expected, why
