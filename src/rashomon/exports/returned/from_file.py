"""A file of ours, whichever it is: annotations, findings, or lines of reports, readings or judgements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rashomon.case import restore
from rashomon.case.corrections import from_lines
from rashomon.exports.returned.from_annotations import from_annotations
from rashomon.exports.returned.return_error import ReturnError
from rashomon.exports.returned.returned import Returned
from rashomon.records import Findings, Reading, Report

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
