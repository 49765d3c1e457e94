"""The interchange files, readings.jsonl and findings.json (schema 2): records to JSON, nothing lost, nothing added.

`restore(Reading, interchange(reading)) == reading`, and so for Findings.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from rashomon.records import Findings, Reading

SCHEMA = 2


def interchange(record: Reading | Findings) -> dict[str, Any]:
    """Give a reading or the findings as a JSON object, spans and all other rows as lists."""
    return {"schema": SCHEMA, **as_json(record)}


def as_json(record: Any) -> Any:
    """Give any record, or a tuple of them, as JSON values: the fields of a record by name, a tuple as a list."""
    return _json(record)


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(v) for v in value]
    kind: Any = type(value)
    names = _names(kind)
    return {name: _json(getattr(value, name)) for name in names} if names else value
