"""A JSON file to the articles in it: one object, a list of them, an object that holds the list, or one a publisher."""

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
    if isinstance(told, Mapping) and _by_publisher(told):
        told = [{"publisher": name, **one} for name, held in told.items() for one in held]
    yield from told if isinstance(told, list) else [told]


def _by_publisher(told: Mapping[str, Any]) -> bool:
    """Tell a file as Fundus' crawler saves it: the articles of each publisher, under its name."""
    return bool(told) and all(
        isinstance(held, list) and held and all(isinstance(one, Mapping) and "body" in one for one in held)
        for held in told.values()
    )
