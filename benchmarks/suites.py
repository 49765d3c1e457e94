"""The suites: each reads one development set with the shipped code, asks its scorer, and gives figures by name.

A figure is a number; where more is better it is a share or a percentage as its scorer gives it. Nothing here
knows the gold: the scorers do.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.pointing.replay import pointing
from benchmarks.timelines import timelines
from benchmarks.written import written
from rashomon.comparing import compare
from rashomon.comparing.lineage import lineage
from rashomon.comparing.similarity import SAME_NAME, similarity
from rashomon.comparing.stories import stories
from rashomon.reading import read
from rashomon.records import Findings, Lineage, Publication, Reading, Report
from rashomon.records.interchange import interchange

Figures = dict[str, float]
GOLD_REPORTS = ("000", "001", "003")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _write(path: Path, rows: Iterable[Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def _scored(shared: Path, scorer: str, *arguments: object) -> Any:
    """Run a scorer and give what it wrote as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.json")
        command = [sys.executable, str(shared / "score" / f"{scorer}.py"), *map(str, arguments), "--json", str(out)]
        subprocess.run(command, check=True, capture_output=True, text=True)
        return json.loads(out.read_text("utf-8"))


def case(shared: Path) -> Figures:
    """The three seeds with gold, read and compared as one case (all five are in the case, as a user would)."""
    reports = [Report(p.stem, p.read_bytes().decode()) for p in sorted((shared / "seeds").glob("*.txt"))]
    readings = list(read(reports))
    findings = compare(reports, readings)
    with tempfile.TemporaryDirectory() as folder:
        lines = _write(Path(folder, "readings.jsonl"), map(interchange, readings))
        found = Path(folder, "findings.json")
        found.write_text(json.dumps(interchange(findings)), "utf-8")
        m = _scored(shared, "score_case", shared / "gold", lines, found, "--reports", *GOLD_REPORTS)
    sets = [(k, m["conflicts"][k]) for k in ("strong", "medium", "weak")]
    found_sets = sum(round(v["acc"] * v["n"]) for _, v in sets)
    return {
        "regions F1": m["regions"]["F1"],
        "names F1": m["names"]["F1"],
        "identity B3": m["identity"]["F1"],
        "attributions end to end F1": m["attributions"]["end_to_end"]["F1"],
        "source kind": m["attributions"]["source_kind"]["acc"] or 0.0,
        "events found F1": m["events"]["found"]["F1"],
        "events who": m["events"]["who"]["acc"] or 0.0,
        "events date": m["events"]["date"]["acc"] or 0.0,
        "events modality": m["events"]["modality"]["acc"] or 0.0,
        "times span F1": m["times"]["span"]["F1"],
        "times value": m["times"]["value"]["acc"] or 0.0,
        "published in range": m["times"]["published"]["acc"],
        "original outlet": m["origin"]["acc"],
        "strong conflict sets": m["conflicts"]["strong"]["acc"],
        "all conflict sets": found_sets / sum(v["n"] for _, v in sets),
        "conflict precision": m["conflicts"]["precision"]["acc"] or 0.0,
        "corroborations": m["corroborations"]["recall"]["acc"],
        "traps merged": m["corroborations"]["traps_merged"]["acc"],
        "chronicle B3": m["chronicle"]["F1"],
    }


