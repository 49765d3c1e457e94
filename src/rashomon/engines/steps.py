"""What is done to a case beside the pages, one function a work; each opens the case anew."""

from __future__ import annotations

from pathlib import Path

from rashomon.case import Case
from rashomon.engines.beside import Tell
from rashomon.engines.changes import Change, changes
from rashomon.engines.compare_again import compare_again
from rashomon.engines.correct import preview
from rashomon.records import Judgement


def compared(tell: Tell, path: Path) -> tuple[Change, ...]:
    """Bring the findings up to date; give what changed in them."""
    with Case(path) as case:
        before = case.findings.get()
        compare_again(case, lambda: tell("comparing", 0, len(case.readings)))
        return changes(before, case.findings.get())


def previewed(tell: Tell, path: Path, judgement: Judgement) -> tuple[Change, ...]:
    """Give what a judgement would change, and change nothing."""
    with Case(path, read_only=True) as case:
        tell("comparing", 0, len(case.readings))
        return preview(case, judgement)
