"""In a large story every telling word is common: what many say must still meet, and a lone denial still clash."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Findings, Report

_TOLD = "Mara Quill said that the harbour bridge collapsed under a loaded grain train."
_DENIED = "Owen Pike denied that the harbour bridge collapsed under a loaded grain train."


def _story(reports: int) -> Findings:
    told = [
        Report(f"r{n:04}", _DENIED if n == reports - 1 else _TOLD, outlet=f"Paper {n}", published="2031-05-02")
        for n in range(reports)
    ]
    return compare(told, read(told))


@pytest.mark.parametrize("reports", [3, 30, 150])
def test_one_statement_is_one_claim_and_a_lone_denial_is_found_however_many_carry_it(reports: int) -> None:
    found = _story(reports)
    most = max(found.claims, key=lambda c: len(c.tellings))
    assert {t.report for t in most.tellings if t.stance == "says"} == {f"r{n:04}" for n in range(reports - 1)}
    assert most.independent_origins == (1, 1)
    assert [x.kind for x in found.conflicts] == ["denial"]
    assert len(found.chronicle) <= 3
