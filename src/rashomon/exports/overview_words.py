"""What the template of an overview needs, on every face that shows one."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from rashomon.exports.bounds import bounds
from rashomon.exports.bracketed import bracketed
from rashomon.exports.cut_short import cut_short
from rashomon.exports.day import day, day_in
from rashomon.exports.legend import ADDED, legend
from rashomon.exports.outcome import KINDS
from rashomon.exports.pointed import pointed
from rashomon.exports.told_by import told_by

OURS = ADDED
"""What every overview ends with."""


def overview_style() -> str:
    """Give the style sheet of templates/overview.html."""
    return files("rashomon.exports").joinpath("templates", "overview.css").read_text("utf-8")


FILTERS: dict[str, Any] = {
    "bounds": bounds,
    "bracketed": bracketed,
    "cut": cut_short,
    "day": day,
    "day_in": day_in,
    "kind": lambda kind: KINDS[kind],
    "legend": legend,
    "pointed": pointed,
    "told_by": told_by,
}
"""By the names that templates/overview.html calls them."""
