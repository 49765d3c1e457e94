"""Which entities bear a name under which another desk's program may keep them."""

from __future__ import annotations

import pytest

from rashomon.exports.followthemoney import proper_name
from rashomon.records import Entity

CASES = [
    ("Marta Olin", ("Marta Olin",), "Marta Olin", "a name"),
    ("The Lanse Courier", ("Lanse Courier",), "Lanse Courier", "without its article"),
    ("the Lanse Courier", ("the Lanse Courier",), "Lanse Courier", "without its small article"),
    ("al-Karim", ("al-Karim",), "al-Karim", "a particle that is part of the name"),
    ("van der Holt", ("van der Holt",), "van der Holt", "particles before a name"),
    ("50 people", (), "", "a number of people"),
    ("50 People", ("50 People",), "", "a number, taken for a name"),
    ("Two Norrans", ("Two Norrans",), "", "a number in words"),
    ("Dozens of Norrans", ("Dozens of Norrans",), "", "many"),
    ("both sides", (), "", "only described"),
    ("Both Houses", ("Both Houses",), "", "how many of them"),
    ("harbour police", ("harbour police",), "", "written small throughout"),
    ("crew of the Mera", ("crew of the Mera",), "", "described by a name"),
    ("The", ("The",), "", "nothing but an article"),
    ("Norran navy", ("Norran navy",), "Norran navy", "a body called by its state"),
]


@pytest.mark.parametrize(("name", "names", "wanted", "why"), CASES, ids=[c[-1] for c in CASES])
def test_what_is_entered_under_a_name_has_one(name: str, names: tuple[str, ...], wanted: str, why: str) -> None:
    assert proper_name(Entity("n-1", name, "group", names, ())) == wanted, why
