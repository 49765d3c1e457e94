"""A file of ours, whichever it is: annotations, findings, or lines of reports, readings or judgements.

What is read back is rows as they were written, none of them checked against a case yet; what is wrong with a file that
was changed or is not ours is told with its place in it. The words of every selector must stand where it says; the order
of annotations does not matter: a row tells its place in its layer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rashomon.case import restore
from rashomon.case.corrections import from_lines
from rashomon.exports.annotations import LAYERS, name
from rashomon.records import Findings, Judgement, Reading, Report


class ReturnError(ValueError):
    """A file cannot be read back; nothing of it is kept. The message names the file and the row."""


@dataclass(slots=True)
class Returned:
    """What files of ours held.

    `readings` come with the reader that made each, "" where the file does not say; `ways` are report, input, digest
    and time.
    """

    reports: list[Report] = field(default_factory=list)
    readings: list[tuple[Reading, str]] = field(default_factory=list)
    findings: Findings | None = None
    judgements: list[Judgement] = field(default_factory=list)
    ways: list[tuple[str, ...]] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)
    known: str | None = None


_FINDINGS = ("entities", "lineage", "stories", "claims", "conflicts", "chronicle", "series")
_Row = dict[str, Any]


def from_annotations(collection: Mapping[str, Any]) -> Returned:
    """Give the rows of a collection. Raises ReturnError where an annotation is not one that we make."""
    page = collection.get("first")
    items = page.get("items") if isinstance(page, dict) else collection.get("items")
    if not isinstance(items, list):
        raise ReturnError("a collection without the annotations of its first page")
    found = _Found()
    for number, item in enumerate(items, 1):
        try:
            found.take(item)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ReturnError(f"annotation {number}: {error}") from error
    found.check(items)
    return found.whole()


class _Found:
    def __init__(self) -> None:
        self._returned = Returned()
        self._texts: dict[str, str] = {}
        self._readings: dict[str, tuple[_Row, str, _Row]] = {}
        self._layers: dict[tuple[str, str], list[tuple[int, Any]]] = {}
        self._rows: dict[str, list[tuple[int, Any]]] = {kind: [] for kind in _FINDINGS}

    def take(self, item: Any) -> None:
        """Take one annotation."""
        bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
        (body,) = [b for b in bodies if b.get("type") == "Dataset"]
        kind, row = body["kind"], body["row"]
        if kind == "report":
            (text,) = [b["value"] for b in bodies if b.get("type") == "TextualBody"]
            report = restore(Report, {**row, "text": text})
            self._texts[name("report-text", report.id)] = report.text
            self._returned.reports.append(report)
            self._returned.ways += [(report.id, *map(str, way)) for way in body.get("ways", ()) if len(way) == 3]
        elif kind == "reading":
            self._readings[row["report"]] = (row, body["reader"], body.get("machine") or {})
        elif kind in LAYERS:
            self._layers.setdefault((body["report"], kind), []).append((body["position"], row))
        elif kind in _FINDINGS:
            self._rows[kind].append((body["position"], row))
        else:
            self._said(kind, row)

    def _said(self, kind: str, row: Any) -> None:
        """What people, models and the user's own lists told, and what was left out."""
        if kind == "judgement":
            from json import dumps

            self._returned.judgements += from_lines([dumps(row)])
        elif kind == "refusal":
            self._returned.refusals.append({str(k): str(v) for k, v in row.items()})
        elif kind == "known":
            self._returned.known = str(row["lines"])
        else:
            raise ReturnError(f"{kind!r:.40} is no kind of row")

    def check(self, items: list[Any]) -> None:
        """Raise ReturnError where a selector quotes other words than the report has there."""
        for item in items:
            targets = item.get("target", [])
            for target in targets if isinstance(targets, list) else [targets]:
                if isinstance(target, dict) and target.get("source") in self._texts:
                    try:
                        self._anchored(str(item.get("id")), self._texts[target["source"]], target.get("selector"))
                    except (TypeError, KeyError, AttributeError, OverflowError) as error:
                        raise ReturnError(f"{item.get('id')!s:.80}: its selector makes no sense ({error})") from error

    @staticmethod
    def _anchored(id_: str, text: str, selector: Any) -> None:
        told = {s["type"]: s for s in selector if isinstance(s, dict) and "type" in s} if selector else {}
        at, quote = told.get("TextPositionSelector"), told.get("TextQuoteSelector")
        if at and quote and "judgement" not in id_ and text[at["start"] : at["end"]] != quote["exact"]:
            raise ReturnError(f"{id_}: the report does not say {quote['exact']!r:.60} at {at['start']}")

    def whole(self) -> Returned:
        """Give everything that was taken."""
        for report, (row, reader, machine) in self._readings.items():
            layers = {layer: _in_order(self._layers.get((report, layer), [])) for layer in LAYERS}
            self._returned.readings.append((_made(Reading, {**row, **layers, **machine}), reader))
        self._returned.findings = _made(Findings, {kind: _in_order(rows) for kind, rows in self._rows.items()})
        return self._returned


def _made(kind: Any, row: Any) -> Any:
    try:
        return restore(kind, row)
    except ValueError as error:
        raise ReturnError(str(error)) from error


def _in_order(rows: list[tuple[int, Any]]) -> list[Any]:
    return [row for _, row in sorted(rows, key=lambda r: r[0])]


_OURS = "annotations, or reports, readings, findings, corrections"
_FOREIGN = f"is none of the files that come back; give what rashomon wrote: {_OURS}"


def from_file(path: Path) -> Returned:
    """Give what a file holds, told by its content and not by its name.

    Raises ReturnError, naming the file and the line, where it is none of ours or was changed into nonsense, and
    OSError where it cannot be read.
    """
    try:
        return _told(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReturnError(f"{path}: is not UTF-8") from error
    except ReturnError as error:
        raise ReturnError(f"{path}: {error}") from error


def _told(text: str) -> Returned:
    whole = _json(text)
    if isinstance(whole, dict):
        if whole.get("type") in ("AnnotationCollection", "AnnotationPage"):
            return from_annotations(whole)
        if "claims" in whole and "entities" in whole:
            try:
                return Returned(findings=restore(Findings, whole))
            except (ValueError, RecursionError) as error:
                raise ReturnError(str(error)) from error
    if whole is not None and "\n" in text.strip():  # one document over several lines, and not of the above
        raise ReturnError(_FOREIGN)
    returned = Returned()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                _line(returned, line)
            except json.JSONDecodeError as error:
                raise ReturnError(
                    f"line {number} is no JSON ({error.msg}); give what rashomon wrote: {_OURS}"
                ) from error
            except (ValueError, RecursionError) as error:
                raise ReturnError(f"line {number}: {error}") from error
    return returned


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _line(returned: Returned, line: str) -> None:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ReturnError("is no object")
    if "sides" in row:
        returned.judgements += from_lines([line])
    elif "mentions" in row and "report" in row:
        machine = row.get("machine") or {}  # corrections are laid over it anew
        returned.readings.append((restore(Reading, {**row, **machine}), str(row.get("reader") or "")))
    elif "text" in row and "id" in row:
        returned.reports.append(restore(Report, row))
    else:
        raise ReturnError(_FOREIGN)
