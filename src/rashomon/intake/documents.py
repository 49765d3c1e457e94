"""A JSON file to the articles in it: one object, a list of them, an object that holds the list, or one a publisher."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.intake.json_tools import articles_of
from rashomon.intake.lenient_json import lenient_json

_LISTS = ("articles", "items", "results", "reports", "data", "posts", "stories", "news", "docs", "entries", "documents")


def documents(data: bytes) -> Iterator[Any]:
    """Give what may be articles, in order. Raises ValueError, with a reason to show, where it is no JSON.

    What is nearly JSON (a comma too many, an escape that is none, a quotation mark not escaped) is repaired.
    """
    text = json_text(data)
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        repaired = [] if "Extra data" in str(error) else lenient_json(text)
        if not repaired:
            raise ValueError(f"is no JSON: {str(error).splitlines()[0]}") from None
        told = repaired[0] if len(repaired) == 1 else repaired
    yield from _articles(told)


def json_text(data: bytes) -> str:
    """Give the characters of a JSON file. Raises ValueError, with a reason to show."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        if data[1:2] == b"\0" and data[:1] in b"{[":
            return data.decode("utf-16-le")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start})") from None


def _articles(told: Any) -> Iterator[Any]:
    if isinstance(told, Mapping):
        held = articles_of(told)
        if held is not None:
            yield from held
            return
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
