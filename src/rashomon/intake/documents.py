"""A JSON file to the articles in it: one object, a list of them, an object that holds the list, or one a publisher.

JSON as people and templates write it, to values: strictly where it is JSON, else repaired by json-repair.

What is repaired is never cut in half: a string that nothing closes, which a repairer would close where the text ends,
is no value. What a repairer would go over again and again is none either: its work is counted.

A text that counts how often it is looked at, and ends whoever looks more often than was agreed.

For parsers of others that go back over a text again and again: what they do is bounded by its length, the same on
every machine, whatever a stranger wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Self, SupportsIndex

from rashomon.intake.decode import wide
from rashomon.intake.json_tools import articles_of
from rashomon.intake.markup import unescaped
from rashomon.intake.rows import field_of

_PIECE = 64  # characters that are copied in the time of one look


class TooManyLooksError(Exception):
    """A text was looked at more often than was agreed."""


class CountedText(str):
    """`text`, which raises TooManyLooksError at the look after the last of `looks`; its parts share the count."""

    __slots__ = ("_left",)
    _left: list[int]

    @classmethod
    def of(cls, text: str, looks: int) -> Self:
        """Give `text`, counted."""
        return cls._with(text, [looks])

    @classmethod
    def _with(cls, text: str, left: list[int]) -> Self:
        made = cls(text)
        made._left = left
        return made

    def _looked(self, times: int) -> None:
        self._left[0] -= times
        if self._left[0] < 0:
            raise TooManyLooksError

    def __getitem__(self, key: SupportsIndex | slice[Any, Any, Any]) -> str:
        """Give a character, or a part that is counted on."""
        part = str.__getitem__(self, key)
        if len(part) < 2:
            self._looked(1)
            return part
        self._looked(1 + len(part) // _PIECE)
        return self._with(part, self._left)

    def __iter__(self) -> Iterator[str]:
        """Give the characters one by one; all are counted at once."""
        self._looked(len(self))
        return str.__iter__(self)

    def __add__(self, other: str) -> str:
        """Give what is counted on."""
        self._looked(1 + len(self) // _PIECE)
        return self._with(str.__add__(self, other), self._left)

    def __radd__(self, other: str) -> str:
        """Give what is counted on."""
        self._looked(1 + len(self) // _PIECE)
        return self._with(str.__add__(other, self), self._left)


LONGEST = 400_000
"""Characters that a repairer is given."""
_LOOKS, _LOOKS_A_CHARACTER = 100_000, 12
"""That it may take at them; what tools write takes five a character."""
_BETWEEN = re.compile(r"[ \t\r\n,;]*")
_NOTES = re.compile(r"\A(?:/\*.{0,2000}?\*/\s*|//[^\n]{0,500}\n\s*){1,5}", re.DOTALL)
_ESCAPED = re.compile(r"\A\s*[\[{]\s*&quot;")


def lenient_json(text: str, longest: int = LONGEST) -> list[Any]:
    """Give the values that `text` holds, one behind the other; [] where it holds none. Raises nothing.

    What has more than `longest` characters is not repaired.
    """
    told = _NOTES.sub("", text.strip("\ufeff \t\r\n")).rstrip("; \t\r\n")
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
        value = _plain(repair_json(counted, return_objects=True, skip_json_loads=True))
    except Exception:
        return []
    if isinstance(value, list):
        return [one for one in value if isinstance(one, (dict, list))]
    return [value] if isinstance(value, dict) else []


def _plain(value: Any) -> Any:
    """`value` without a text that is counted: who reads it looks at it as often as he likes."""
    if isinstance(value, dict):
        return {_plain(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str.__str__(value) if isinstance(value, CountedText) else value


_CALLED = re.compile(
    r"(?:/\*[^*]{0,200}\*/\s*)?[A-Za-z_$][\w.$]{0,80}\s*(?:\(\s*(?P<handed>[\[{].*[\]}])\s*\)|=\s*(?P<kept>[\[{].*[\]}]))\s*;?",
    re.DOTALL,
)
"""JSON that is handed to a function of a page, or kept under a name, as services give it to scripts."""
_LISTS = (
    "articles",
    "items",
    "results",
    "reports",
    "data",
    "posts",
    "stories",
    "news",
    "docs",
    "entries",
    "documents",
    "objects",
    "records",
    "rows",
    "value",
    "content",
    "hits",
    "orderedItems",
    "result",
    "edges",
    "payload",
    "nodes",
)


_LISTED_BY = ("text", "body", "content", "maintext", "article_text", "articleBody")
_MOST_NAMES = 200  # of an object that are looked at
_DEEPEST = 3
_LIST = re.compile(r"\[\s*\{")


def documents(data: bytes) -> Iterator[Any]:
    """Give what may be articles, in order. Raises ValueError, with a reason to show, where it is no JSON.

    What is nearly JSON (a comma too many, an escape that is none, a quotation mark not escaped) is repaired.
    """
    text = json_text(data)
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        if wrapped := _CALLED.fullmatch(text.strip()):
            text = wrapped["handed"] or wrapped["kept"]
        repaired = [] if "Extra data" in str(error) else lenient_json(text)
        if not repaired:
            raise ValueError(f"is no JSON: {str(error).splitlines()[0]}") from None
        told = repaired[0] if len(repaired) == 1 else repaired
    yield from _articles(told)


def json_text(data: bytes) -> str:
    """Give the characters of a JSON file. Raises ValueError, with a reason to show."""
    try:
        return data.decode(wide(data) or "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start})") from None


def _articles(told: Any, deep: int = 0) -> Iterator[Any]:
    if isinstance(told, Mapping):
        held = articles_of(told)
        if held is not None:
            yield from held
            return
        alike = {name.casefold(): name for name in list(told)[:_MOST_NAMES] if isinstance(name, str)}
        for name in _LISTS:
            inner = told.get(name, told.get(alike.get(name, "")))
            if isinstance(inner, Mapping) and not _by_key(told) and deep < _DEEPEST and _leads_to_articles(inner):
                yield from _articles(inner, deep + 1)
                return
            if isinstance(inner, list) and inner and all(isinstance(one, Mapping) for one in inner):
                told = inner
                break
    if isinstance(told, Mapping) and _by_publisher(told):
        told = [{"publisher": name, **one} for name, held in told.items() for one in held]
    elif isinstance(told, Mapping) and _by_key(told):
        told = list(told.values())
    for one in told if isinstance(told, list) else [told]:
        listed = articles_of(one) if isinstance(one, Mapping) and one.get("kind") == "Listing" else None
        yield from [one] if listed is None else listed


def _leads_to_articles(inner: Mapping[str, Any], deep: int = 0) -> bool:
    """Tell an envelope: an object that holds a list of articles under a name of its own, or articles by their keys."""
    if _by_key(inner):
        return True
    held = [inner.get(name) for name in _LISTS]
    if any(isinstance(one, list) and one and isinstance(one[0], Mapping) for one in held):
        return True
    return deep < _DEEPEST and any(_leads_to_articles(one, deep + 1) for one in held if isinstance(one, Mapping))


def before_a_cut(data: bytes) -> list[Any]:
    """Give the articles that stand whole in a list which is cut off or damaged behind them. Raises ValueError."""
    text, decoder = json_text(data), json.JSONDecoder(strict=False)
    for opening in islice(_LIST.finditer(text), _DEEPEST):
        found, at = [], opening.end() - 1
        while at < len(text) and text[at] == "{":
            try:
                value, at = decoder.raw_decode(text, at)
            except (ValueError, RecursionError):
                break
            found.append(value)
            between = _BETWEEN.match(text, at)
            at = between.end() if between else at
        if found and any(name in found[0] for name in _LISTED_BY):
            return found
    return []


def _by_key(told: Mapping[str, Any]) -> bool:
    """Tell an object of articles, each under its key: objects alone, that have their texts under one name."""
    held = list(told.values())
    if not held or not all(isinstance(one, Mapping) for one in held):
        return False
    texts = [name for name in list(held[0])[:_MOST_NAMES] if isinstance(name, str) and field_of(name) == "text"]
    return any(all(isinstance(one.get(name), str) for one in held) for name in texts)


def _by_publisher(told: Mapping[str, Any]) -> bool:
    """Tell a file as Fundus' crawler saves it: the articles of each publisher, under its name."""
    return bool(told) and all(
        isinstance(held, list) and held and all(isinstance(one, Mapping) and "body" in one for one in held)
        for held in told.values()
    )
