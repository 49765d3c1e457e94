"""Regions: own sentences, what is expected, and why."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.regions.mark import mark

LEAD = "The envoy of Norvia arrived in the harbour town of Elm on Sunday, officials of both sides said."
NEXT = "He carried a letter from the council, which has not met since the harvest, to the river towns."
LAST = "The talks are to go on for three more days, the ministry said in a statement on Monday."


def page(*lines: str) -> str:
    return "\n\n".join(lines)


TABLE = [
    (page(LEAD, NEXT, LAST), [], "plain body has no region"),
    (
        page("[ad_1]", LEAD, NEXT, LAST, "[ad_2]"),
        [("boilerplate", "[ad_1]"), ("boilerplate", "[ad_2]")],
        "bracket debris",
    ),
    (
        page("Envoy lands in Elm", LEAD, NEXT, LAST),
        [("headline", "Envoy lands in Elm")],
        "first short line is the headline",
    ),
    (
        page(LEAD, NEXT, "A hard bargain", LAST, NEXT),
        [("subheading", "A hard bargain")],
        "short line between paragraphs",
    ),
    (page(LEAD, NEXT, LAST, "Reuters"), [("syndication_credit", "Reuters")], "trailing outlet line"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_regions(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert [(r.kind, text[r.start : r.end]) for r in mark(text)] == expected


@given(
    st.lists(
        st.sampled_from([LEAD, NEXT, LAST, "(AFP)", "About Us", "[ad_1]", "Read more", "x", "“", " . ", "A b"]),
        max_size=12,
    )
)
def test_regions_are_sorted_stripped_and_apart(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = mark(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[r.start : r.end].strip() == text[r.start : r.end] != "" and r.because for r in found)
