"""Whose state a body is, and of what sector: the words of its name tell, or nothing does."""

import pytest

from rashomon.exports.states import sector_of, state_of


@pytest.mark.parametrize(
    ("name", "kind", "code", "why"),
    [
        ("Iraqi Foreign Ministry", "organisation", "IRQ", "its people's name"),
        ("Government of Norway", "organisation", "NOR", "the state's own"),
        ("Norway", "place", "NOR", "the state itself"),
        ("Oslo", "place", "NOR", "a seat of government"),
        ("the United Kingdom", "place", "GBR", "an article before it"),
        ("Embassy of Iran in Iraq", "organisation", None, "two states: it is not said whose"),
        ("South Korean Navy", "organisation", "KOR", "the longest name goes first"),
        ("Marta Iran", "person", None, "a person's name tells no state"),
        ("Northern Harbour Board", "organisation", None, "none is named"),
        ("Turkey Hill", "place", None, "a place is the whole of its name"),
        ("iraqi", "group", None, "no name in small letters"),
    ],
)
def test_the_state_of_a_body(name, kind, code, why):
    told = state_of(name, kind)
    assert (told and told.three) == code, why


@pytest.mark.parametrize(
    ("name", "kind", "sector", "why"),
    [
        ("Government of Norway", "organisation", "GOV", "a state's own"),
        ("Ministry of Transport", "organisation", "GOV", "the head before `of`"),
        ("Halden Police", "organisation", "COP", "the last word"),
        ("Orvik Supreme Court", "organisation", "JUD", "the last two words"),
        ("Iraqi Air Force", "organisation", "MIL", "the last two words"),
        ("University of Sund", "organisation", "EDU", "the head before `of`"),
        ("Sund", "place", "", "a place has no sector"),
        ("Northern Wire", "organisation", "", "nothing tells"),
    ],
)
def test_the_sector_of_a_body(name, kind, sector, why):
    assert sector_of(name, kind) == sector, why
