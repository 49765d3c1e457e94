"""What a report tells is not gone through again for each thing that it tells: counted at a length and at four times it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from rashomon.comparing import compare
from rashomon.comparing.beginnings import Beginnings
from rashomon.reading import read
from rashomon.records import Reading, Report

UNITS = [
    ("he said that ", "one statement in another"),
    ("The Ministry denied it. ", "denials that only point"),
    ("A spokesman said it burned. ", "a source without a name"),
    ("A lawyer for Ann Berg, Karl Holm, said no. ", "a name beside a role"),
    ("Reuters reported, citing officials, that ", "an outlet and whom it cites"),
    ("She told him that he lied. ", "somebody told"),
    ("The agency put the toll at 31. ", "who counts"),
    ("Berg, who denied it, left. ", "told in a clause that hangs there"),
]


class Looked(tuple[Any, ...]):
    """Rows that count how often one is looked at."""

    times = 0

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            Looked.times += 1
            yield one


def _counted(reading: Reading) -> Reading:
    rows = {f.name: getattr(reading, f.name) for f in fields(reading)}
    return replace(reading, **{name: Looked(row) for name, row in rows.items() if isinstance(row, tuple)})


@pytest.mark.parametrize(("unit", "why"), UNITS, ids=[w for _, w in UNITS])
def test_four_times_the_text_is_looked_at_little_more_than_four_times(unit: str, why: str) -> None:
    looked = []
    for times in (40, 160):
        reports = [Report("a", unit * times, outlet="A", published="2031-05-05")]
        readings = [_counted(reading) for reading in read(reports)]
        Looked.times = 0
        compare(reports, readings)
        looked.append(Looked.times)
    assert looked[1] <= 5 * looked[0] + 500, (looked, why)


def test_rows_are_found_by_where_they_begin() -> None:
    rows = Beginnings([([9], "b"), ([4, 5], "a"), ([12], "c"), ([], "nowhere")])
    assert rows.within((4, 12)) == ["b", "a"]
    assert rows.within((5, 6), (12, 13)) == ["a", "c"]
    assert rows.within((6, 9), (13, 99)) == rows.within() == []
