"""Faces for other programs and for people without one: interchange files, spreadsheets, one page, the terminal.

The JSON Schemas of the interchange files ship in the package, their closed lists as `records/vocabulary.py` has them.
"""

from importlib.resources import files
from typing import Any, Literal

from rashomon.exports.account import account
from rashomon.exports.itinerary import itinerary, moments
from rashomon.exports.ledger import Ledger, Loss, MissingPackageError, are_losses
from rashomon.exports.tables import Tables
from rashomon.exports.terminal import opened, terminal
from rashomon.exports.why import why
from rashomon.records.interchange import SCHEMA, interchange
from rashomon.records.vocabulary import schema_of

__all__ = [
    "SCHEMA",
    "Ledger",
    "Loss",
    "MissingPackageError",
    "Tables",
    "account",
    "are_losses",
    "interchange",
    "itinerary",
    "moments",
    "opened",
    "schema",
    "terminal",
    "why",
]


def schema(file: Literal["reading", "findings", "timeline"]) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one line of readings.jsonl, of findings.json, or of a timeline."""
    return schema_of(files("rashomon.exports").joinpath("schemas", f"{file}.schema.json").read_text("utf-8"))
