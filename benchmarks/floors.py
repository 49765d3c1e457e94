"""Floors: a figure below its floor, or one measured on other data than the floor was, fails.

`floors.toml` holds, a table a suite: `measured`, the SHA-256 of the files the suite was measured on, and each
figure's floor. Figures of which less is better (errors) have a ceiling instead, named so.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

_FILE = Path(__file__).parent / "floors.toml"
_WRITTEN = Path(__file__).parent / "written"
_MEASURED_ON: dict[str, tuple[str | Path, ...]] = {
    "case": ("seeds", "gold", "score/score_case.py"),
    "attribution": ("data/attribution/polnear_dev.jsonl", "score/score_attribution.py"),
    "times": ("data/time/meantime.jsonl", "score/score_timex.py"),
    "timelines": ("data/time/timelines.jsonl", "data/time/timelines_reports.jsonl"),
    "events_gsr": ("data/events/plover_gsr.jsonl", "score/score_events.py"),
    "events_plv": ("data/events/plv.jsonl", "score/score_events.py"),
    "events_news": ("data/events/cameo_conflibert.jsonl", "score/score_events.py"),
    "events_manual": ("data/events/cameo_manual.jsonl", "score/score_events.py"),
    "names_translit": ("data/names/translit_pairs.jsonl",),
    "names_wikidata": ("data/names/translit_wikidata_pairs.jsonl",),
    "names_bench": ("data/names/name_bench.jsonl",),
    "lineage_reports": ("data/lineage/reports.jsonl", "score/score_lineage.py"),
    "lineage_hard": ("data/lineage/wmt_hard_stories.jsonl", "score/score_lineage.py"),
    "lineage_reuse": ("data/lineage/ecbplus_reuse_pairs.jsonl", "data/stories/ecbplus.jsonl"),
    "stories": ("stories", "score/score_story.py"),
    "written_seen": (_WRITTEN / "seen", "score/score_story.py"),
    "written_unseen": (_WRITTEN / "unseen", "score/score_story.py"),
    "pointing": ("stories", "score/score_story.py"),
    "stories_ecbplus": ("data/stories/ecbplus.jsonl", "score/score_lineage.py"),
    "stories_basil": ("data/stories/basil.jsonl", "score/score_lineage.py"),
    "stories_headlines": ("data/stories/uci_newsagg_999.jsonl", "score/score_lineage.py"),
}


def measured_on(shared: Path, suite: str) -> str:
    """Give the SHA-256 over the files that `suite` is measured on, in a fixed order."""
    digest = hashlib.sha256()
    for name in _MEASURED_ON[suite]:
        path = shared / name
        for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file()):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def floors(shared: Path, suite: str, figures: dict[str, float]) -> list[str]:
    """Give one line for each floor that `figures` of `suite` break; none where all stand."""
    table = tomllib.loads(_FILE.read_text("utf-8")).get(suite)
    if table is None:
        return [f"{suite}: no floors are set"]
    broken = []
    if table["measured"] != measured_on(shared, suite):
        broken.append(f"{suite}: the data or the scorer is not what the floors were measured on")
    for name, floor in table.get("floor", {}).items():
        if figures.get(name, float("-inf")) < floor:
            broken.append(f"{suite}: {name} is {figures.get(name)}, below its floor {floor}")
    for name, ceiling in table.get("ceiling", {}).items():
        if figures.get(name, float("inf")) > ceiling:
            broken.append(f"{suite}: {name} is {figures.get(name)}, above its ceiling {ceiling}")
    return broken
