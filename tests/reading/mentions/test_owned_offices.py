"""An office that every state has is that of the state whose name stands before it: two states' offices are two."""

from __future__ import annotations

import pytest

from mentioned import nlp
from told import told

# text, one phrase, another phrase (its last place), whether they are one, why
PAIRS = [
    ("Norway's Foreign Ministry said no. The Swedish foreign ministry agreed.", "Foreign Ministry", "Swedish foreign ministry", False, "a state's name and another's adjective"),
    ("Norway's Foreign Ministry said no. Sweden's Foreign Ministry agreed.", "Foreign Ministry", "Foreign Ministry", False, "two states' names"),
    ("Norway's Ministry of Health said no. Sweden's Ministry of Health agreed.", "Ministry of Health", "Ministry of Health", False, "with the matter behind it"),
    ("Norway's Foreign Ministry said no. The Norwegian foreign ministry agreed.", "Foreign Ministry", "Norwegian foreign ministry", True, "one state's name and adjective"),
    ("Norway's Foreign Ministry said no. The Foreign Ministry agreed.", "Foreign Ministry", "Foreign Ministry", True, "later without its state"),
    ("Norway's Foreign Ministry said no. Sweden's Foreign Ministry agreed. The Foreign Ministry left.", "Foreign Ministry", "Foreign Ministry", False, "whose, is not told"),
    ("South Korea's Foreign Ministry said no. North Korea's Foreign Ministry agreed.", "Foreign Ministry", "Foreign Ministry", False, "states of two words"),
    ("South Korea's Foreign Ministry said no. The Foreign Ministry agreed.", "Foreign Ministry", "Foreign Ministry", True, "a state of two words, later without it"),
    ("China's Huawei said no. Huawei agreed.", "Huawei", "Huawei", True, "a company of a state is no office"),
    ("Norway's Foreign Ministry said no. The ministry agreed.", "Foreign Ministry", "The ministry", True, "by its noun"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "same"), [p[:4] for p in PAIRS], ids=[p[-1] for p in PAIRS])
def test_whose_office(text: str, one: str, other: str, same: bool) -> None:
    doc = nlp()(text)

    def chain(at: int, phrase: str) -> str | None:
        return next((m.chain for m in doc._.rashomon_mentions if (m.start, m.end) == (at, at + len(phrase))), None)

    first, second = chain(text.index(one), one), chain(text.rindex(other), other)
    assert first is not None
    assert second is not None
    assert (first == second) is same


def test_a_chain_is_named_with_its_state() -> None:
    chains = nlp()("Norway's Foreign Ministry said no.")._.rashomon_chains
    assert "Norway's Foreign Ministry" in {c.name for c in chains}


def test_two_states_offices_are_two_over_reports() -> None:
    found = told(
        "Norway's Foreign Ministry said the strait was open on Monday.",
        "The Swedish foreign ministry said the strait was shut on Monday.",
        "The Norwegian foreign ministry said the pilots were free on Monday.",
    ).found
    named = [e for e in found.entities if "oreign" in e.name]
    assert len(named) == 2
    assert sorted(len({r for r, _ in e.mentions}) for e in named) == [1, 2]
