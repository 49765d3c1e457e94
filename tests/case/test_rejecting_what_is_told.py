"""A claim or a line that a person rejects is gone, and a note about it is shown, whatever it rests on."""

import pytest
from click.testing import CliRunner

from rashomon.case import Case, judge
from rashomon.case.corrections import from_lines, to_lines
from rashomon.cli import main
from rashomon.engines import correct
from rashomon.exports import account

TEXT = (
    "Four men attacked a warehouse in Tarn on Monday, the fire brigade said. "
    "Smoke hung over the harbour of Tarn until Tuesday evening. "
    "Mayor Ilse Brandt called for patience and said the schools would stay open. "
    "At least four people were hurt, the hospital said.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tarn")
    (folder / "a.txt").write_text(TEXT)
    done = CliRunner().invoke(
        main, ["build", str(folder / "a.case"), str(folder / "a.txt"), "--published", "2031-05-06"]
    )
    assert done.exit_code == 0, done.output
    return (folder / "a.case").read_bytes()


@pytest.fixture
def case(built, tmp_path):
    (tmp_path / "a.case").write_bytes(built)
    with Case(tmp_path / "a.case") as held:
        yield held


def claim(case, words):
    (one,) = [c for c in case.findings.get().claims if c.text.startswith(words)]
    return one


def line(case, words):
    (one,) = [e for e in case.findings.get().chronicle if e.title.startswith(words)]
    return one


def beginnings(case):
    found = case.findings.get()
    return [c.text for c in found.claims] + [e.title for e in found.chronicle]


TOLD = [
    (line, "Four men attacked", "a line about an event"),
    (line, "Smoke hung", "a line about what nobody is said to say"),
    (line, "Mayor Ilse Brandt called", "a line about what its speaker does by saying it"),
    (line, "At least four people", "a line about a figure that somebody gives"),
    (claim, "Smoke hung", "a claim that nobody is said to make"),
    (claim, "the schools would stay", "a claim that somebody makes"),
]


@pytest.mark.parametrize(("one", "words", "why"), TOLD, ids=[why for *_, why in TOLD])
def test_what_is_rejected_is_gone_and_comes_back_undone(case, one, words, why):
    before = case.findings.get()
    rejected = judge(case, "reject", [one(case, words).id], because="it is not so", who="A.")
    assert correct(case, [rejected]).changes
    assert not [told for told in beginnings(case) if told.startswith(words)]
    assert [c.state for c in case.corrections.standing()] == ["applied"]
    assert from_lines(to_lines([rejected]).splitlines()) == [rejected]
    correct(case, [judge(case, "undo", [rejected.id], because="it is", who="A.")])
    assert case.findings.get() == before


def test_who_said_what_is_rejected_still_said_the_rest(case):
    correct(case, [judge(case, "reject", [line(case, "Mayor Ilse Brandt").id], because="she did not", who="A.")])
    assert [o.name for o in claim(case, "the schools would stay").origins] == ["Ilse Brandt"]


def test_a_note_about_what_nobody_is_said_to_say_is_shown_there(case):
    correct(case, [judge(case, "note", [line(case, "Smoke").id], because="look", who="A.", value="ask the brigade")])
    marked = {w.title: w.corrections for chapter in account(case).chapters for w in chapter.lines if w.corrections}
    assert [title[:5] for title in marked] == ["Smoke"]
    assert "ask the brigade" in str(marked)
