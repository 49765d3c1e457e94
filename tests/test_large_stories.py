"""In a large story every telling word is common: what many say must still meet, and a lone denial still clash."""

from __future__ import annotations

import pytest
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.keys import keys
from rashomon.comparing.overlaps import overlaps
from rashomon.comparing.propositions import Proposition, propositions

from made_reading import MadeReading, entities_of
from rashomon.comparing.claims import claims
from rashomon.records import Claim

_TOLD = "Mara Quill said that the harbour bridge collapsed under a loaded grain train."
_DENIED = "Owen Pike said that the harbour bridge never collapsed under a loaded grain train."


def _story(reports: int) -> tuple[tuple[Claim, ...], tuple[Proposition, ...]]:
    made = []
    for n in range(reports):
        text, who = (_DENIED, "Owen Pike") if n == reports - 1 else (_TOLD, "Mara Quill")
        report = MadeReading(f"r{n:04}", text, said="2031-05-02")
        made.append(report.says(who, "said", text.partition(" that ")[2]))
    said = propositions({m.id: m.report() for m in made}, {m.id: m.reading() for m in made}, entities_of(*made))
    return claims(said, {}), said


@pytest.mark.parametrize("reports", [3, 30, 300])
def test_one_statement_is_one_claim_however_many_carry_it(reports: int) -> None:
    put, _ = _story(reports)
    assert sorted(len(c.members) for c in put) == [1, reports - 1]


@pytest.mark.parametrize("reports", [3, 30, 300])
def test_a_lone_denial_is_found_however_many_say_otherwise(reports: int) -> None:
    put, said = _story(reports)
    assert [x.kind for x in conflicts(put, said)] == ["denial"]


@pytest.mark.parametrize(
    ("seen", "rare", "pairs"),
    [
        ({"a": 1, "b": 2}, ["a", "b"], []),
        ({"a": 1, "b": 9, "c": 8}, ["a"], ["b\0c"]),
        ({"a": 9}, [], []),
    ],
    ids=["rare words alone", "two common words are a pair", "one common word finds nothing"],
)
def test_common_words_are_keys_in_pairs(seen: dict[str, int], rare: list[str], pairs: list[str]) -> None:
    assert keys(seen, seen, common=5) == (rare, pairs)


def test_claims_overlap_where_they_share_a_character() -> None:
    rows = {"k1": ("r1", 0, 10), "k2": ("r1", 9, 12), "k3": ("r1", 10, 12), "k4": ("r2", 0, 10)}
    made = [Claim(i, "", (at,), (), (), (0, 0)) for i, at in rows.items()]
    assert overlaps(made) == {
        "k1": {"k1", "k2"},
        "k2": {"k1", "k2", "k3"},
        "k3": {"k2", "k3"},
        "k4": {"k4"},
    }
