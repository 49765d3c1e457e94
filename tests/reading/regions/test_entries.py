"""The hour of an entry of a live page is no word of it, its heading tells nothing, and nobody before it is "he"."""

from __future__ import annotations

import pytest

from rashomon.reading import read

ENTRIES = (
    "Ferry sinks off Kos\n\n{a}Coast guard: 34 rescued\n\nThe coast guard says 34 people are safe.\n\n"
    "{b}Harbour chief resigns\n\nMarta Olin has stepped down. She said the ferry was old."
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("09:40 ", "10:05 "),
        ("9.40am ", "10.05am "),
        ("**14:40 GMT** | ", "**13:05 GMT** | "),
        ("[21:40] ", "[22:05] "),
        ("09h40 – ", "10h05 – "),
        ("09:40\n\n", "10:05\n\n"),
    ],
)
def test_the_entries_of_a_live_page(a: str, b: str) -> None:
    text = ENTRIES.format(a=a, b=b)
    reading = read(text)
    told = [(r.because.rule, text[r.start : r.end]) for r in reading.regions if r.because.rule.startswith("entry-")]
    assert [row for row in told if row[0] == "entry-head"] == [
        ("entry-head", "Coast guard: 34 rescued"),
        ("entry-head", "Harbour chief resigns"),
    ]
    assert [rule for rule, _ in told].count("entry-hour") == 2
    assert not any(c.lemma in ("rescue", "resign") for c in reading.clauses), "a heading tells nothing"
    assert not any(text[m.start].isdigit() and text[m.end - 1].isalpha() for m in reading.mentions if m.start < 40)


# a text that is no live page
NONE = [
    ("Two boats met.\n\n10:05 is the hour that all remember.\n\nThe inquiry ends on Monday.", "one hour alone"),
    ("Two boats met.\n\n10.5 million people voted.\n\n12.15 per cent stayed at home.", "numbers"),
    ("Two boats met.\n\n25:05 Arrest.\n\n26:10 Verdict.", "no hours"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[row[1] for row in NONE])
def test_other_pages_have_no_entries(text: str, why: str) -> None:
    assert not any(r.because.rule.startswith("entry-") for r in read(text).regions), why


def test_nobody_of_the_entry_before_is_meant() -> None:
    text = (
        "Live\n\n10:05 Ada Lund says the pier is shut. The board met.\n\n10:20 The storm is over. She said it was safe."
    )
    reading = read(text)
    lund = next(m.chain for m in reading.mentions if m.form == "name")
    assert not any(m.chain == lund for m in reading.mentions if text[m.start : m.end] == "She")
