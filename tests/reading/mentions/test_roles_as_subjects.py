"""A role with a name set beside it is that person: who he is in a clause, and whom the next "he" means."""

from __future__ import annotations

import pytest

from rashomon.reading import read

SUBJECTS = [
    ("The mayor of Karm, Ali Mossa, told the radio that the road was closed.", "Ali Mossa", "beside what he is of"),
    ("Norway's prime minister, Jens Vik, rejected the report.", "Jens Vik", "beside a role that a state owns"),
    ("Its chief engineer, Ivan Mott, resigned on Sunday.", "Ivan Mott", "beside a role that a thing owns"),
    ("A spokesman for the union, Peter Holm, repeated that no offer had come.", "Peter Holm", "beside an indefinite"),
    ("The party's treasurer, Marta Soler, paid the bill in May.", "Marta Soler", "a name like a place's"),
    ("The party's spokesman, Col-Maj Issa Kone, said 19 men were killed.", "Issa Kone", "with a rank"),
]
MEANT = [
    (
        (
            "Its spokesman, Paul Keita, said that the people were liars.\n\n"
            "But the mayor of Karm, Ali Mossa, told the radio that the prefect knew.\n\n“I signed it,” he said."
        ),
        "Ali Mossa",
        "the mayor of a place",
    ),
    (
        "Karl Berg said the dam was safe. Its chief engineer, Ivan Mott, resigned on Sunday. He said it had leaked.",
        "Ivan Mott",
        "a role that a thing owns",
    ),
    (
        (
            "Ella Batis, 71, has not wiped her table. She wants it tested.\n\nOn Friday Elm's chief executive, Kristin Boyd,"
            " resigned. In a letter to staff, she wrote that she had relied on bad information."
        ),
        "Kristin Boyd",
        "the one whom the paragraph tells of",
    ),
    (
        (
            "Omar Farouk said the talks had failed. A spokesman for the union, Peter Holm, repeated that no offer had come."
            " He said they were ghosts."
        ),
        "Peter Holm",
        "a spokesman for a body",
    ),
]
RANKS = [
    "Commo. Jay Reyes said so.",
    "Cmdr. Jay Reyes said so.",
    "Col-Maj Jay Reyes said so.",
    "Brig-Gen Jay Reyes said so.",
    "Wing Cdr Jay Reyes said so.",
    "Lt Col Jay Reyes said so.",
]


@pytest.mark.parametrize(("text", "who", "why"), SUBJECTS, ids=[row[2] for row in SUBJECTS])
def test_the_name_beside_a_role_is_the_subject(text: str, who: str, why: str) -> None:
    reading = read(text)
    chain = {m.id: m.chain for m in reading.mentions}
    name = {c.id: c.name for c in reading.chains}
    subject = next(a for a in reading.clauses[0].arguments if a.role == "subject")
    assert subject.mention is not None, why
    assert name[chain[subject.mention]] == who, why


@pytest.mark.parametrize(("text", "who", "why"), MEANT, ids=[row[2] for row in MEANT])
def test_the_next_pronoun_is_the_person_of_the_role(text: str, who: str, why: str) -> None:
    reading = read(text)
    chain = {m.id: m.chain for m in reading.mentions}
    name = {c.id: c.name for c in reading.chains}
    last = reading.attributions[-1]
    assert last.source_mention is not None, why
    assert name[chain[last.source_mention]] == who, why


@pytest.mark.parametrize("text", RANKS)
def test_a_rank_is_no_part_of_a_name(text: str) -> None:
    assert [(c.name, c.kind) for c in read(text).chains] == [("Jay Reyes", "person")]


OFFICES = [
    ("Salem Ghar, 61, was head of the Libyan army until 2022, when he fell out with it.", False, "until a year"),
    ("Salem Ghar was Libya's defence minister from 2019 to 2022.", False, "from a year to another"),
    ("Salem Ghar, who served as head of the Libyan army between 2010 and 2014, said no.", False, "between two years"),
    ("Salem Ghar, who was Libya's defence minister until 2022, rejected it.", False, "in a relative clause"),
    ("Salem Ghar is head of the Libyan army.", True, "now"),
    ("Salem Ghar, who is Libya's defence minister, rejected it.", True, "now, in a relative clause"),
    ("Salem Ghar was Libya's defence minister.", True, "no end is told"),
]


@pytest.mark.parametrize(("text", "holds", "why"), OFFICES, ids=[row[2] for row in OFFICES])
def test_an_office_that_has_ended_is_no_role(text: str, holds: bool, why: str) -> None:
    roles = next(c.roles for c in read(text).chains if "Ghar" in c.name)
    assert any("head" in role or "minister" in role for role in roles) == holds, why
