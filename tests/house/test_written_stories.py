"""Stories written for the project: what stands between marks is the text, and every mark is a span of it."""

from pathlib import Path

import pytest
from benchmarks.written import story, written

from repository import ROOT

HEAD = """story: ferry
about: a ferry sinks
voice v1 | institution | Marlo Port Authority | the authority; the port
voice v2 | named_person | Ada Brenn |
fact F1 | event | 3 | 2031-05-12 | 1..2 | The ferry sank.
report r1 | Coast Herald | 2031-05-12 | https://coast.example/a | - | Ferry sinks
"""
MARKS = [
    ("{F1 v1: The ferry sank}.", "The ferry sank.", [("The ferry sank", "says", "v1")], "a clause tells a fact"),
    (
        "{F1 v1, F1 v2 denies: The ferry sank}.",
        "The ferry sank.",
        [("The ferry sank", "says", "v1"), ("The ferry sank", "denies", "v2")],
        "two marks of one clause",
    ),
    (
        "{F1 v2: A ferry, {F1 v1: which sank}, was old}.",
        "A ferry, which sank, was old.",
        [("which sank", "says", "v1"), ("A ferry, which sank, was old", "says", "v2")],
        "one clause within another",
    ),
]
WRONG = [
    ("{F1 v1: The ferry sank.", "not closed", "a mark that nothing ends"),
    ("The ferry sank}.", "marks nothing", "a brace that nothing opens"),
    ("{F2 v1: The ferry sank}.", "not given", "a fact that is not listed"),
    ("{F1 v7: The ferry sank}.", "not given", "a voice that is not listed"),
    ("{D1a: The ferry sank}.", "not given", "a side of no dispute"),
    ("{F1 v1 shouts: The ferry sank}.", "no mark", "a stance that there is not"),
    ("The ferry sank.", "told nowhere", "a fact that no report tells"),
]


@pytest.mark.parametrize(("body", "text", "tellings", "why"), MARKS, ids=[m[-1] for m in MARKS])
def test_a_mark_is_a_span_of_the_text(body: str, text: str, tellings: list[tuple[str, str, str]], why: str) -> None:
    (report,), gold = story(HEAD + body)
    assert report["text"] == text
    (fact,) = gold["facts"]
    assert [(text[t["start"] : t["end"]], t["stance"], t["voice"]) for t in fact["tellings"]] == tellings, why


@pytest.mark.parametrize(("body", "said", "why"), WRONG, ids=[w[-1] for w in WRONG])
def test_what_is_not_understood_is_told(body: str, said: str, why: str) -> None:
    with pytest.raises(ValueError, match=said):
        story(HEAD + body)


@pytest.mark.parametrize("kind", ["seen", "unseen"])
def test_every_story_that_is_kept_is_whole(kind: str, tmp_path: Path) -> None:
    homes = written(kind, tmp_path)
    assert len(homes) == 8
    for file in sorted((ROOT / "benchmarks" / "written" / kind).glob("*.txt")):
        reports, gold = story(file.read_text("utf-8"))
        texts = {r["id"]: r["text"] for r in reports}
        assert len(texts) == len(reports) >= 7, file.stem
        told = [t for f in gold["facts"] for t in f["tellings"]]
        told += [q for d in gold["disputes"] for s in d["sides"] for q in s["quotes"]]
        told += [p for s in gold["series"] for p in s["points"]]
        told += [x[side] for x in gold["apart"] for side in "ab"]
        assert len(told) > 100, file.stem
        assert all(texts[t["report"]][t["start"] : t["end"]] == t["quote"] != "" for t in told), file.stem
