"""What the map knows: the names of places and where they lie; what a story is about is named on it."""

import pytest

from rashomon.web.screens.places import _OTHER_NAMES, Spot, atlas, located, outlines


def test_every_other_name_leads_to_a_place_that_is_known():
    assert [name for name in _OTHER_NAMES if located(name.title()) is None] == []


@pytest.mark.parametrize(
    ("name", "west", "north", "why"),
    [
        ("WASHINGTON", -77, 39, "the seat of government is not the state"),
        ("Washington, D.C.", -77, 39, "the same, written out"),
        ("California", -120, 37, "a state"),
        ("Texas", -99, 31, "a state"),
        ("Georgia", 43.5, 42, "a country goes before a state of its name"),
        ("New York", -74, 41, "the city goes before the state"),
        ("Government of Bahrain", 50.5, 26, "a country too small for an outline"),
        ("Kiev", 30.5, 50.5, "an older spelling"),
        ("Gaza Strip", 34.5, 31.5, "a town for its strip"),
        ("the Netherlands", 5.5, 52, "with its article"),
        ("Ferguson", -90, 39, "a town of 15,000"),
        ("Ramadi", 43, 33.5, "a town of a war"),
        ("Tikrit", 43.5, 34.5, "its name without marks over the letters"),
        ("Zürich", 8.5, 47.5, "a name with them"),
        ("Anbar", 42, 34, "a province"),
        ("Bavaria", 11.5, 49, "a federal state"),
        ("Ontario", -80, 44.5, "a province goes before a small town abroad"),
        ("St. Petersburg", 30.5, 60, "the larger of two, however it is spelt"),
        ("The Hague", 4.5, 52, "an article that is part of its name"),
        ("the Hague", 4.5, 52, "the same, in a sentence"),
        ("Kandahar", 65.5, 31.5, "the town of a province of its name, or that"),
    ],
)
def test_a_place_lies_where_it_is(name, west, north, why):
    point = located(name)
    assert point is not None, why
    assert abs(point[0] / 4 - 180 - west) <= 1.5, why
    assert abs(90 - point[1] / 4 - north) <= 1.5, why


@pytest.mark.parametrize(
    "name",
    [
        "Springfield",
        "Punjab",
        "the Kingdom",
        "West",
        "Middle East",
        "our country",
        "the capital",
        "capital",
        "victoria",
        "",
    ],
)
def test_what_several_places_are_called_or_none_lies_nowhere(name):
    assert located(name) is None


def test_what_is_named_most_is_labelled_though_lesser_dots_crowd_it():
    spots = [Spot("e0", "Orsania", (880, 260), 100)]
    spots += [
        Spot(f"e{dx}.{dy}", f"Hamlet {dx} {dy}", (880 + dx, 260 + dy), 1)
        for dx in range(-16, 17, 4)
        for dy in range(-8, 9, 4)
        if (dx, dy) != (0, 0)
    ]
    assert ">Orsania</text>" in atlas(spots, outlines().rings, lambda e: f"/entities/{e}")
