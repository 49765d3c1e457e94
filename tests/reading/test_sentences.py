"""Sentences survive broken lines, stray punctuation and regions; the parse view keeps every offset."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading import pipeline, read
from rashomon.reading.read import parse_view
from rashomon.records import Report

LEAD = "The envoy of Norvia arrived in the harbour town of Elm on Sunday, officials of both sides said."
NEXT = "He carried a letter from the council, which has not met since the harvest, to the river towns."

TORN = "in the\n\nmeantime, the\n\nharbour master of\n\nElm said that the\n\nboats of the river towns\n\nwould stay."
WRAPPED = (
    "The envoy of Norvia arrived in the harbour town of Elm\non Sunday, officials of both sides said.",
    "He carried a\nletter from the Council of the river towns to Mayor\nBrown, who did not open it on that day.",
)
OPEN = "She said that the council wants no quarrel;\n\nBut it will keep its boats."

TABLE = [
    (f"{LEAD} {NEXT}", [LEAD, NEXT], "two sentences of one paragraph"),
    (TORN, [TORN], "a sentence torn over many paragraphs"),
    (f"{LEAD}\n\n{OPEN}\n\n{NEXT}", [LEAD, OPEN, NEXT], "a semicolon does not end a paragraph"),
    (" ".join(WRAPPED), list(WRAPPED), "lines wrapped at a fixed width"),
    (
        f'"We do not want it, and we are ready for it." .\n\n{NEXT}',
        ['"We do not want it, and we are ready for it." .', NEXT],
        "a stray stop behind a quote",
    ),
    (
        f"“The mayor speaks for the country. “, she said.\n\n{NEXT}",
        ["“The mayor speaks for the country. “, she said.", NEXT],
        "a quote closed with an opening mark",
    ),
    ("The vault held £2m. The mayor wept.", ["The vault held £2m.", "The mayor wept."], "a sum with its stop"),
    ("The road is 30 km. Police shut it.", ["The road is 30 km.", "Police shut it."], "a measure with its stop"),
    ("He lived at 5 St. James Street in Elm.", ["He lived at 5 St. James Street in Elm."], "a number before a name"),
    ("“We stay.” he said on Sunday in the harbour.", ["“We stay.” he said on Sunday in the harbour."], "said after it"),
    (
        f"Boats leave the harbour of Elm. (AFP)\n\n{LEAD}",
        ["Boats leave the harbour of Elm.", "(AFP)", LEAD],
        "caption, credit and body apart",
    ),
    (f"ELM (Reuters) - {LEAD}", ["ELM (Reuters) -", LEAD], "a dateline is no part of the lead"),
    (f"{LEAD}\n\nA hard bargain\n\n{NEXT}", [LEAD, "A hard bargain", NEXT], "a sub-heading by itself"),
    (f"\n\n{LEAD}\n\n", [LEAD], "white space around is in no sentence"),
    (
        "Boats lay in the harbour of Elm for a week. ''We have no orders,'' said the mayor. ''They will come.''",
        [
            "Boats lay in the harbour of Elm for a week.",
            "''We have no orders,'' said the mayor.",
            "''They will come.''",
        ],
        "doubled single marks open a sentence",
    ),
    (
        "The mayor said: ''We have no orders from the council.'' She then left the harbour with her staff.",
        [
            "The mayor said: ''We have no orders from the council.''",
            "She then left the harbour with her staff.",
        ],
        "a sentence starts behind doubled single marks",
    ),
    (
        "The mayor said: ‘We have no orders from the council.’ She then left the harbour with her staff.",
        ["The mayor said: ‘We have no orders from the council.’", "She then left the harbour with her staff."],
        "a sentence starts behind a single mark",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_sentences(text: str, expected: list[str], why: str) -> None:
    reading = next(read([Report("r", text)]))
    assert [text[a:b] for a, b in reading.sentences] == expected


def test_a_sentence_goes_on_behind_a_box_of_links() -> None:
    box = "Ada Marie BrownElm council votes down toll Harbour reopens MORE"
    text = f"The mayor Ada Brown {box} said on Sunday that the locks would open. It rained."
    reading = next(read([Report("r", text)]))
    assert [text[a:b] for a, b in reading.sentences] == [text[: text.index(" It")], "It rained."]
    assert [text[s:e] for a in reading.attributions for s, e in a.cue] == ["said"]
    assert [text[m.start : m.end] for m in reading.mentions if m.kind == "person"] == ["Ada Brown"]


def test_no_sentence_crosses_the_border_of_a_region() -> None:
    text = f"Envoy in Elm\n\nMay 3, 2031\n\n{LEAD}\n\nThe quay at dusk (Reuters)\n\n{NEXT} (AFP)"
    reading = next(read([Report("r", text)]))
    assert len(reading.regions) == 5
    for a, b in reading.sentences:
        assert not any(max(a, r.start) < min(b, r.end) and not (r.start <= a and b <= r.end) for r in reading.regions)


PIECES = st.sampled_from(
    ["The envoy", " said", ".", "\n", "\n\n", "\r\n", " ", "“", "”", '"', ", ", "of the", "Elm", "…", "\u2028", "x"]
)


@given(st.lists(PIECES, max_size=30))
def test_the_parse_view_exchanges_white_space_alone(pieces: list[str]) -> None:
    text = "".join(pieces)
    view = parse_view(text)
    assert len(view) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, view, strict=True))
    assert parse_view(text) == view


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_sentences_are_sorted_stripped_and_cover_the_ink(pieces: list[str]) -> None:
    text = "".join(pieces)
    reading = next(read([Report("r", text)]))
    covered = {i for a, b in reading.sentences for i in range(a, b)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in reading.sentences)
    assert list(reading.sentences) == sorted(reading.sentences)


@pytest.mark.parametrize(
    ("run", "why"),
    [
        ("''" * 5_000, "doubled quote marks"),
        ('"' * 100_000, "one mark over and over"),
        ('"a"' * 30_000, "a word of marks"),
    ],
    ids=["doubled", "one", "word"],
)
def test_a_run_that_no_sentence_has_is_not_tokenized(run: str, why: str) -> None:
    text = f"The minister said on Sunday that talks failed.\n{run}\nThe army stayed in the city."
    view = parse_view(text)
    assert len(view) == len(text), why
    assert view.split() == [
        "The",
        "minister",
        "said",
        "on",
        "Sunday",
        "that",
        "talks",
        "failed.",
        "The",
        "army",
        "stayed",
        "in",
        "the",
        "city.",
    ]
    assert len(pipeline().make_doc(view)) < 40
