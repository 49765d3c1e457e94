"""The nation before a body's name is part of the name: two coast guards are two bodies, and neither speaks for both."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from told import told

APART = [
    ("The Norwegian Coast Guard (NCG) named a man. The Russian Coast Guard denied that.", "with an acronym"),
    ("The Norwegian coast guard said it was rammed. The Russian Coast Guard said that was a lie.", "in small letters"),
    ("The Turkish Red Crescent sent tents. The Syrian Red Crescent said none had come.", "two Red Crescents"),
    ("The Colombian National Police held two men. The Ecuadorian National Police let them go.", "two national police"),
    (
        "The U.S. Coast Guard said it was unlit. The Canadian Coast Guard said it had lights.",
        "a state and an adjective",
    ),
    ("The Philippine Coast Guard (PCG) lost two men. The China Coast Guard (CCG) said so too.", "a state's bare name"),
    ("The Polish Border Guard held ten people. The Belarusian Border Guard said there were nine.", "two border guards"),
    ("The Norwegian Union of Miners said yes. The Swedish Union of Miners said no.", "a body of another kind"),
    ("The Danish Accident Inquiry Board came. The Norwegian Accident Inquiry Board went.", "two boards"),
    ("The British Labour Party won. The Israeli Labour Party lost.", "two parties"),
]
ONE = [
    ("The Norwegian Coast Guard sent a boat. The NCG said it was late. The Norwegian coast guard left.", 3),
    ("The Norwegian Coast Guard sent a boat. The Coast Guard said it was late.", 2),
    ("The Iraqi Popular Mobilization Forces left. The Popular Mobilization Forces said so.", 2),
    ("The Swedish Union of Miners met on Monday. The Union of Miners said yes.", 2),
]


@pytest.mark.parametrize(("text", "why"), APART, ids=[row[1] for row in APART])
def test_bodies_of_two_nations_are_two(text: str, why: str) -> None:
    named = [m for m in read(text).mentions if m.form == "name" and m.kind == "organisation"]
    full = [m for m in named if " " in text[m.start : m.end]]
    assert len(full) == 2, why
    assert full[0].chain != full[1].chain, why
    acronyms = [m for m in named if m not in full]
    assert all(m.chain == max((f for f in full if f.start < m.start), key=lambda f: f.start).chain for m in acronyms)


@pytest.mark.parametrize(("text", "mentions"), ONE, ids=[row[0] for row in ONE])
def test_a_body_keeps_its_shorter_names(text: str, mentions: int) -> None:
    named = [m for m in read(text).mentions if m.form == "name" and m.kind == "organisation"]
    assert len(named) == mentions
    assert len({m.chain for m in named}) == 1


def test_spokesmen_of_two_nations_are_two_voices() -> None:
    one = told(
        "The Philippine Coast Guard (PCG) said on Monday that its boat had been rammed near the shoal."
        " Philippine coast guard spokesperson Commodore Joel Reyes said that the boat had been rammed.",
        "The Philippine boat had turned, China Coast Guard spokesman Wang Lei said on Monday."
        " The China Coast Guard said that the boat had been rammed by nobody.",
    )
    names = {e.name.title() for e in one.found.entities if "oast" in e.name}
    assert names == {"Philippine Coast Guard", "China Coast Guard"}


def test_a_ministry_in_another_capital_is_another() -> None:
    one = told(
        "The Russian Ministry of Defence said on Monday that no ship was near the port of Karm.",
        "A spokesman for the Ministry of Defence in Berlin said that two sailors had been aboard.",
        "The Ministry of Defence said on Tuesday that no ship was near the port of Karm.",
    )
    names = {e.name for e in one.found.entities if "inistry" in e.name}
    assert names == {"Russian Ministry of Defence", "Ministry of Defence in Berlin"}
