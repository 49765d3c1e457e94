"""Recorded answers of readers, replayed without a model: what pointing gives on the annotated stories."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.pointing.stories import annotated, mean
from rashomon.pointing.answer import PARTS, Answer, answer, resolved
from rashomon.pointing.page import Page

ANSWERS = Path(__file__).parent / "answers"
"""Numbers and labels alone: STORY.json the answers, STORY.numbers.json what their numbers stand for."""

NUMBERS = ("clauses", "figures", "values", "voices", "reports")
"""What of a page is kept with recorded answers: none of its words."""

SHOWN = {
    "lines": ("good", "mixed", "key"),
    "facts": ("P", "R", "F1", "stance"),
    "origins": ("inside", "inflated"),
    "speakers": ("right", "extra"),
    "disputes": ("precision", "top5", "strong", "recall", "closed"),
    "series": ("held",),
    "dates": ("right",),
    "apart": ("merged",),
}


def pointing(shared: Path) -> dict[str, float]:
    """The annotated stories with recorded answers of readers who had not seen the annotation."""
    rows = []
    for story in annotated(shared):
        numbers = page_of(ANSWERS / f"{story.name}.numbers.json")
        checked = answered(ANSWERS / f"{story.name}.json", numbers)
        rows.append(story.score(story.found(resolved(checked.parts, numbers, "a reader")), shared))
    whole = mean(rows)
    return {f"{part} {k}": v for part, keys in SHOWN.items() for k in keys if (v := whole[part][k]) is not None}


def answered(path: Path, page: Page) -> Answer:
    """Give the checked answer of a file; a question that was not asked then is not missing."""
    said = path.read_text("utf-8")
    return answer(said, page, [part for part in PARTS if part in json.loads(said)])


def page_of(path: Path) -> Page:
    """Give what the numbers of recorded answers stand for; its text is not kept."""
    told: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    clauses, figures, voices = (tuple(tuple(row) for row in told[k]) for k in ("clauses", "figures", "voices"))
    return Page("", "", clauses, figures, tuple(told["values"]), voices, tuple(told["reports"]))
