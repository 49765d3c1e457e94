"""Pages of six frames in four batches, each written with what it must tell before it was read: title, outlet, writers, day.

`fresh_pages.jsonl` holds them whole. Where something is still `missed`, nothing wrong is told in its place, but once.
"""

import json
from pathlib import Path

import pytest

from rashomon.intake.pages import pages

ROWS = [json.loads(line) for line in Path(__file__).with_name("fresh_pages.jsonl").read_text("utf-8").splitlines()]
WRONG = "d29 holiday"
"""The name of a feast, with a particle in it as names of persons have."""
GUESTS = ("Fremda Gast", "Otto Wildfremd", "Gunda Andersher")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_page_tells_its_own(row):
    found = pages(row["page"].encode(), row["url"])
    told, meant = (found.get("author", ""), found.get("published", "")[:10]), (row["author"], row["day"])
    if row.get("missed"):
        assert row["name"] == WRONG or all(one in ("", own) for one, own in zip(told, meant, strict=True))
    else:
        assert told == meant
    assert (found["title"], found["outlet"]) == (row["title"], row["outlet"])
    assert found.get("partial") or not row.get("partial")
    assert not any(guest in str(found) for guest in GUESTS), "another article's writer"


def test_nearly_all_is_told():
    assert sum("missed" in row for row in ROWS) <= 0.06 * len(ROWS)
