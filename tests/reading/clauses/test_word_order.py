"""What the order of a clause's words tells: a question wherever it is quoted, a condition, a negation by "nor"."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

CASES = [
    # text, words that the clause begins with, how it stands, whether it is negated, why
    ("Ann Holm wrote: “Did the mayor sell the mill?”", "Did", "hypothetical", False, "a question behind a colon"),
    ("The reporter asked, “Should guards shoot at thieves?”", "Should", "hypothetical", False, "and behind who asks it"),
    ("People ask, ‘Should guards shoot at thieves?’, Ann Holm said.", "Should", "hypothetical", False, "in single marks"),
    ("“Is the mill safe?” the union asked.", "“Is", "hypothetical", False, "of how something is"),
    ("The mill burned. Did the guard know of it?", "Did", "hypothetical", False, "a sentence of its own"),
    ("Had the mayor sold the mill, he would be rich.", "Had", "hypothetical", False, "a condition without if"),
    ("Were the mayor to sell the mill, the union would strike.", "Were", "hypothetical", False, "and another"),
    ("Nor did the mayor sell the mill, Ann Holm said.", "did", "asserted", True, "nor turns it"),
    ("The mayor did not call, nor did he write to the union.", "did he", "asserted", True, "and behind a comma"),
    ("Only then did the mayor sell the mill.", "Only", "asserted", False, "led in by another word, it is told"),
    ("Twice had the mayor sold a mill.", "Twice", "asserted", False, "and so"),
    ("Did the mayor sell the mill? He did, Ann Holm said.", "He did", "asserted", False, "the answer is none"),
    ("Do not touch the mill.", "Do not", "asserted", True, "an order is no question"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "begins", "status", "negated", "why"), CASES, ids=[c[-1] for c in CASES])
def test_how_a_clause_stands_by_its_order(text: str, begins: str, status: str, negated: bool, why: str) -> None:
    (reading,) = read([Report("r", text, published="2031-05-05")])
    found = [c for c in reading.clauses if text[c.start : c.end].lstrip("“‘").startswith(begins.lstrip("“‘"))]
    clause = min(found, key=lambda c: c.end - c.start)
    assert (clause.status, clause.negated) == (status, negated), why
