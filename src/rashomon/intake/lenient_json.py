"""JSON as people and templates write it, to values: strictly where it is JSON, else repaired by json-repair.

What is repaired is never cut in half: a string that nothing closes, which a repairer would close where the text ends,
is no value. What a repairer would go over again and again is none either: its work is counted.
"""

from __future__ import annotations

import json
import re
from typing import Any

from rashomon.intake.counted_text import CountedText
from rashomon.intake.fragment import unescaped

LONGEST = 400_000
"""Characters that a repairer is given."""
_LOOKS, _LOOKS_A_CHARACTER = 100_000, 12
"""That it may take at them; what tools write takes five a character."""
_BETWEEN = re.compile(r"[ \t\r\n,;]*")
_ESCAPED = re.compile(r"\A\s*[\[{]\s*&quot;")


def lenient_json(text: str, longest: int = LONGEST) -> list[Any]:
    """Give the values that `text` holds, one behind the other; [] where it holds none. Raises nothing.

    What has more than `longest` characters is not repaired.
    """
    told = text.strip().rstrip("; \t\r\n")
    if _ESCAPED.match(told):
        told = unescaped(told)
    if not told.startswith(("{", "[")):
        return []
    found = _one_by_one(told)
    if found is not None:
        return found
    if len(told) > longest or not told.endswith(("}", "]", "},", "],")):
        return []
    return _repaired(told)


def _one_by_one(told: str) -> list[Any] | None:
    decoder, at, found = json.JSONDecoder(strict=False), 0, []
    while at < len(told):
        try:
            value, at = decoder.raw_decode(told, at)
        except (ValueError, RecursionError):
            return None
        found.append(value)
        between = _BETWEEN.match(told, at)
        at = between.end() if between else at
    return found


def _repaired(told: str) -> list[Any]:
    from json_repair import repair_json

    try:
        counted = CountedText.of(told, _LOOKS + _LOOKS_A_CHARACTER * len(told))
        value = repair_json(counted, return_objects=True, skip_json_loads=True)
    except Exception:
        return []
    if isinstance(value, list):
        return [one for one in value if isinstance(one, (dict, list))]
    return [value] if isinstance(value, dict) else []
