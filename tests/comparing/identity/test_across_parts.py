"""Who is named in several parts of a large case has one id: that of his first place in the earliest reports."""

from __future__ import annotations

import pytest

from rashomon.comparing.identity.across_parts import EARLIEST, by_key, earliest, first_ids
from rashomon.records import Entity, MentionKind
from rashomon.records.keys import name_of_entity

Row = tuple[str, MentionKind, str]

HOLM = ("person", "ann", "holm")
EARLY = {HOLM: "n-holm", ("body", "harbor", "council"): "n-council"}


def entity(name: str, kind: MentionKind, at: str) -> Entity:
    return Entity(f"n-{at}", name, kind, (name,), (("r", at),), ())


# entities of a part as (name, kind, the place that it would be called by); what they are called by; why
PARTS: list[tuple[list[Row], list[str], str]] = [
    ([("Ann Holm", "person", "far")], ["n-holm"], "she bears the name elsewhere"),
    ([("Ann Marie Holm", "person", "holm")], ["n-holm"], "her first place is here, and more of her name"),
    ([("Ann Marie Holm", "person", "far")], [name_of_entity("person", ("ann", "marie", "holm"))], "may be another"),
    ([("Karl Holm", "person", "holm")], [name_of_entity("person", ("karl", "holm"))], "another first name"),
    ([("Lena Abt", "person", "far")], [name_of_entity("person", ("lena", "abt"))], "nobody early bears it"),
    ([("Holm", "person", "here")], ["n-here"], "a surname alone stays with its part"),
    ([("Holm", "person", "holm")], ["n-holm"], "a surname at the first place is whom the early reports know there"),
    (
        [("Ann Holm", "person", "one"), ("Ann Holm", "person", "two")],
        ["n-one", "n-two"],
        "two of one part were told apart",
    ),
    (
        [("Ann Holm", "person", "far"), ("Ann Marie Holm", "person", "holm")],
        ["n-holm", name_of_entity("person", ("ann", "marie", "holm"))],
        "the name itself goes before more of it",
    ),
    ([("Old Harbor Council", "organisation", "council")], [""], "more of a body's name may be another body"),
]


@pytest.mark.parametrize(("rows", "called", "why"), PARTS, ids=[why for *_, why in PARTS])
def test_entities_of_a_part_are_called_by_whom_the_case_knows(rows: list[Row], called: list[str], why: str) -> None:
    found = [e.id for e in by_key([entity(*row) for row in rows], EARLY)]
    if called == [""]:
        assert found[0] not in EARLY.values(), why
    else:
        assert found == called, why


def test_no_two_entities_of_a_part_have_one_id() -> None:
    rows = [entity("Ann Holm", "person", "far"), entity("Holm", "person", "holm"), entity("Holm", "person", "x")]
    ids = [e.id for e in by_key(rows, EARLY)]
    assert ids[0] == "n-holm"
    assert len(set(ids)) == 3


def test_a_name_that_two_bear_tells_nobody() -> None:
    rows = [entity("Ann Holm", "person", "a"), entity("Ann Holm", "person", "b"), entity("Lena Abt", "person", "c")]
    assert first_ids(rows) == {("person", "lena", "abt"): "n-c"}


def test_the_earliest_reports_are_those_of_the_first_days() -> None:
    later = {f"a{n:03}": "2031-05-09" for n in range(EARLIEST - 1)}
    found = earliest({**later, "z": "2031-05-08", "undated": None})
    assert len(found) == EARLIEST
    assert "z" in found
    assert "undated" not in found
