"""The interchange files, readings.jsonl and findings.json (schema 1): records to JSON, nothing lost, nothing added."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rashomon.records import Findings, Reading

SCHEMA = 1


def interchange(record: Reading | Findings) -> dict[str, Any]:
    """Give a reading or the findings as a JSON-ready object."""
    return {"schema": SCHEMA, **asdict(record)}