def attribution(shared: Path) -> Figures:
    """PolNeAR dev, which nests nothing and gives a cue one source: inner rows and joined sources are left out."""
    gold = shared / "data" / "attribution" / "polnear_dev.jsonl"
    readings = read(Report(d["doc_id"], d["text"]) for d in _lines(gold))
    rows = (
        {
            "doc_id": r.report,
            "attributions": [
                {"source": a.source, "cue": a.cue, "content": a.content}
                for a in r.attributions
                if a.nested_in is None and not a.because.by("joined")
            ],
        }
        for r in readings
    )
    with tempfile.TemporaryDirectory() as folder:
        m = _scored(shared, "score_attribution", gold, _write(Path(folder, "pred.jsonl"), rows))["metrics"]
    whole = m["all"]
    figures = {
        "attribution P": 100 * whole["attribution"]["P"],
        "attribution R": 100 * whole["attribution"]["R"],
        "attribution F1": 100 * whole["attribution"]["F1"],
        "source head given match": 100 * whole["source_head|match"],
        "content tokens F1": 100 * m["content_tokens"]["F1"],
        "attributed tokens F1": 100 * m["attributed_tokens"]["F1"],
    }
    return figures | {f"{kind} F1": 100 * m[kind]["attribution"]["F1"] for kind in ("direct", "mixed", "indirect")}


def times(shared: Path) -> Figures:
    """MEANTIME, with each report's date given."""
    gold = shared / "data" / "time" / "meantime.jsonl"
    readings = read(Report(d["doc_id"], d["text"], published=d["dct"]) for d in _lines(gold))
    rows = (
        {
            "doc_id": r.report,
            "timexes": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in r.times],
        }
        for r in readings
    )
    with tempfile.TemporaryDirectory() as folder:
        pred = _write(Path(folder, "pred.jsonl"), rows)
        command = [sys.executable, str(shared / "score" / "score_timex.py"), str(gold), str(pred), "--json"]
        m = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["figures"]
    return {f"{name} F1": m[name]["f1"] for name in ("strict", "relaxed", "value", "day", "interval")}


def _events(name: str) -> Callable[[Path], Figures]:
    def suite(shared: Path) -> Figures:
        gold = shared / "data" / "events" / f"{name}.jsonl"
        readings = read(Report(d["id"], d["text"], published=d.get("date")) for d in _lines(gold))
        with tempfile.TemporaryDirectory() as folder:
            pred = _write(Path(folder, "readings.jsonl"), map(interchange, readings))
            m = _scored(shared, "score_events", gold, pred)
        figures = {
            "type accuracy": m["type"]["accuracy"],
            "type macro-F1": m["type"]["macro_F1"],
            "type-set P": m["type_set"]["P"],
            "type-set F1": m["type_set"]["F1"],
        }
        if m["who"]["share"] is not None:
            figures["type + actor + recipient"] = m["who"]["share"]
        if m["false_events"]["share"] is not None:
            figures["false events"] = m["false_events"]["share"]
        return figures

    suite.__doc__ = f"events/{name}, sentence by sentence."
    return suite


_NOT_BY_SPELLING = frozenset({"alias", "translation", "acronym", "kunya"})


def _names(name: str) -> Callable[[Path], Figures]:
    def suite(shared: Path) -> Figures:
        pairs = _lines(shared / "data" / "names" / f"{name}.jsonl")
        hit = said = true = hard = hard_said = 0
        for p in pairs:
            if p["label"] and p.get("kind") in _NOT_BY_SPELLING:
                continue
            schema = {"Person": "person"}.get(p["schema"], "organisation")
            same = similarity(p["name1"], p["name2"], kind=schema) >= SAME_NAME
            true, said, hit = true + p["label"], said + same, hit + (same and p["label"])
            if not p["label"] and min(len(p["name1"].split()), len(p["name2"].split())) > 1:
                hard, hard_said = hard + 1, hard_said + same
        precision, recall = hit / max(said, 1), hit / max(true, 1)
        return {
            "P": precision,
            "R": recall,
            "F1": 2 * precision * recall / max(precision + recall, 1e-9),
            "full-name negatives accepted": hard_said / max(hard, 1),
        }

    suite.__doc__ = f"names/{name} at the published threshold."
    return suite


def _blank(report: Report) -> Reading:
    return Reading(report.id, Publication(None, "unknown"), "en", None, None, None)


