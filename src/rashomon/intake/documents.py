"""A JSON file to the articles in it: one object, a list of them, or an object that holds the list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_LISTS = ("articles", "items", "results", "reports", "data")


def documents(data: bytes) -> Iterator[Any]:
    """Give what may be articles, in order. Raises ValueError, with a reason to show, where it is no JSON."""
    try:
        told: Any = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start})") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is no JSON: {str(error).splitlines()[0]}") from None
    if isinstance(told, Mapping):
        for name in _LISTS:
            if isinstance(told.get(name), list) and all(isinstance(one, Mapping) for one in told[name]):
                told = told[name]
                break
    yield from told if isinstance(told, list) else [told]
