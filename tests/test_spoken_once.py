"""The same words are one voice's, whoever each report names; other words, and few of them, are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_reading import MadeReading, entities_of
from rashomon.comparing.independence import independence
from rashomon.comparing.propositions import Proposition, propositions
from rashomon.comparing.spoken_once import spoken_once
from rashomon.records import Member, Origin

WORDS = "we shall not hand over the old harbour to anybody this year"
OTHERS = "the ferry sank off the reef with forty people on board"
TEN = "we shall not hand over the old harbour to anybody"
NARROW = "hand over the harbour"

# what two reports give, who says it in each, of which kind, whether in quotation marks, the bounds, why
CASES = [
    ((WORDS, WORDS), ("Nasser", "the statement"), ("named_person", "institution"), "direct", (1, 1), "one sentence by two names"),
    ((WORDS, WORDS), ("Nasser", "Karam"), ("named_person", "named_person"), "direct", (1, 1), "one sentence, one of two men"),
    ((WORDS, WORDS[9:50]), ("Nasser", "an aide"), ("named_person", "anonymous"), "direct", (1, 1), "a part of the sentence"),
    ((WORDS, WORDS), ("Nasser", "an aide"), ("named_person", "anonymous"), "indirect", (1, 1), "word for word without marks"),
    ((NARROW, NARROW), ("Nasser", "Karam"), ("named_person", "named_person"), "direct", (2, 2), "four words are anybody's"),
    ((TEN, TEN), ("Nasser", "the ministry"), ("named_person", "institution"), "indirect", (2, 2), "ten words without marks"),
    ((WORDS, WORDS), ("Nasser", "Karam"), ("named_person", "named_person"), "indirect", (2, 2), "two who tell one fact alike"),
    ((WORDS, OTHERS), ("Nasser", "Karam"), ("named_person", "named_person"), "direct", (2, 2), "two sentences"),
]  # fmt: skip


def rows(words, sources, kinds, quote) -> tuple[list[Proposition], dict[Member, Origin]]:
    made = []
    for report, said, source, kind in zip("ab", words, sources, kinds, strict=True):
        one = MadeReading(report, f"{source} said: {said}.", "2024-03-12")
        made.append(one.says(source, "said", said, source_kind=kind, quote=quote))
    told = propositions({m.id: m.report() for m in made}, {m.id: m.reading() for m in made}, entities_of(*made))
    names = dict(zip("ab", zip(sources, kinds, strict=True), strict=True))
    return list(told), {
        p.member: Origin(names[p.member[0]][1], names[p.member[0]][0], (p.member,), names[p.member[0]][0]) for p in told
    }


@pytest.mark.parametrize("case", CASES, ids=[c[5] for c in CASES])
def test_words_are_spoken_once(case) -> None:
    told, origins = rows(*case[:4])
    assert len(told) == 2
    found = spoken_once(told, origins)
    assert independence(found) == case[4]
    if case[4] == (1, 1):
        assert {o.name for o in found} == {"Nasser"}
        assert any("same-words:" in o.because for o in found)


def test_voices_that_a_person_told_apart_stay_two() -> None:
    told, origins = rows((WORDS, WORDS), ("Nasser", "Karam"), ("named_person", "named_person"), "direct")
    apart = {m: replace(o, apart=("Karam",) if o.key == "Nasser" else ()) for m, o in origins.items()}
    assert independence(spoken_once(told, apart)) == (2, 2)


@settings(deadline=None)
@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=3))
def test_it_never_raises_the_count_and_keeps_every_row(cases) -> None:
    for case in cases:
        told, origins = rows(*case[:4])
        found = spoken_once(told, origins)
        assert len(found) == len(told)
        assert independence(found) <= independence(origins.values())
        assert [o.chain for o in found] == [origins[p.member].chain for p in told]
