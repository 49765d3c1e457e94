"""The JSON Schemas of the interchange files, as they ship in the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Literal


def schema(file: Literal["reading", "findings", "timeline"]) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one line of readings.jsonl, of findings.json, or of a timeline."""
    text = files("rashomon.exports").joinpath("schemas", f"{file}.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
