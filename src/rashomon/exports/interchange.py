"""The interchange files, readings.jsonl and findings.json (schema 2): records to JSON, nothing lost, nothing added.

`restore(Reading, interchange(reading)) == reading`, and so for Findings. A reason is written twice: as text under its
own name, for people, and as its steps under that name with `_parts`, for programs.

The JSON Schemas of the interchange files ship in the package, their closed lists as `records/vocabulary.py` has them.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_type_hints

from rashomon.records import Findings, Reading, Reason
from rashomon.records.vocabulary import schema_of


def schema(file: Literal["reading", "findings", "timeline"]) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one line of readings.jsonl, of findings.json, or of a timeline."""
    return schema_of(files("rashomon.exports").joinpath("schemas", f"{file}.schema.json").read_text("utf-8"))


SCHEMA = 2
_REASONS = (Reason, tuple[Reason, ...])


def interchange(record: Reading | Findings) -> dict[str, Any]:
    """Give a reading or the findings as a JSON object, spans and all other rows as lists."""
    return {"schema": SCHEMA, **as_json(record)}


def as_json(record: Any) -> Any:
    """Give any record, or a tuple of them, as JSON values: the fields of a record by name, a tuple as a list."""
    return _json(record)


@cache
def _names(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """The fields of a record, each with the name that the steps of its reasons go by, "" where it holds none."""
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple((f.name, f"{f.name}_parts" if hints[f.name] in _REASONS else "") for f in fields(kind))


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(v) for v in value]
    kind: Any = type(value)
    if kind is Reason:
        return str(value)
    names = _names(kind)
    if not names:
        return value
    told: dict[str, Any] = {}
    for name, parts in names:
        held = getattr(value, name)
        told[name] = _json(held)
        if parts:
            told[parts] = held.parts() if isinstance(held, Reason) else [reason.parts() for reason in held]
    return told
