"""Attributions: source, cue and content on sentences written for the purpose."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from rashomon.reading import pipeline
from rashomon.reading.attributions.quotes import quotes
from rashomon.records import Attribution


@cache
def read(text: str) -> tuple[Doc, tuple[Attribution, ...]]:
    doc = pipeline()(text)
    return doc, doc._.rashomon_attributions


def shown(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, as text."""
    _, rows = read(text)
    return [
        (
            " … ".join(text[a:b] for a, b in row.source),
            " … ".join(text[a:b] for a, b in row.cue),
            " … ".join(text[a:b] for a, b in row.content),
        )
        for row in rows
    ]


TABLE = [
    (
        "The minister said that the bridge would open in May.",
        "The minister",
        "the bridge would open in May",
        "that-clause",
    ),
    ("The minister said the bridge would open in May.", "The minister", "the bridge would open in May", "bare clause"),
    ("“The bridge will open in May,” said Anna Berg.", "Anna Berg", "The bridge will open in May", "inverted tag"),
    (
        "The bridge will open in May, according to Anna Berg.",
        "Anna Berg",
        "The bridge will open in May",
        "according to",
    ),
    ("The union urged members to stay at home.", "The union", "to stay at home", "infinitive"),
    ("The senator criticised the new budget.", "The senator", "the new budget", "noun object"),
    ("Sweden accused the company of bribery.", "Sweden", "of bribery", "accused of"),
    ("The poll shows that voters distrust the mayor.", "The poll", "voters distrust the mayor", "evidence verb"),
]


@pytest.mark.parametrize(("text", "source", "content", "why"), TABLE, ids=[row[3] for row in TABLE])
def test_source_and_content(text: str, source: str, content: str, why: str) -> None:
    rows = shown(text)
    assert any(s == source and (content in c or c in content) for s, _, c in rows), rows


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,\"'“”‘’«»\n", max_size=200))
def test_quotations_stand_in_the_text_in_order(text: str) -> None:
    found = quotes(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
