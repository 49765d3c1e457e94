"""JSON lines to reports, one at a time, so that the size of the whole is not bounded; each bad line is told alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.intake.found import Found
from rashomon.intake.limits import Limits
from rashomon.intake.rows import rows
from rashomon.intake.source import Source
from rashomon.records import Refusal


def lines(source: Source, limits: Limits) -> Iterator[Found | Refusal]:
    """Give what each line holds; a line that is too long is skipped whole."""
    number, held = 0, 0
    while line := source.file.readline(limits.max_bytes + 1):
        number += 1
        whole = line
        while not whole.endswith(b"\n") and (more := source.file.readline(limits.max_bytes)):
            whole = more
        if line.strip():
            held += 1
            yield _line(line, f"{source.stem}-{number}", f"{source.given}:{number}", limits)
    if not held:
        yield Refusal(source.given, "is empty", "give a file that holds a report")


def _line(line: bytes, stem: str, given: str, limits: Limits) -> Found | Refusal:
    if len(line) > limits.max_bytes:
        reason = f"is larger than {limits.max_bytes:,} bytes"
        return Refusal(given, reason, "split it into reports, or raise max_bytes")
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Refusal(given, f"is not UTF-8 (byte {error.start} of the line)", "write JSONL in UTF-8")
    except (ValueError, RecursionError) as error:
        return Refusal(given, f"is no JSON: {str(error).splitlines()[0]}", "write one whole JSON object on each line")
    if not isinstance(record, dict):
        return Refusal(given, "is JSON but no object", 'write {"text": "..."} on each line')
    try:
        fields = rows(record)
    except ValueError as error:
        return Refusal(given, str(error), "see the fields that a report may have in docs/inputs.md")
    return Found(fields, line, stem, given)