def _texts(rows: list[dict[str, Any]]) -> dict[str, Report]:
    texts = {
        d["id"]: d.get("text") or "\n".join(d.get("segments") or [d.get("title") or d.get("headline") or ""])
        for d in rows
    }
    dates = {d["id"]: d.get("date") or d.get("published") for d in rows}
    return {i: Report(i, text, published=dates[i]) for i, text in texts.items()}


def _lineage(name: str) -> Callable[[Path], Figures]:
    def suite(shared: Path) -> Figures:
        gold = shared / "data" / "lineage" / f"{name}.jsonl"
        reports = _texts(_lines(gold))
        findings = Findings(lineage=lineage(reports, {i: _blank(r) for i, r in reports.items()}))
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder, "findings.json")
            found.write_text(json.dumps(interchange(findings)), "utf-8")
            m = _scored(shared, "score_lineage", gold, found)
        return {
            "pair F1": m["pairs"]["F1"],
            "false relation": m["false_relation"]["share"],
            "exact sources": m["sources"]["exact"],
            "sources MAE": m["sources"]["mae"],
        }

    suite.__doc__ = f"lineage/{name}, texts alone."
    return suite


def reuse(shared: Path) -> Figures:
    """lineage/ecbplus_reuse_pairs, texts alone: natural reuse, each pair by itself and by the roots in one case."""
    pairs = _lines(shared / "data" / "lineage" / "ecbplus_reuse_pairs.jsonl")
    reports = _texts(_lines(shared / "data" / "stories" / "ecbplus.jsonl"))
    readings = {i: _blank(r) for i, r in reports.items()}
    alone = []
    for pair in pairs:
        two = {i: reports[i] for i in sorted((pair["a"], pair["b"]))}
        alone.append(any(row.origin in two for row in lineage(two, readings)))
    roots = _roots(lineage(reports, readings), reports)
    figures: Figures = {}
    for way, said in (("the pair alone", alone), ("by roots", [bool(roots[p["a"]] & roots[p["b"]]) for p in pairs])):
        labelled = [(pair["label"], related) for pair, related in zip(pairs, said, strict=True)]
        witnesses = [related for label, related in labelled if label == "independent"]
        figures |= {
            f"F1 {way}": _f1([x for x in labelled if x[0] in ("derived", "independent")]),
            f"F1 {way}, against shared statements too": _f1([x for x in labelled if x[0] != "partial"]),
            f"F1 {way}, against everything": _f1(labelled),
            f"false relation {way}": sum(witnesses) / max(len(witnesses), 1),
        }
    return figures


def _f1(labelled: list[tuple[str, bool]]) -> float:
    hit = sum(related and label == "derived" for label, related in labelled)
    either = sum(related for _, related in labelled) + sum(label == "derived" for label, _ in labelled)
    return 2 * hit / max(either, 1)


def _roots(rows: Iterable[Lineage], reports: Iterable[str]) -> dict[str, frozenset[str]]:
    """What each report derives from in the end, itself where it derives from nothing; no row closes a circle."""
    known = frozenset(reports)
    parents: dict[str, set[str]] = {i: set() for i in known}
    for row in rows:
        if row.origin in known:
            parents[row.report].add(row.origin)
    found: dict[str, frozenset[str]] = {}

    def of(report: str) -> frozenset[str]:
        if report not in found:
            above = sorted(parents[report])
            found[report] = frozenset[str]().union(*map(of, above)) if above else frozenset((report,))
        return found[report]

    return {i: of(i) for i in sorted(known)}


