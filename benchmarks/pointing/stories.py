"""Annotated stories: read once, compared with and without what was pointed at, scored."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rashomon.comparing import Grounds, claims_of, compare, grounds
from rashomon.pointing.page import Page, pages
from rashomon.reading import read
from rashomon.records import Findings, Pointed, Reading, Report
from rashomon.records.interchange import interchange

_KEYS = ("id", "text", "title", "outlet", "url", "published")
Figures = dict[str, dict[str, float | None]]


@dataclass
class AnnotatedStory:
    """One folder of annotated stories."""

    home: Path

    @property
    def name(self) -> str:
        """Give the name of its folder."""
        return self.home.name

    @cached_property
    def gold(self) -> Any:
        """Give what its annotator wrote down."""
        return json.loads((self.home / "gold.json").read_text("utf-8"))

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Give its reports by id."""
        rows = (json.loads(line) for line in (self.home / "reports.jsonl").read_text("utf-8").splitlines() if line)
        return {r["id"]: Report(**{k: r.get(k) for k in _KEYS}) for r in rows}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Give what was read in each."""
        return {r.report: r for r in read(self.reports.values())}

    @cached_property
    def ground(self) -> Grounds:
        """Give what claims are made on."""
        ground = grounds(self.reports.values(), self.readings.values())
        assert ground is not None
        return ground

    @cached_property
    def page(self) -> Page:
        """Give the page that a model is shown."""
        (page,) = pages(self.ground, claims_of(self.ground))
        return page

    def found(self, pointed: Pointed | None = None) -> Findings:
        """Compare, with what was pointed at or without."""
        return compare(self.reports.values(), self.readings.values(), pointed=(pointed,) if pointed else ())

    def score(self, findings: Findings, shared: Path, misses: Path | None = None) -> Figures:
        """Give the figures of the stories' scorer."""
        with tempfile.TemporaryDirectory() as folder:
            found, lines, out = (Path(folder, name) for name in ("found.json", "read.jsonl", "out.json"))
            found.write_text(json.dumps(interchange(findings)), "utf-8")
            lines.write_text("".join(json.dumps(interchange(r)) + "\n" for r in self.readings.values()), "utf-8")
            scorer = shared / "score" / "score_story.py"
            command = [sys.executable, str(scorer), str(self.home), str(found), str(lines), "--json", str(out)]
            done = subprocess.run([*command, "--misses"], check=True, capture_output=True, text=True)
            if misses is not None:
                misses.write_text(done.stdout, "utf-8")
            figures: Figures = json.loads(out.read_text("utf-8"))
            return figures


def annotated(shared: Path) -> list[AnnotatedStory]:
    """Give all annotated stories, by name."""
    return [AnnotatedStory(p.parent) for p in sorted((shared / "stories").glob("*/gold.json"))]


def mean(rows: list[Figures]) -> Figures:
    """Give the mean of each figure over the stories that have it."""
    found: Figures = {}
    for part in rows[0]:
        found[part] = {}
        for key in rows[0][part]:
            have = [v for row in rows if (v := row[part].get(key)) is not None]
            found[part][key] = sum(have) / len(have) if have else None
    return found
