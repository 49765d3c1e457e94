"""One key a voice: what is written is read back, and what one voice said in many reports is one origin of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.origins.tellings import united
from rashomon.records import Origin, Reason, VoiceKey, by_voice, chains

KEYS = [
    ("voice:n-12ab", "voice", "n-12ab", "", "a body or person"),
    ("state:Norvia", "state", "Norvia", "", "a country"),
    ("outlet:Karm Times", "outlet", "Karm Times", "", "who narrates"),
    ("report:r1", "report", "r1", "", "a report whose outlet is not known"),
    ("institution:defence ministry", "institution", "defence ministry", "", "a body known by its office"),
    ("role:outlet:Karm Times:harbour master", "role", "harbour master", "outlet:Karm Times", "a role through a house"),
    ("anonymous:report:r1:diplomat", "anonymous", "diplomat", "report:r1", "an unnamed source through a report"),
    ("unnamed:outlet:Karm Times", "unnamed", "outlet:Karm Times", "", "a source of whom nothing is known"),
    ("role:prime minister of Norvia", "role", "prime minister of Norvia", "", "an office of a state"),
    ("nobody:outlet:Karm Times", "nobody", "outlet:Karm Times", "", "nobody"),
    ("abc", "abc", "", "", "a key of another make stays as it is"),
]


@pytest.mark.parametrize(("written", "kind", "who", "through", "why"), KEYS, ids=[k[-1] for k in KEYS])
def test_a_key_is_read_as_it_was_written(written: str, kind: str, who: str, through: str, why: str) -> None:
    key = VoiceKey.read(written)
    assert (key.kind, key.who, key.through) == (kind, who, through)
    assert str(key) == written


@given(st.sampled_from([k[0] for k in KEYS]))
def test_writing_and_reading_is_one(written: str) -> None:
    assert VoiceKey.read(str(VoiceKey.read(written))) == VoiceKey.read(written)


def test_what_a_key_says_of_its_voice() -> None:
    read = VoiceKey.read
    assert read("outlet:X").narrates
    assert read("report:r1").narrates
    assert not read("voice:n-1").narrates
    assert read("role:outlet:X:mayor").nameless
    assert not read("institution:health ministry").nameless
    assert read("state:Norvia").is_state
    assert not read("nobody:outlet:X").speaks
    assert read("voice:n-1").entity == "n-1"
    assert read("state:Norvia").entity is None


def origin(key: str, *chain: tuple[str, str], certain: bool = True, apart: tuple[str, ...] = ()) -> Origin:
    return Origin("named_person", key, chain, key, certain, Reason.of_text(""), apart)


def test_an_origin_without_a_key_is_known_by_its_name() -> None:
    assert str(VoiceKey.of(Origin("institution", "Pier Board", ()))) == "institution:Pier Board"


# origins of one claim, the chains of the one they become, whether it is sure, why
UNITED = [
    ([origin("voice:a", ("r1", "a1"))], (("r1", "a1"),), True, "one stays one"),
    ([origin("voice:a", ("r1", "a1")), origin("voice:a", ("r2", "e1"), ("r2", "a2"))], (("r1", "a1"), ("r2", "e1"), ("r2", "a2")), True, "two reports: both ways are kept"),
    ([origin("voice:a", ("r1", "a1")), origin("voice:a", ("r1", "a5"))], (("r1", "a1"),), True, "one way a report"),
    ([origin("voice:a", ("r1", "a1"), certain=False), origin("voice:a", ("r2", "a1"))], (("r1", "a1"), ("r2", "a1")), True, "sure where any of them is"),
    ([origin("voice:a", ("r1", "a1"), certain=False), origin("voice:a", ("r2", "a1"), certain=False)], (("r1", "a1"), ("r2", "a1")), False, "unsure twice is unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("origins", "chain", "certain", "why"), UNITED, ids=[u[-1] for u in UNITED])
def test_one_voice_is_one_origin(origins: list[Origin], chain: tuple, certain: bool, why: str) -> None:
    (one,) = united(origins)
    assert one.chain == chain
    assert one.certain is certain
    assert united([one]) == (one,)


def test_who_was_told_apart_stays_told_apart() -> None:
    (one,) = united([origin("voice:a", ("r1", "a1"), apart=("voice:b",)), origin("voice:a", ("r2", "a1"))])
    assert one.apart == ("voice:b",)


def test_nobody_is_no_origin() -> None:
    assert united([origin("nobody:outlet:X", ("r1", "e1"))]) == ()


@given(st.lists(st.builds(origin, st.sampled_from(["voice:a", "voice:b", "outlet:X"]), st.tuples(st.sampled_from("rs"), st.sampled_from(["a1", "a2"])), certain=st.booleans()), max_size=6))  # fmt: skip
def test_every_report_of_a_voice_is_in_its_one_origin(origins: list[Origin]) -> None:
    found = united(origins)
    assert [str(VoiceKey.of(o)) for o in found] == list(by_voice(origins))
    for one in found:
        same = [o for o in origins if o.key == one.key]
        assert {m[0] for m in one.chain} == {m[0] for o in same for m in o.chain}
        assert [len({m[0] for m in chain}) for chain in chains(one)] == [1] * len(chains(one))
