"""Judgements as JSON lines: what one analyst wrote out, another takes in, and nothing is lost or told twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import get_args

from rashomon.case.corrections.judge import identified, is_date
from rashomon.case.restore import restore
from rashomon.records import Judgement, JudgementKind

_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Signs that some programs take for the end of a line."""
_VALUED = ("rename", "re-date", "re-attribute")
_SIDES: dict[str, int] = {"merge": 2, "split": 2, "same-source": 2, "not-same-source": 2, "undo": 0}
"""Sides that a judgement of a kind has at least, where not one."""


def to_lines(judgements: Iterable[Judgement]) -> str:
    """Give one line of JSON a judgement, in the order of their time."""
    told = sorted(judgements, key=lambda j: (j.when, j.id))
    return "".join(_LINE_ENDS.sub(_escape, json.dumps(asdict(j), ensure_ascii=False)) + "\n" for j in told)


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign.group()):04x}"


def from_lines(lines: Iterable[str]) -> list[Judgement]:
    """Read judgements, one a line, empty lines passed over.

    Raises ValueError, with the line's number, where a line is no judgement, or is one that was changed since it was
    made: its id is the digest of the rest.
    """
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(sound(restore(Judgement, json.loads(line))))
            except (ValueError, RecursionError) as error:
                raise ValueError(f"line {number} is no judgement: {error}") from error
    return found


def sound(judgement: Judgement) -> Judgement:
    """Give a judgement back as it is. Raises ValueError where it makes no sense, or was changed since it was made."""
    judgement = restore(Judgement, asdict(judgement))
    if judgement.kind not in get_args(JudgementKind):
        raise ValueError(f"its kind is {judgement.kind!r}")
    if not _WHEN.fullmatch(judgement.when):
        raise ValueError(f"its time {judgement.when!r:.40} is not YYYY-MM-DDThh:mm:ss.ssssssZ")
    if len(judgement.sides) < _SIDES.get(judgement.kind, 1) or not all(judgement.sides):
        raise ValueError(f"a {judgement.kind} without what it is about")
    if (judgement.kind == "undo") != bool(judgement.undoes):
        raise ValueError("what it undoes is not told" if judgement.kind == "undo" else "only an undo undoes")
    if (judgement.kind in _VALUED and not judgement.value) or (
        judgement.kind == "re-date" and not is_date(judgement.value)
    ):
        raise ValueError(f"{judgement.value!r:.40} is nothing to {judgement.kind}")
    if any(not 0 <= a.start <= a.end or a.nth < 0 for side in judgement.sides for a in side):
        raise ValueError("an anchor ends before it starts, or is no place")
    json.dumps(asdict(judgement), ensure_ascii=False).encode("utf-8")  # lone surrogates, which no file can hold
    if identified(judgement).id != judgement.id:
        raise ValueError(f"{judgement.id!r:.40} is not the id of what it says; it was changed")
    return judgement
