"""An answer is the id that was asked and one of the choices offered; anything more or other is no answer."""

from __future__ import annotations

import json
from typing import get_args

from rashomon.records import Choice


def verdict(answer: str, asked: str) -> Choice | None:
    """Give the choice in `answer`, the model's whole message on the conflict `asked`; None where it is none."""
    try:
        said = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) != {"id", "choice"} or said["id"] != asked:
        return None
    return next((choice for choice in get_args(Choice) if said["choice"] == choice), None)