def _stories(name: str) -> Callable[[Path], Figures]:
    def suite(shared: Path) -> Figures:
        gold = shared / "data" / "stories" / f"{name}.jsonl"
        reports = _texts(_lines(gold))
        found_stories = stories(reports, {i: _blank(r) for i, r in reports.items()}, ())
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder, "findings.json")
            found.write_text(json.dumps(interchange(Findings(stories=found_stories))), "utf-8")
            figures = {"B3": _scored(shared, "score_lineage", gold, found)["stories"]["F1"]}
        together: dict[str, list[str]] = {}
        for row in _lines(gold):
            together.setdefault(str(row["story"]), []).append(row["id"])
        alone = [{i: reports[i] for i in ids} for ids in together.values() if len(ids) >= _MANY]
        whole = [len(stories(some, {i: _blank(r) for i, r in some.items()}, ())) == 1 for some in alone]
        return figures | ({"whole where alone": sum(whole) / len(whole)} if whole else {})

    suite.__doc__ = f"stories/{name}, texts alone; whole is a story of eight reports or more that makes a case."
    return suite


_MANY = 8


def told_stories(shared: Path) -> Figures:
    """Six stories, means; weights were fitted on them: left out, see benchmarks.fit, .fit_disputes and .rank."""
    return _of_stories(shared, sorted(p for p in (shared / "stories").iterdir() if p.is_dir()))


_WRITTEN = {
    "seen": "seen by those who build it: the weights of lines are fitted on them too",
    "unseen": "unseen by those who build it: nothing is fitted on them",
}


def _written(kind: str) -> Callable[[Path], Figures]:
    def suite(shared: Path) -> Figures:
        with tempfile.TemporaryDirectory() as folder:
            return _of_stories(shared, written(kind, Path(folder)))

    suite.__doc__ = f"Eight stories written for this project, {_WRITTEN[kind]}; means."
    return suite


def _of_stories(shared: Path, homes: Iterable[Path]) -> Figures:
    scored = []
    for folder in homes:
        rows = _lines(folder / "reports.jsonl")
        reports = [
            Report(row["id"], row["text"], row.get("title"), row.get("outlet"), row.get("url"), row.get("published"))
            for row in rows
        ]
        readings = list(read(reports))
        with tempfile.TemporaryDirectory() as out:
            found = Path(out, "findings.json")
            found.write_text(json.dumps(interchange(compare(reports, readings))), "utf-8")
            told = _write(Path(out, "readings.jsonl"), map(interchange, readings))
            scored.append(_scored(shared, "score_story", folder, found, told))
    figures: Figures = {}
    for part, names in _OF_STORIES.items():
        for name in names:
            held = [m[part][name] for m in scored if m[part][name] is not None]
            if held:
                figures[f"{part} {name}"] = sum(held) / len(held)
    return figures


_OF_STORIES = {
    "lines": ("good", "mixed", "key", "twice", "hanging"),
    "facts": ("F1", "P", "stance"),
    "apart": ("merged",),
    "origins": ("inside", "inflated"),
    "dates": ("right", "after"),
    "speakers": ("right", "extra"),
    "stances": ("silent_false",),
    "disputes": ("top5", "lead", "recall", "strong", "closed"),
    "series": ("held",),
    "lineage": ("right", "false"),
    "entities": ("P", "R"),
    "debris": ("lines", "marked"),
}
"""Part of the scorer's answer → the figures of it that are told."""


SUITES: dict[str, Callable[[Path], Figures]] = {
    "case": case,
    "attribution": attribution,
    "times": times,
    "timelines": timelines,
    "events_gsr": _events("plover_gsr"),
    "events_plv": _events("plv"),
    "events_news": _events("cameo_conflibert"),
    "events_manual": _events("cameo_manual"),
    "names_translit": _names("translit_pairs"),
    "names_wikidata": _names("translit_wikidata_pairs"),
    "names_bench": _names("name_bench"),
    "lineage_reports": _lineage("reports"),
    "lineage_hard": _lineage("wmt_hard_stories"),
    "lineage_reuse": reuse,
    "stories": told_stories,
    "written_seen": _written("seen"),
    "written_unseen": _written("unseen"),
    "pointing": pointing,
    "stories_ecbplus": _stories("ecbplus"),
    "stories_basil": _stories("basil"),
    "stories_headlines": _stories("uci_newsagg_999"),
}
"""Suite name → what runs it, given the folder of the development sets."""
