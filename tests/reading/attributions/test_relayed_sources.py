"""Who is meant by the source of a relayed report: quoted outlets, set-in names, and who goes on speaking."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.reading.regions import mark
from rashomon.records import Reading, Report

# fmt: off
SOURCES = [
    ("The “Elm Herald” had quoted an envoy as saying that the port is shut.",
     "had quoted", "The “Elm Herald”", "Elm Herald", "a quoted name behind its article is a subject"),
    ("“The harbour is shut”, said the mayor, and the crowd left.",
     "said", "the mayor", "the mayor", "a quotation is none"),
    ("The “Elmika” website stated that the port is shut.",
     "stated", "The “Elmika” website", "Elmika", "the website is the outlet that it names"),
    ("The newspaper “Elmika” stated that the port is shut.",
     "stated", "The newspaper “Elmika”", "Elmika", "the name after the noun"),
    ("The ministry website stated that the port is shut.",
     "stated", "The ministry website", "The ministry website", "a website of no name"),
    ("The firm that runs it said in a statement that the port is shut.",
     "said", "The firm that runs it", "The firm", "what ends a relative clause does not speak"),
    ("The firm said it said nothing of the kind, and that the port is shut.",
     "said", "The firm", "The firm", "a pronoun that no relative governs"),
    ("The army fired tear gas at crowds in the township of Ormandal, an AFP reporter at the scene said.",
     "said", "an AFP reporter at the scene", "an AFP reporter", "the scene does not speak"),
    ("Elmia’s army chief, Lt. Gen. Henrik Stolz, said that the port is shut.",
     "said", "Elmia’s army chief, Lt. Gen. Henrik Stolz", "Henrik Stolz", "a rank of several words before the name"),
    ("The political analyst and journalist Osman Merghan believes that the port is shut.",
     "believes", "The political analyst and journalist Osman Merghan", "Osman Merghan", "two roles of one man"),
    ("Berg's ex-wife wrote that the port is shut.",
     "wrote", "Berg's ex-wife", "Berg's ex-wife", "the hyphen parts nobody"),
    ("“I told them it was rotten,” said Ann Berg. Her former boss, Tom Rudd, disagreed: “She was always late for work.”",
     "disagreed", "Her former boss, Tom Rudd", "Tom Rudd", "any verb before a colon and a quotation"),
]
GOES_ON = [
    ("The head of the committee, Agim Berisha, called for an inquiry. He stressed that it will be held.",
     "stressed", "Agim Berisha", "a name set beside the subject speaks"),
    ("The “Elmika” website stated that the embassy will close, two sources say. He noted that the staff will move.",
     "noted", "Elmika", "an outlet goes on as he where nobody else can"),
    ("The “Elmika” website stated that Tom Rudd will leave the embassy. He noted that the staff will move.",
     "noted", "Tom Rudd", "an outlet gives way to a person"),
    ("“He has won,” Tom Rudd said. Samuel Okello has lived in Elm since 1998. In January, he vowed to step down.",
     "vowed", "Samuel Okello", "the report went on to tell of another"),
    ("Tom Rudd said that the port is shut. Samuel Okello has lived in Elm since 1998. He added that nobody knew.",
     "added", "Tom Rudd", "who adds has spoken before"),
    ("Norvia's trade ministry said its ships left. Kestria's trade ministry denied that. “It was a trap,” the ministry claimed.",
     "claimed", "Kestria's trade ministry", "the ministry is the one spoken of last"),
]
# fmt: on


def _read(text: str) -> Reading:
    return next(iter(read([Report("r", text)])))


def _meant(reading: Reading, mention: str | None) -> str:
    chain = next(m.chain for m in reading.mentions if m.id == mention)
    return next(c.name for c in reading.chains if c.id == chain)


@pytest.mark.parametrize(("text", "cue", "source", "meant", "why"), SOURCES, ids=[row[4] for row in SOURCES])
def test_whose_words(text: str, cue: str, source: str, meant: str, why: str) -> None:
    reading = _read(text)
    row = next(a for a in reading.attributions if text[slice(*a.cue[0])] == cue)
    assert [text[a:b] for a, b in row.source] == [source], why
    assert _meant(reading, row.source_mention) == meant, why


@pytest.mark.parametrize(("text", "cue", "meant", "why"), GOES_ON, ids=[row[3] for row in GOES_ON])
def test_who_goes_on(text: str, cue: str, meant: str, why: str) -> None:
    reading = _read(text)
    row = next(a for a in reading.attributions if text[slice(*a.cue[0])] == cue)
    assert _meant(reading, row.source_mention) == meant, why


def test_the_voice_behind_an_outlet_stands_inside_it() -> None:
    text = "The American “Elm Herald” newspaper had revealed, quoting a European source, that the port was shut."
    reading = _read(text)
    inner = next(a for a in reading.attributions if str(a.because).startswith("citing"))
    outer = next(a for a in reading.attributions if a.id == inner.nested_in)
    assert text[slice(*outer.cue[0])] == "had revealed"
    assert outer.nested_in is None
    assert [text[a:b] for a, b in inner.content] == ["that the port was shut"]


def test_a_day_holds_no_words() -> None:
    reading = _read("The crowd has waited since Sunday's announcement of the results by the board.")
    assert all("Sunday" not in str(reading.because) for reading in reading.attributions if reading.source)


CAPTIONS = [
    ("[Image: Rescue workers carry a boat. Photo: Tom Rudd/AP]", True, "a picture in brackets"),
    ("(Photo: A guard near the port)", True, "round brackets"),
    ("[Image rights are held by the town of Elm]", False, "no colon"),
    ("[Imagery: a study of the port]", False, "another word"),
]


@pytest.mark.parametrize(("line", "caption", "why"), CAPTIONS, ids=[row[2] for row in CAPTIONS])
def test_pictures_in_brackets(line: str, caption: bool, why: str) -> None:
    text = f"Port of Elm is shut after a storm\n\n{line}\n\nThe port of Elm was shut on Monday, the mayor said.\n"
    kinds = {r.kind for r in mark(text) if text[r.start : r.end] == line}
    assert ("caption" in kinds) is caption, why
